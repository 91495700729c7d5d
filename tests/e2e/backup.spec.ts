import type { Locator, Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isSealedFile } from '@/data/crypto/sealedFile'
import { serialisePalet } from '@/exchange'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { App, expect, readWindowPlan, test } from './support'
import { expectAccessible } from './support/accessibility'
import {
  backupsOf,
  changeRegion,
  makeBackup,
  openBackups,
  openSample,
  rows,
  expectRegion,
} from './support/backups'
import { unseal, unsealDialog } from './support/copies'
import { giveToWindow } from './support/plan'
import { PASSPHRASE } from './support/vault'
import { onTinyDisk } from '../security/support/tiny-disk'
import { chooseTheme, THEMES } from './screens/tour'

const menuOf = (row: Locator): Locator => row.getByRole('button', { name: /^Meer over de reservekopie/ })

async function pressCross(app: App): Promise<void> {
  const ended = new Promise((done) => app.electron.process().once('exit', done))
  // The program may be gone before it has answered.
  await app.electron
    .evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close()
    })
    .catch(() => undefined)
  await ended
}

const databases = (window: Page): Promise<string[]> =>
  window.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

test('made while working and when the window closes, looked into again, and put back on trial', async ({
  app,
}) => {
  test.setTimeout(120_000)
  // Opened a minute ago, as far as Palet knows: nobody has to wait for that.
  await app.window.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() - 60_000
    Object.assign(globalThis, { clockIsRight: () => (Date.now = now) })
  })
  await openSample(app.window)
  await app.window.evaluate(() => {
    Reflect.get(globalThis, 'clockIsRight')()
  })
  await openBackups(app.window)
  await app.window.getByLabel('Tijdens het werk').selectOption({ label: 'Elke minuut' })
  await changeRegion(app.window, 'Achterhoek-Oost')
  await openBackups(app.window)
  const working = rows(app.window).filter({ hasText: 'tijdens het werk' })
  await expect(working).toHaveCount(1, { timeout: 30_000 })
  await expect(working).toContainText(/Gecontroleerd op \d+ \w+ \d{4}, \d\d:\d\d/)
  await expect(working).toContainText('Eigen map van Palet')

  // Closing without a change since then makes none; with a change it does.
  await app.relaunch()
  expect(backupsOf(app).map(({ why }) => why)).toEqual(['werk'])
  await openSample(app.window)
  await changeRegion(app.window, 'Achterhoek-West')
  await pressCross(app)
  const made = backupsOf(app)
  expect(made.map(({ why }) => why)).toEqual(['werk', 'gesloten'])
  for (const { path } of made) {
    expect(isSealedFile(readFileSync(path))).toBe(true)
    expect(readFileSync(path).includes('Achterhoek')).toBe(false)
  }

  await app.relaunch()
  await openSample(app.window)
  await openBackups(app.window)
  const closed = rows(app.window).filter({ hasText: 'bij het sluiten' })
  await expect(closed).toContainText('Gecontroleerd op', { timeout: 20_000 })
  await menuOf(closed).click()
  await app.window.getByRole('menuitem', { name: 'Controleer reservekopie' }).click()
  await expect(closed).toContainText('Op proef teruggezet op')
  expect((await databases(app.window)).filter((name) => name.includes('proefherstel'))).toEqual([])

  await app.resize(1366, 768)
  for (const theme of THEMES) {
    await chooseTheme(app.window, theme)
    await expectAccessible(app.window, `backups, ${theme.name}`)
  }
})

test('put back with a preview, as one change that can be undone; or opened beside it', async ({ app }) => {
  const { window } = app
  await openSample(window)
  await makeBackup(window)
  await changeRegion(window, 'Salland')
  await openBackups(window)
  await rows(window).first().getByRole('button', { name: 'Terugzetten…' }).click()
  const offer = window.getByRole('dialog', { name: 'Reservekopie terugzetten' })
  await expect(offer).toContainText('1 wordt anders: Voorbeeld Achterhoek')
  await app.resize(1366, 768)
  await expectAccessible(window, 'what a backup brings')
  await window.getByTestId('restore-in-place').click()
  await expect(window.getByText(/^Teruggezet: het programma is weer zoals op/)).toBeVisible()
  await expectRegion(window, 'Achterhoek')
  await window.getByTestId('undo').click()
  await expectRegion(window, 'Salland')
  // What was there before putting back is in a backup too.
  expect(backupsOf(app).map(({ why }) => why)).toEqual(['zelf', 'herstel'])
  await window.getByRole('link', { name: 'Logboek' }).click()
  await expect(
    window.getByRole('rowheader', { name: /eruggezet uit de reservekopie van/ }).first(),
  ).toBeVisible()

  await openBackups(window)
  await rows(window).last().getByRole('button', { name: 'Terugzetten…' }).click()
  await window.getByTestId('restore-apart').click()
  await expect(window.getByText(/^Geopend als apart programma/)).toBeVisible()
  await expectRegion(window, 'Achterhoek')
  await window.keyboard.press('Control+W')
  await expect(window.locator('.recent__open')).toHaveCount(2)
})

