import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { isSealedFile } from '@/data/crypto/sealedFile'
import { parseReview } from '@/exchange/reviewFile'
import { readReviewAnswer } from '@/exchange/workbook'
import { type App, expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { COPY_PASSPHRASE } from './support/copies'

const ASSOCIATIONS = ['de-woonplaats', 'plavei', 'prowonen', 'site', 'wonion']

/** What is wider than its place, and so would be cut off or scroll sideways. */
async function cutOff(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('main, main *, [role="dialog"], [role="dialog"] *')]
      .filter((element) => element instanceof HTMLElement && element.checkVisibility())
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter((element) => !element.matches('.visually-hidden, .association__file, input, textarea, select'))
      .map((element) => `${element.tagName}.${element.className}`),
  )
}

/** Readable in both themes, and nothing cut off. */
async function inOrder(app: App, what: string): Promise<void> {
  await expectAccessibleInBoth(app, what)
  expect(await cutOff(app.window), what).toEqual([])
}

test('a round for five associations, with all their files in one folder', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await app.chooseMenu('Ga naar', 'Reviewronde')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Reviewronde')
  await inOrder(app, 'the rounds')

  await window.getByTestId('new-round').click()
  const dialog = window.getByRole('dialog', { name: 'Reviewronde beginnen' })
  await expect(window.getByTestId('preview').locator('tbody tr')).toHaveCount(ASSOCIATIONS.length)
  await inOrder(app, 'the dialog to start a round')
  await dialog.getByLabel('Peildatum').fill('31-12-2026')
  await dialog.getByLabel('Antwoord voor of op').fill('01-01-2020')
  await window.getByTestId('start-round').click()
  await expect(dialog.getByText(/^De dag waarop het antwoord terug moet zijn/)).toBeVisible()
  await dialog.getByLabel('Antwoord voor of op').fill('31-12-2030')
  await dialog.getByLabel('Uw vraag').fill('Kloppen de plekken op de peildatum?')
  await window.getByTestId('start-round').click()

  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/^Reviewronde \d+$/)
  await expect(window.getByTestId('association')).toHaveCount(ASSOCIATIONS.length)
  await expect(window.locator('[aria-current="page"], .router-link-active').first()).toBeVisible()
  await inOrder(app, 'a round')
  const title = await window.getByRole('heading', { level: 1 }).innerText()
  const number = title.replace('Reviewronde ', '')

  // All files at once, in a folder that is pointed at once.
  await window.getByTestId('all-files').click()
  const files = window.getByRole('dialog', { name: 'Alle bestanden in een map' })
  await files.getByLabel('Palet-bestand (.palet)').check()
  await files.getByLabel('Tabel op papier (.pdf)').check()
  await files.getByLabel('Capaciteitsverklaring (.pdf)').check()
  await inOrder(app, 'the dialog for all files')
  await app.openDialogAnswers('')
  await window.getByTestId('make-files').click()
  const seal = window.getByRole('dialog', { name: 'Palet-bestand bewaren' })
  await seal.getByLabel('Zonder wachtzin bewaren').check()
  await window.getByTestId('seal-copy').click()
  await expect(window.getByText('20 bestanden bewaard in de map "files".')).toBeVisible({ timeout: 60_000 })

  for (const name of ASSOCIATIONS) {
    const stem = `reviewronde-${number}-${name}`
    const workbook = await readReviewAnswer(Uint8Array.from(app.readFile(`${stem}.xlsx`)), `${stem}.xlsx`)
    if (!workbook.ok) throw new Error(workbook.error.message)
    const review = parseReview(Uint8Array.from(app.readFile(`${stem}.palet`)))
    if (!review.ok) throw new Error(review.error.message)
    expect(workbook.value.stamp).toMatchObject({
      roundId: review.value.roundId,
      associationId: review.value.associationId,
    })
    expect(workbook.value.rows.map((row) => row.rowId)).toEqual(review.value.rows.map((row) => row.id))
    expect(new Set(review.value.rows.map((row) => row.associationId)).size).toBe(1)
    const table = execFileSync('pdftotext', ['-layout', app.path(`${stem}.pdf`), '-'], { encoding: 'utf8' })
    for (const row of review.value.rows) expect(table).toContain(row.id)
    const statement = execFileSync(
      'pdftotext',
      [app.path(`capaciteitsverklaring-${number}-${name}.pdf`), '-'],
      { encoding: 'utf8' },
    )
    expect(statement.replace(/\s+/g, ' ')).toContain('Geen van de gegevens is bevestigd.')
  }
  await expect(window.getByTestId('association').first()).toContainText('werkmap')

  // One file for one association, sealed.
  await window.getByRole('button', { name: 'Maak… een bestand voor ProWonen' }).click()
  await app.saveDialogAnswers('prowonen.palet')
  await window.getByRole('menuitem', { name: 'Palet-bestand (.palet)…' }).click()
  await seal.getByLabel('Wachtzin', { exact: true }).fill(COPY_PASSPHRASE)
  await seal.getByLabel('Wachtzin nog een keer', { exact: true }).fill(COPY_PASSPHRASE)
  await window.getByTestId('seal-copy').click()
  await expect(window.getByText('Bewaard als "prowonen.palet".')).toBeVisible({ timeout: 30_000 })
  expect(isSealedFile(app.readFile('prowonen.palet'))).toBe(true)

  // Reminding, closing and removing.
  await window.getByTestId('round-menu').click()
  await window.getByRole('menuitem', { name: 'Herinnering…' }).click()
  await expect(window.getByRole('dialog', { name: 'Herinnering' }).getByLabel('Tekst')).toHaveValue(
    /Plavei[\s\S]*31 december 2030/,
  )
  await inOrder(app, 'the reminder')
  await window.getByTestId('copy-reminder').click()
  await expect(window.getByText('De herinnering is gekopieerd. Plak haar in een bericht.')).toBeVisible()
  await window.getByTestId('round-menu').click()
  await window.getByRole('menuitem', { name: 'Ronde afsluiten…' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Afsluiten' }).click()
  await expect(window.getByTestId('round-page')).toContainText('afgesloten')
  await expect(window.getByTestId('read-answer')).toBeHidden()
  await window.getByTestId('round-menu').click()
  await window.getByRole('menuitem', { name: 'Ronde verwijderen…' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Reviewronde')
  await window.getByTestId('undo').click()
  await expect(window.getByRole('link', { name: title, exact: true })).toBeVisible()

  // What left the program is in the log.
  await window.getByRole('link', { name: 'Logboek' }).click()
  await expect(
    window.getByRole('rowheader', {
      name: `Reviewronde ${number}, Palet-bestand van ProWonen bewaard als "prowonen.palet", met een wachtzin`,
    }),
  ).toBeVisible()
})
