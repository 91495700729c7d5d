import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as v from 'valibot'
import { App, expect, readWindowPlan, test } from './support'
import {
  type Balances,
  balancesInFigures,
  balancesInPdf,
  balancesOnCapacity,
  balancesOnOverview,
  figuresOfFile,
} from './support/balances'
import { COPY_PASSPHRASE, saveCopy, unseal } from './support/copies'
import { openProject, typeInto } from './support/planning'

const PROJECT = 'Omklapwoningen Aalten'
const ADDED = 5
const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** The reference date of the screens, as they say it: "Stand op 31 december 2026, volgens de planning". */
async function referenceDate(window: Page): Promise<string> {
  const text = await window.getByText(/^Stand op \d/).innerText()
  const [, day = '', month = '', year = ''] = /Stand op (\d+) (\p{L}+) (\d{4})/u.exec(text) ?? []
  const number = MONTHS.indexOf(month) + 1
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const dutch = (iso: string): string => iso.split('-').reverse().join('-')

async function savedReport(app: App, name: string): Promise<Balances> {
  await app.window.keyboard.press('Control+6')
  await app.saveDialogAnswers(name)
  await app.window.getByTestId('save-pdf').click()
  await expect(app.window.getByText(`Rapport bewaard als ${name}.`)).toBeVisible({ timeout: 30_000 })
  return balancesInPdf(app.path(name))
}

/** The same balance in the three places where a person reads it. */
async function everywhere(app: App, report: string): Promise<Balances> {
  await app.window.keyboard.press('Control+1')
  const overview = await balancesOnOverview(app.window)
  await app.window.keyboard.press('Control+5')
  expect(await balancesOnCapacity(app.window), 'Capaciteit says what Overzicht says').toEqual(overview)
  expect(await savedReport(app, report), 'the PDF says what Overzicht says').toEqual(overview)
  return overview
}

function withAdded(before: Balances, places: number): Balances {
  return Object.fromEntries(
    Object.entries(before).map(([name, balance]) =>
      name === 'Aalten' || name === 'Totaal'
        ? [name, { ...balance, realised: balance.realised + places, gap: balance.gap - places }]
        : [name, balance],
    ),
  )
}

test('the whole line: sample, edit, figures alike, undo, restart, copy, empty profile', async ({ app }) => {
  test.setTimeout(180_000)
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
  const on = await referenceDate(app.window)

  // The report looks at the same date as the screens.
  await app.window.keyboard.press('Control+6')
  const date = app.window.getByLabel('Peildatum')
  await date.fill(dutch(on))
  await date.blur()
  const before = await everywhere(app, 'vooraf.pdf')
  expect(Object.keys(before)).toHaveLength(9)

  await app.window.keyboard.press('Control+4')
  const panel = await openProject(app.window, PROJECT)
  await typeInto(app.window, panel.getByRole('textbox', { name: 'Datum', exact: true }), '01-10-2026')
  await typeInto(app.window, panel.getByRole('textbox', { name: 'Plekken', exact: true }), String(ADDED))
  await panel.getByRole('button', { name: 'Plekken beschikbaar maken' }).press('Enter')
  await app.window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  const after = withAdded(before, ADDED)
  expect(await everywhere(app, 'erna.pdf')).toEqual(after)

  await app.window.keyboard.press('Control+1')
  await app.window.getByTestId('overview-ready').waitFor()
  await app.window.keyboard.press('Control+Z')
  await expect(app.window.getByText(/^Ongedaan gemaakt: project "Omklapwoningen Aalten"/)).toBeVisible()
  expect(await everywhere(app, 'ongedaan.pdf')).toEqual(before)

  // The next morning it is still undone, and can still be done again.
  await app.relaunch()
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
  expect(await balancesOnOverview(app.window)).toEqual(before)
  await app.window.keyboard.press('Control+Y')
  await expect(app.window.getByText(/^Opnieuw gedaan: project "Omklapwoningen Aalten"/)).toBeVisible()
  expect(await everywhere(app, 'opnieuw.pdf')).toEqual(after)

  await saveCopy(app, 'kopie.palet')

  const plan = readWindowPlan()
  const folder = mkdtempSync(join(plan.temporary, 'other-'))
  const other = new App(plan, folder)
  try {
    await other.launch()
    await other.enter()
    other.writeFile('kopie.palet', app.readFile('kopie.palet'))
    await other.openDialogAnswers('kopie.palet')
    await other.window.getByTestId('open-file').click()
    await unseal(other.window)
    expect(await balancesOnOverview(other.window)).toEqual(after)
    const passphraseFile = other.writeFile('wachtzin.txt', COPY_PASSPHRASE)
    const figures = figuresOfFile(other.path('kopie.palet'), on, passphraseFile)
    expect(balancesInFigures(figures, await municipalityNames(other.window))).toEqual(after)
    expect(await everywhere(other, 'elders.pdf')).toEqual(after)
    expect(other.problems.unexpected).toEqual([])
  } finally {
    await other.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

/** Code and name of each municipality in the balance on Overzicht. */
async function municipalityNames(window: Page): Promise<Record<string, string>> {
  const rows = await window.locator('tr[data-testid^="balance-GM"]').all()
  const pairs = rows.map(async (row) => [
    ((await row.getAttribute('data-testid')) ?? '').replace('balance-', ''),
    (await row.getByRole('rowheader').innerText()).trim(),
  ])
  return v.parse(v.record(v.string(), v.string()), Object.fromEntries(await Promise.all(pairs)))
}
