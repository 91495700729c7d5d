import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { deriveHere } from '@/data/crypto/kdf'
import { sealFile } from '@/data/crypto/sealedFile'
import { formatDate } from '@/domain/labels'
import { parseReview, type ReviewFile, serialiseReviewAnswer } from '@/exchange/reviewFile'
import { localToday } from '@/state/clock'
import {
  asCsv,
  asOds,
  asXlsx,
  columnAt,
  FIRST,
  type Sheets,
  sheetsOf,
  table,
  utf8,
} from '../data/workbook/support'
import { type Edit, office } from '../workbook/office'
import { type App, expect, test } from './support'
import { balancesInPdf } from './support/balances'
import { COPY_PASSPHRASE, unseal } from './support/copies'
import { dropFile } from './support/reviewRound'

const REFERENCE_DATE = '30-09-2026'
const stem = (number: string, name: string): string => `reviewronde-${number}-${name}`

/** Every row agreed with, but those of which the name is given. */
function agree(sheets: Sheets, except: readonly string[] = []): Sheets {
  const rows = table(sheets)
  const [id, project, verdict] = [columnAt(rows, 'id'), columnAt(rows, 'project'), columnAt(rows, 'verdict')]
  for (const row of rows.slice(FIRST)) {
    const code = row[id]
    if (typeof code !== 'string' || !/^R\d/.test(code) || except.includes(String(row[project]))) continue
    while (row.length <= verdict) row.push(null)
    row[verdict] = 'klopt'
  }
  return sheets
}

/** Filled in by a real LibreOffice where there is one: one number is wrong, the rest is right. */
async function byOffice(
  bytes: Uint8Array,
  wrong: string,
  column: string,
  value: string,
): Promise<Uint8Array> {
  const sheets = await sheetsOf(bytes)
  const rows = table(sheets)
  const project = columnAt(rows, 'project')
  if (!existsSync('/usr/bin/soffice')) {
    const at = rows.findIndex((row) => row[project] === wrong)
    const line = rows[at]
    if (line === undefined) throw new Error(`no row of ${wrong}`)
    line[columnAt(rows, 'field:available')] = Number(value)
    return asXlsx(agree(sheets))
  }
  const edits = rows.flatMap((row, i): Edit[] => {
    if (i < FIRST || !/^R\d/.test(String(row[columnAt(rows, 'id')]))) return []
    const line = String(i + 1)
    const mine = row[project] === wrong
    return [
      ...(mine ? [{ sheet: 'Capaciteit', cell: `${column}${line}`, typed: value }] : []),
      { sheet: 'Capaciteit', cell: `M${line}`, typed: mine ? 'gewijzigd' : 'klopt' },
    ]
  })
  const [report] = await office([{ open: bytes, edits, save: ['xlsx'] }])
  const saved = report?.saved.get('xlsx')
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}

/** The answer that Palet itself writes, sealed for the mail: everything confirmed. */
async function sealedAnswer(file: ReviewFile): Promise<Uint8Array> {
  const { roundId, roundNumber, programmeName, associationId } = file
  const rows = file.rows.map((row) => ({
    rowId: row.id,
    remark: '',
    cells: row.cells.map(({ field, value }) => ({ field, kind: 'confirm' as const, value, remark: '' })),
  }))
  const about = { roundId, roundNumber, programmeName, associationId }
  const text = serialiseReviewAnswer({ ...about, sender: 'manager', answeredAt: null, rows, proposed: [] })
  return sealFile(Uint8Array.from(utf8(text)), { passphrase: COPY_PASSPHRASE, derive: deriveHere })
}

const question = (app: App, name: string): ReviewFile => {
  const read = parseReview(Uint8Array.from(app.readFile(name)))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

/** A round for all five associations, with a workbook and a file of Palet for each. */
async function startRound(app: App): Promise<string> {
  const { window } = app
  await window.getByRole('link', { name: 'Reviewronde' }).click()
  await window.getByTestId('new-round').click()
  const dialog = window.getByRole('dialog', { name: 'Reviewronde beginnen' })
  await dialog.getByLabel('Peildatum').fill(REFERENCE_DATE)
  await dialog.getByLabel('Antwoord voor of op').fill('31-12-2035')
  await window.getByTestId('start-round').click()
  await expect(window.getByTestId('association')).toHaveCount(5)
  const title = await window.getByRole('heading', { level: 1 }).innerText()
  await window.getByTestId('all-files').click()
  await window
    .getByRole('dialog', { name: 'Alle bestanden in een map' })
    .getByLabel('Palet-bestand (.palet)')
    .check()
  await app.openDialogAnswers('')
  await window.getByTestId('make-files').click()
  await window
    .getByRole('dialog', { name: 'Palet-bestand bewaren' })
    .getByLabel('Zonder wachtzin bewaren')
    .check()
  await window.getByTestId('seal-copy').click()
  await expect(window.getByText('10 bestanden bewaard in de map "files".')).toBeVisible({ timeout: 60_000 })
  return title.replace('Reviewronde ', '')
}

/** The association answers in Palet itself: all is right. */
async function answerInPalet(app: App, asked: string, answer: string): Promise<void> {
  const { window } = app
  await dropFile(window, asked, Uint8Array.from(app.readFile(asked)))
  await window.getByRole('button', { name: 'Sluiten en openen' }).click()
  await window.getByTestId('confirm-open').click()
  await window.getByRole('button', { name: /cellen kloppen$/ }).click()
  await app.saveDialogAnswers(answer)
  await window.getByTestId('ready').click()
  await window
    .getByRole('dialog', { name: 'Gereed' })
    .getByLabel(/Uw functie/)
    .fill('manager wonen')
  await window.getByTestId('save-answer').click()
  await expect(window.getByText(`Uw antwoord staat in “${answer}”.`, { exact: false })).toBeVisible()
  await window.getByRole('button', { name: 'Klaar', exact: true }).click()
  await window.getByTestId('leave').click()
  await window.locator('.recent__open').first().click()
  await window.getByTestId('overview-ready').waitFor()
}

/** Takes over what differs and carries it out. */
async function takeIn(window: Page, association: string, differences: number): Promise<void> {
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`^Antwoord van ${association} op reviewronde`),
  )
  const all = window.getByTestId('accept-all')
  if (differences > 0) await all.click()
  await expect(all).toBeDisabled()
  await window.getByTestId('carry-out').click()
  await expect(window.getByTestId('carry-out')).toHaveText('Besluiten uitvoeren')
}