test('a second place that is gone is told once and stays marked, until it is back', async ({ app }) => {
  const { window } = app
  const stick = app.path('STICK')
  mkdirSync(stick, { recursive: true })
  giveToWindow(readWindowPlan(), stick)
  await openSample(window)
  await openBackups(window)
  await app.openDialogAnswers('STICK')
  await window.getByTestId('choose-second').click()
  await expect(window.getByTestId('backup-places')).toContainText('Tweede plek: STICK')
  await makeBackup(window)
  await expect(rows(window).first()).toContainText('Tweede plek')
  expect(readdirSync(stick).filter((name) => name.endsWith('.palet'))).toHaveLength(1)

  renameSync(stick, `${stick}-eruit`)
  await changeRegion(window, 'Salland')
  await makeBackup(window)
  const words = window.getByText(
    /^De reservekopie staat niet op de tweede plek\. De map “STICK” is er niet\./,
  )
  await expect(words.first()).toBeVisible()
  await expect(window.getByRole('link', { name: /^Reservekopieën.*er gaat iets mis/ })).toBeVisible()
  await app.resize(1366, 768)
  await expectAccessible(window, 'a place that is gone')
  await app.relaunch()
  await openSample(app.window)
  await changeRegion(app.window, 'Twente')
  await makeBackup(app.window)
  await expect(app.window.locator('.toast', { hasText: 'tweede plek' })).toHaveCount(0)
  await expect(app.window.locator('.p-banner', { hasText: 'tweede plek' })).toBeVisible()

  renameSync(`${stick}-eruit`, stick)
  await changeRegion(app.window, 'Veluwe')
  await makeBackup(app.window)
  await expect(app.window.locator('.p-banner', { hasText: 'tweede plek' })).toHaveCount(0)
  await expect(app.window.getByRole('link', { name: 'Reservekopieën', exact: true })).toBeVisible()
})

test('on another computer a backup opens with the passphrase of then, and with the recovery key', async ({
  app,
}) => {
  test.setTimeout(120_000)
  await openSample(app.window)
  await changeRegion(app.window, 'Salland')
  await makeBackup(app.window)
  const bytes = readFileSync(backupsOf(app)[0]?.path ?? '')
  const { recoveryKey } = app
  const plan = readWindowPlan()
  const folder = mkdtempSync(join(plan.temporary, 'other-computer-'))
  const other = new App(plan, folder)
  try {
    other.usePassphrase('zonnebloem fietsbel kajuit moeras')
    other.writeFile('van de stick.palet', bytes)
    await other.launch()
    await other.enter()
    const { window } = other
    await other.openDialogAnswers('van de stick.palet')
    await window.getByTestId('open-file').click()
    await expect(unsealDialog(window)).toContainText('van de stick.palet')
    await unseal(window, PASSPHRASE)
    await window.getByTestId('overview-ready').waitFor()
    await expectRegion(window, 'Salland')

    await changeRegion(window, 'Veluwe')
    await openBackups(window)
    await window.getByTestId('restore-file').click()
    await unsealDialog(window).getByRole('button', { name: 'Met de herstelsleutel openen' }).click()
    await unsealDialog(window).getByLabel('Herstelsleutel').fill(recoveryKey)
    await window.getByTestId('unseal').click()
    await expect(window.getByTestId('restore-offer')).toContainText('1 wordt anders')
    await window.getByTestId('restore-in-place').click()
    await window.getByTestId('overview-ready').waitFor()
    await expectRegion(window, 'Salland')
  } finally {
    await other.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

test('4,500 projects: a backup is made and read back beside the window', async ({ app }) => {
  test.setTimeout(240_000)
  const data = nationalProgramme({ regions: 15, projectsPerRegion: 300, seed: 1 })
  const stamp = { savedAt: '2026-11-01T12:00:00.000Z', programmeId: 'scale-national' }
  app.writeFile('landelijk.palet', serialisePalet(data, stamp))
  const { window } = app
  await app.openDialogAnswers('landelijk.palet')
  await window.getByTestId('open-file').click()
  await window.getByTestId('overview-ready').waitFor({ timeout: 120_000 })
  await openBackups(window)
  const start = performance.now()
  await window.getByTestId('backup-now').click()
  await expect(rows(window).first()).toContainText('Gecontroleerd op', { timeout: 90_000 })
  const took = performance.now() - start
  console.log(`made and read back in ${took.toFixed(0)} ms`)

  await changeRegion(window, 'Salland')
  const closing = performance.now()
  await pressCross(app)
  const why = backupsOf(app).map((backup) => backup.why)
  console.log(`closing took ${(performance.now() - closing).toFixed(0)} ms, with ${why.join(', ')}`)
  expect(why[0]).toBe('zelf')
})

test('a disk that is full: told and marked, and the other place has it', async () => {
  test.setTimeout(120_000)
  const plan = readWindowPlan()
  const scratch = mkdtempSync(join(plan.temporary, 'full-backups-'))
  const app = new App(onTinyDisk(plan, join(scratch, 'files'), scratch), scratch)
  try {
    await app.launch()
    await app.enter()
    const { window } = app
    await openSample(window)
    await openBackups(window)
    await app.openDialogAnswers('.')
    await window.getByTestId('choose-first').click()
    await expect(window.getByTestId('backup-places')).toContainText('Eerste plek: files')
    await makeBackup(window)
    await expect(window.locator('.p-banner', { hasText: 'de eerste plek' })).toContainText(
      'De schijf van de map “files” is vol',
    )
    await expect(rows(window).first()).not.toContainText('Eerste plek')
    await expect(rows(window).first()).toContainText('Eigen map van Palet')
  } finally {
    await app.close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
