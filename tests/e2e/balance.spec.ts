import type { Locator, Page } from '@playwright/test'
import { type App, expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { balancesOnCapacity, balancesOnOverview } from './support/balances'
import { panelOf, tabTo, typeInto } from './support/planning'
import { takeTable } from './support/tables'

const FIGURES = {
  shelterOpen: 'Opvangplekken open',
  realised: 'Gerealiseerd',
  committed: 'Toegezegd',
  planned: 'Gepland',
  ambition: 'Ambitie',
  gap: 'Nog te vinden',
} as const
const NAMES = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const

const numberOf = (text: string | null): number => Number((text ?? '').trim().replaceAll('.', ''))
const grid = (page: Page): Locator => page.getByTestId('balance-grid')
const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-cell="${String(row)}:${String(column)}"]`)
/** The number in a cell, without what is only read aloud. */
const numberIn = async (page: Page, row: number, column: number): Promise<number> =>
  numberOf(await cell(page, row, column).locator('.line').innerText())

/** Row of a municipality and column of the reference date, as the grid numbers its cells. */
async function rowOf(page: Page, name: string): Promise<number> {
  const at = await grid(page).getByRole('rowheader', { name, exact: true }).getAttribute('data-cell')
  return Number(at?.split(':')[0])
}
async function currentColumn(page: Page): Promise<number> {
  const at = await grid(page).locator('[aria-current="date"]').getAttribute('data-cell')
  return Number(at?.split(':')[1])
}

async function openBalance(app: App, width = 1366, height = 768): Promise<Page> {
  await app.resize(width, height)
  await app.window.getByTestId('open-sample').press('Enter')
  await app.window.getByTestId('overview-ready').waitFor()
  await app.window.keyboard.press('Control+8')
  await grid(app.window).waitFor()
  return app.window
}

test('every figure is that of Overzicht and Capaciteit for the same quarter', async ({ app }) => {
  const page = await openBalance(app)
  await page.keyboard.press('Control+1')
  const overview = await balancesOnOverview(page)
  await page.keyboard.press('Control+5')
  expect(await balancesOnCapacity(page)).toEqual(overview)

  await page.keyboard.press('Control+8')
  await grid(page).waitFor()
  const column = await currentColumn(page)
  for (const figure of NAMES) {
    await page.getByLabel('Cijfer', { exact: true }).selectOption(FIGURES[figure])
    for (const [name, balance] of Object.entries(overview)) {
      const at = await rowOf(page, name)
      expect(await numberIn(page, at, column), `${name}, ${figure}`).toBe(balance[figure])
    }
  }
})

test('the projects behind a cell add up to it', async ({ app }) => {
  const page = await openBalance(app)
  const row = await rowOf(page, 'Doetinchem')
  for (const column of [await currentColumn(page), 20]) {
    await cell(page, row, column).click()
    const panel = page.getByTestId('cell-panel')
    await expect(panel).toBeVisible()
    await panel.locator('[data-figure="gap"]').waitFor()
    for (const figure of ['realised', 'committed', 'planned', 'shelterOpen'] as const) {
      const values = await panel.getByTestId(`part-${figure}`).getByTestId('part-value').allInnerTexts()
      expect(
        values.reduce((sum, text) => sum + numberOf(text), 0),
        figure,
      ).toBe(numberOf(await panel.locator(`[data-figure="${figure}"]`).innerText()))
    }
    const figureOf = async (figure: string): Promise<number> =>
      numberOf(await panel.locator(`[data-figure="${figure}"]`).innerText())
    expect(await figureOf('gap')).toBe(
      (await figureOf('ambition')) - (await figureOf('realised')) - (await figureOf('committed')),
    )
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(cell(page, row, column)).toBeFocused()
  }
})

test('the matrix is worked by keyboard alone', async ({ app }) => {
  const page = await openBalance(app)
  const start = await currentColumn(page)
  await tabTo(page, cell(page, 2, start))
  expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 3, start + 1)).toBeFocused()
  const strip = page.getByTestId('cell-strip')
  await expect(strip).toContainText('Berkelland')
  for (const label of Object.values(FIGURES)) await expect(strip).toContainText(label)

  // The pointer shows the cell that it moves over, and gives way to the keys.
  await cell(page, 6, 2).hover()
  await expect(strip).toContainText('Montferland')
  await page.keyboard.press('ArrowRight')
  await expect(strip).toContainText('Berkelland')

  await page.keyboard.press('Home')
  await expect(cell(page, 3, 0)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cell(page, 3, 20)).toBeFocused()
  await page.keyboard.press('Control+ArrowDown')
  await expect(cell(page, 10, 20)).toBeFocused()
  await expect(strip).toContainText('Totaal')
  await page.keyboard.press('Control+ArrowUp')
  await expect(cell(page, 0, 17)).toBeFocused()
  // Fold the last year: one column is left of it, and it is the end.
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 17)).toHaveAttribute('aria-expanded', 'false')
  expect(await grid(page).getAttribute('aria-colcount')).toBe('18')
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 1, 17)).toHaveAttribute('aria-label', 'eind 2030')
  // Enter on a quarter makes it the reference date of all screens.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 16)).toHaveAttribute('aria-current', 'date')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toContainText('Aalten, 4e kwartaal 2029')
  await page.keyboard.press('Escape')
  await expect(cell(page, 2, 16)).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, panelOf(page).getByRole('button', { name: 'Bekijk in Capaciteit' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Capaciteit')
  await expect(page.getByText('Stand op 31 december 2029')).toBeVisible()
})

test('a division without ambition says so, and still adds up', async ({ app }) => {
  const page = await openBalance(app)
  await page.getByLabel('Cijfer', { exact: true }).selectOption('Toegezegd')
  const column = await currentColumn(page)
  const total = async (): Promise<number> => numberIn(page, await rowOf(page, 'Totaal'), column)
  const before = await total()
  for (const by of ['Corporatie', 'Arrangement']) {
    await page.getByRole('radio', { name: by, exact: true }).check()
    await expect(page.getByTestId('no-ambition')).toBeVisible()
    await expect(page.getByLabel('Cijfer', { exact: true }).locator('option')).toHaveCount(4)
    expect(await total()).toBe(before)
  }
})

test('freeze, change a project, compare: exactly that, and undo takes it back', async ({ app }) => {
  const page = await openBalance(app)
  await tabTo(page, page.getByRole('tab', { name: 'Plekken' }))
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'Vastgestelde plannen' })).toBeFocused()
  const frozen = page.getByTestId('baseline').filter({ hasText: 'Begroting 2027' })
  await tabTo(page, page.getByTestId('freeze'))
  await page.keyboard.press('Enter')
  await typeInto(page, page.getByRole('dialog').getByLabel(/^Naam/), 'Begroting 2027')
  await page.keyboard.press('Enter')
  await expect(frozen).toHaveCount(1)
  await expect(frozen.getByRole('button', { name: 'Begroting 2027', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByTestId('baseline-sentence')).toContainText(
    'is er geen project verschoven, bijgekomen of vervallen',
  )
  await expect(page.getByTestId('baseline-project')).toHaveCount(0)

  // A project of 8 planned places goes.
  await page.keyboard.press('Control+4')
  const table = page.getByTestId('project-table')
  await table.waitFor()
  await table.focus()
  await page.keyboard.press('/')
  await page.keyboard.type('Doorstroomwoningen Ruurlo')
  await expect(page.getByTestId('project-count')).toContainText(/^1 van /)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Doorstroomwoningen Ruurlo' }).waitFor()
  await panelOf(page).getByRole('button', { name: 'Project verwijderen' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).press('Enter')
  await expect(panelOf(page)).toBeHidden()

  await page.keyboard.press('Control+8')
  await expect(page.getByTestId('baseline-sentence')).toContainText('1 project vervallen')
  const changed = page.getByTestId('baseline-project')
  await expect(changed).toHaveCount(1)
  await expect(changed).toContainText('Doorstroomwoningen Ruurlo')
  await expect(changed).toContainText('Berkelland')
  await expect(changed).toContainText('-8 gepland')
  const areas = page.getByTestId('baseline-areas').locator('tbody').getByRole('rowheader')
  await expect(areas).toHaveText(['Berkelland'])
  await expect(page.getByTestId('baseline-total').locator('[data-figure="planned"]')).toContainText('(-8)')

  // The same by quarter: only cells of that municipality are marked, and only where it had places.
  await page.getByTestId('compare-in-matrix').press('Enter')
  await grid(page).waitFor()
  await page.getByLabel('Cijfer', { exact: true }).selectOption('Gepland')
  const row = await rowOf(page, 'Berkelland')
  const marked = grid(page).locator('.body__row .changed')
  const places = await marked.evaluateAll((cells) =>
    cells.map((each) => each.getAttribute('data-cell') ?? ''),
  )
  expect(places.length).toBeGreaterThan(0)
  expect(places.every((place) => place.startsWith(`${String(row)}:`))).toBe(true)
  await page.getByTestId('what-changed').press('Enter')
  await expect(page.getByTestId('cell-changes')).toContainText('gepland -8')
  await expect(page.getByTestId('cell-changes').getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Z')
  await expect(marked).toHaveCount(0)
  // Removing the baseline can be undone too.
  await page.getByRole('tab', { name: 'Vastgestelde plannen' }).click()
  await page.getByRole('button', { name: 'Begroting 2027 verwijderen' }).press('Enter')
  await expect(frozen).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(frozen).toHaveCount(1)
})

test('homes without support show as hours to be found, and their projects add up', async ({ app }) => {
  const page = await openBalance(app)
  await page.getByRole('tab', { name: 'Uren begeleiding' }).click()
  const support = page.getByTestId('support-grid')
  const rows = Number(await support.getAttribute('aria-rowcount'))
  const column = Number(
    (await support.locator('[aria-current="date"]').getAttribute('data-cell'))?.split(':')[1],
  )
  const at = async (row: number): Promise<number> =>
    Number(
      (await cell(page, row, column).locator('.line').innerText())
        .trim()
        .replaceAll('.', '')
        .replace(',', '.'),
    )
  for (const measure of ['Uren nog te vinden', 'Uren nodig', 'Uren beschikbaar']) {
    await page.getByLabel('Cijfer', { exact: true }).selectOption(measure)
    let sum = 0
    for (let row = 2; row < rows - 1; row += 1) sum += await at(row)
    expect(sum, measure).toBeCloseTo(await at(rows - 1), 3)
  }
  await page.getByLabel('Cijfer', { exact: true }).selectOption('Uren nog te vinden')
  expect(await at(rows - 1)).toBeGreaterThan(0)
  const gap = await at(rows - 1)
  await cell(page, rows - 1, column).click()
  await page.getByTestId('support-part').first().waitFor()
  const parts = await page.getByTestId('support-part').allInnerTexts()
  const found = parts.map((text) => Number(/beschikbaar, (-?[\d.,]+) nog/.exec(text)?.[1]?.replace(',', '.')))
  expect(found.reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(gap, 3)
})

test('the matrix goes to the clipboard as shown, and to a file with every figure', async ({ app }) => {
  const page = await openBalance(app)
  await takeTable(page, 'Kopiëren')
  await expect(page.getByText('De tabel is gekopieerd.')).toBeVisible()
  const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  const lines = text.trimEnd().split(/\r?\n/)
  expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['Gemeente', 'K1 2026', 'K2 2026'])
  expect(lines.at(-1)?.startsWith('Totaal\t')).toBe(true)
  expect(lines).toHaveLength(10)

  await app.saveDialogAnswers('balans.csv')
  await takeTable(page, 'CSV-bestand (.csv)')
  await expect(page.getByText('De tabel is bewaard als balans.csv.')).toBeVisible()
  const csv = app.readFile('balans.csv').toString('utf8').trimEnd().split('\r\n')
  expect(csv[0]).toContain('Gemeente;Datum;Nog te vinden;Opvangplekken open;Gerealiseerd')
  expect(csv).toHaveLength(1 + 8 * 20)
  const column = await currentColumn(page)
  const row = await rowOf(page, 'Aalten')
  const line = csv[column]?.split(';') ?? []
  expect(line[0]).toBe('Aalten')
  expect(Number(line[2])).toBe(await numberIn(page, row, column))
})

test('nothing stands in the way of anyone, light and dark', async ({ app }) => {
  const page = await openBalance(app)
  await expectAccessibleInBoth(app, 'matrix')
  await page.getByRole('radio', { name: 'Met besluit' }).check()
  await page.getByLabel('Vergelijk met').selectOption({ index: 1 })
  await page.getByTestId('what-changed').click()
  await page.getByTestId('cell-panel').waitFor()
  await expectAccessibleInBoth(app, 'comparison with panel')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Uren begeleiding' }).click()
  await page.getByTestId('support-grid').waitFor()
  await expectAccessibleInBoth(app, 'support')
  await page.getByRole('tab', { name: 'Vastgestelde plannen' }).click()
  await page.getByTestId('freeze').click()
  await expectAccessibleInBoth(app, 'freeze')
  await page.getByTestId('save-baseline').click()
  await page.getByTestId('baseline').first().waitFor()
  await expectAccessibleInBoth(app, 'baselines')
})