async function savedReport(app: App, name: string): Promise<string> {
  const { window } = app
  await window.getByRole('link', { name: 'Rapport', exact: true }).click()
  await expect(window.getByTestId('report-pages')).toContainText(/^Bladzijde 1 van \d+$/, { timeout: 60_000 })
  await app.saveDialogAnswers(name)
  await window.getByTestId('save-pdf').click()
  await expect(window.getByText(`Rapport bewaard als ${name}.`)).toBeVisible({ timeout: 60_000 })
  return app.path(name)
}

const flat = (path: string, ...args: string[]): string =>
  execFileSync('pdftotext', ['-layout', ...args, path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')

test('five associations answer in five ways; the report says what they confirmed, and undo takes it back', async ({
  app,
}) => {
  test.setTimeout(300_000)
  const { window } = app
  await app.resize(1366, 768)
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  const before = balancesInPdf(await savedReport(app, 'eerst.pdf'))
  const number = await startRound(app)
  const bytes = (name: string): Uint8Array => Uint8Array.from(app.readFile(`${stem(number, name)}.xlsx`))

  await answerInPalet(app, `${stem(number, 'plavei')}.palet`, 'antwoord plavei.palet')
  await dropFile(window, 'antwoord plavei.palet', Uint8Array.from(app.readFile('antwoord plavei.palet')))
  await takeIn(window, 'Plavei', 0)

  // Chosen on the page of the round, saved by LibreOffice.
  app.writeFile('wonion.xlsx', await byOffice(bytes('wonion'), 'Omklapwoningen Ulft', 'E', '6'))
  await window.getByRole('button', { name: `Naar reviewronde ${number}` }).click()
  await app.openDialogAnswers('wonion.xlsx')
  await window.getByTestId('read-answer').click()
  await takeIn(window, 'Wonion', 1)

  const site = agree(await sheetsOf(bytes('site')), ['Kamers Stationskwartier'])
  await dropFile(window, 'sité.csv', utf8(asCsv(site)))
  await takeIn(window, 'Sité', 0)
  await dropFile(window, 'prowonen.ods', await asOds(agree(await sheetsOf(bytes('prowonen')))))
  await takeIn(window, 'ProWonen', 0)
  const last = await sealedAnswer(question(app, `${stem(number, 'de-woonplaats')}.palet`))
  await dropFile(window, 'woonplaats.palet', last)
  await unseal(window)
  await takeIn(window, 'De Woonplaats', 0)
  await window.getByRole('button', { name: `Naar reviewronde ${number}` }).click()
  await expect(window.getByTestId('round-page')).toContainText('5 van 5')

  const today = formatDate(localToday())
  const report = await savedReport(app, 'bevestigd.pdf')
  const after = balancesInPdf(report)
  expect(after['Oude IJsselstreek']?.realised).toBe((before['Oude IJsselstreek']?.realised ?? 0) + 2)
  const first = flat(report, '-l', '1')
  expect(first).toMatch(/plekken bij corporaties zijn bevestigd/)
  expect(first).toContain(`De Woonplaats, Plavei, ProWonen, Sité en Wonion, het laatst op ${today}`)
  const whole = flat(report)
  for (const name of ['De Woonplaats', 'Plavei', 'ProWonen', 'Sité', 'Wonion'])
    expect(whole).toContain(`${name} op ${today} (ronde ${number})`)
  expect(whole).toContain('Wonion ✓')

  // On screen the same: behind a figure, by whom and when.
  await window.getByRole('link', { name: 'Capaciteit' }).click()
  await window.getByLabel('Peildatum').fill(REFERENCE_DATE)
  await window.getByRole('radio', { name: 'Corporatie' }).check()
  const grid = window.getByTestId('capacity-grid')
  await expect(grid.getByRole('columnheader', { name: 'Bevestigd' })).toBeVisible()
  const wonion = grid.getByRole('row').filter({ hasText: 'Wonion' }).first()
  await expect(wonion).toContainText(/alle \d+/)
  await wonion.getByRole('gridcell').nth(6).click()
  await expect(window.getByTestId('explain-confirmed').first()).toContainText(
    `Wonion, ${localToday().split('-').reverse().join('-')}, ronde ${number}`,
  )
  await window.keyboard.press('Escape')

  // The last answer is taken back: what it confirmed today is no longer in the report, that of the others is.
  await window.getByTestId('undo').click()
  const taken = flat(await savedReport(app, 'terug.pdf'))
  expect(taken).not.toContain(`De Woonplaats op ${today} (ronde ${number})`)
  expect(taken).toContain(`Wonion op ${today} (ronde ${number})`)
})
