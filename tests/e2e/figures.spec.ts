import type { Locator, Page } from '@playwright/test'
import { type App, expect, test } from './support'
import { takeTable } from './support/tables'

const FIGURES = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const
type Figures = Record<(typeof FIGURES)[number], number>

/** `1.234` or `-13`, as a number. */
const numberOf = (text: string | null): number => Number((text ?? '').trim().replaceAll('.', ''))

async function openSample(app: App): Promise<Page> {
  await app.resize(1366, 768)
  await app.window.getByTestId('open-sample').click()
  await expect(app.window.getByTestId('overview-ready')).toBeVisible()
  return app.window
}

async function goTo(page: Page, title: 'Overzicht' | 'Capaciteit'): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function keyFigures(page: Page): Promise<Figures> {
  const figures = { shelterOpen: 0, realised: 0, committed: 0, planned: 0, ambition: 0, gap: 0 }
  for (const name of FIGURES) figures[name] = numberOf(await page.getByTestId(`key-${name}`).textContent())
  return figures
}

const grid = (page: Page): Locator => page.getByRole('grid')
const totalRow = (page: Page): Locator => grid(page).getByRole('rowgroup').last().getByRole('row').last()

/** The numbers of the total row, by heading. */
async function totals(page: Page): Promise<Record<string, number>> {
  const headings = await grid(page).getByRole('columnheader').allTextContents()
  const cells = await totalRow(page).locator('[data-cell]').allTextContents()
  return Object.fromEntries(
    headings.flatMap((heading, i): [string, number][] => {
      const text = cells[i]?.trim() ?? ''
      return /^-?[\d.]+$/.test(text) ? [[heading.trim(), numberOf(text)]] : []
    }),
  )
}

async function showBalance(page: Page, by: 'Gemeente' | 'Corporatie' | 'Arrangement'): Promise<void> {
  await page.getByRole('radio', { name: 'Overgangsbalans' }).check()
  await page.getByRole('radiogroup', { name: 'Verdeel per' }).getByRole('radio', { name: by }).check()
}

const asColumns = (figures: Figures): Record<string, number> => ({
  'Opvangplekken open': figures.shelterOpen,
  Gerealiseerd: figures.realised,
  Toegezegd: figures.committed,
  Gepland: figures.planned,
  Ambitie: figures.ambition,
  'Nog te vinden': figures.gap,
})

test('the figures of Overzicht are the totals of Capaciteit, in every division', async ({ app }) => {
  const page = await openSample(app)
  const figures = await keyFigures(page)
  expect(figures.realised).toBeGreaterThan(0)
  expect(figures.gap).toBe(figures.ambition - figures.realised - figures.committed)
  for (const name of FIGURES)
    expect(
      numberOf(await page.getByTestId('balance-total').locator(`[data-figure="${name}"]`).textContent()),
      name,
    ).toBe(figures[name])

  await goTo(page, 'Capaciteit')
  const places = await totals(page)
  expect(places['Beschikbaar']).toBe(figures.realised + figures.shelterOpen)
  const { Totaal: all, ...statuses } = places
  expect(Object.values(statuses).reduce((sum, n) => sum + n, 0)).toBe(all)
  for (const group of ['Corporatie', 'Arrangement', 'Gemeente'] as const) {
    await page.getByRole('radiogroup', { name: 'Groepeer per' }).getByRole('radio', { name: group }).check()
    expect(await totals(page)).toEqual(places)
  }

  await showBalance(page, 'Gemeente')
  expect(await totals(page)).toEqual(asColumns(figures))
  for (const by of ['Corporatie', 'Arrangement'] as const) {
    await showBalance(page, by)
    const shown = await totals(page)
    expect(Object.keys(shown)).toHaveLength(4)
    expect(asColumns(figures)).toMatchObject(shown)
  }
})

test('the filter on municipalities changes all figures alike, on both screens', async ({ app }) => {
  const page = await openSample(app)
  const region = await keyFigures(page)
  const tiles = page.getByTestId('overview-tiles')
  const sum = { shelterOpen: 0, realised: 0, committed: 0, planned: 0, ambition: 0, gap: 0 }
  for (const name of ['Doetinchem', 'Oude IJsselstreek']) {
    await tiles.getByRole('button', { name: new RegExp(`^${name}`) }).click()
    const alone = await keyFigures(page)
    for (const figure of FIGURES) sum[figure] += alone[figure]
    await tiles.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  }
  expect(await keyFigures(page)).toEqual(region)

  for (const name of ['Doetinchem', 'Oude IJsselstreek'])
    await tiles.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  expect(await keyFigures(page)).toEqual(sum)
  await expect(page.getByText('Alleen Doetinchem en Oude IJsselstreek')).toBeVisible()

  await goTo(page, 'Capaciteit')
  await expect(page.getByRole('button', { name: 'Gemeente: 2 gemeenten' })).toBeVisible()
  await showBalance(page, 'Gemeente')
  expect(await totals(page)).toEqual(asColumns(sum))
  await page.getByTestId('clear-filters').click()
  expect(await totals(page)).toEqual(asColumns(region))
})

test('every number opens an explanation whose rows add up to it', async ({ app }) => {
  const page = await openSample(app)
  const figures = await keyFigures(page)
  const explanation = page.getByTestId('explain')
  for (const name of FIGURES) {
    await page.getByTestId(`key-${name}`).getByRole('button').click()
    await expect(explanation).toBeVisible()
    const values = await explanation.getByTestId('explain-value').allTextContents()
    expect(
      values.reduce((sum, text) => sum + numberOf(text), 0),
      name,
    ).toBe(figures[name])
    expect(numberOf(await explanation.getByTestId('explain-sum').textContent())).toBe(figures[name])
    expect(numberOf(await explanation.getByTestId('explain-figure').textContent())).toBe(figures[name])
    await page.keyboard.press('Escape')
    await expect(explanation).toBeHidden()
    // Back where the person was.
    await expect(page.getByTestId(`key-${name}`).getByRole('button')).toBeFocused()
  }

  // A row leads to its project.
  await page.getByTestId('key-realised').getByRole('button').click()
  await explanation.getByTestId('explain-row').first().getByRole('button').click()
  await expect(explanation).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible()
})

test('the capacity table is worked by keyboard alone', async ({ app }) => {
  const page = await openSample(app)
  await goTo(page, 'Capaciteit')
  const cell = (row: number, column: number): Locator => page.locator(`[data-cell="${row}:${column}"]`)
  const lastRow = Number(await grid(page).getAttribute('aria-rowcount')) - 1
  const lastColumn = Number(await grid(page).getAttribute('aria-colcount')) - 1

  await cell(1, 0).focus()
  await page.keyboard.press('End')
  await expect(cell(1, lastColumn)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cell(2, lastColumn)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(cell(2, 0)).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect(cell(lastRow, lastColumn)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(cell(lastRow - 1, lastColumn)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(cell(lastRow - 1, lastColumn)).not.toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(cell(0, 0)).toBeFocused()
  // One stop in the tab order: the next Tab leaves the table.
  expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1)

  // Sort by the total: the largest group first.
  const totalColumn = lastColumn - 1
  await cell(0, totalColumn).focus()
  await page.keyboard.press('Enter')
  await expect(cell(0, totalColumn)).toHaveAttribute('aria-sort', 'descending')
  const largest = numberOf(await cell(1, totalColumn).textContent())
  await page.keyboard.press('Enter')
  await expect(cell(0, totalColumn)).toHaveAttribute('aria-sort', 'ascending')
  expect(numberOf(await cell(1, totalColumn).textContent())).toBeLessThan(largest)

  await page.keyboard.press('ArrowDown')
  const number = numberOf(await cell(1, totalColumn).textContent())
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('explain')).toBeVisible()
  expect(numberOf(await page.getByTestId('explain-sum').textContent())).toBe(number)
  await page.keyboard.press('Escape')
  await expect(cell(1, totalColumn)).toBeFocused()
})

test('the table goes to a file and to the clipboard with the same totals', async ({ app }) => {
  const page = await openSample(app)
  await goTo(page, 'Capaciteit')
  const shown = await totals(page)

  await app.saveDialogAnswers('tabel.csv')
  await takeTable(page, 'CSV-bestand (.csv)')
  await expect(page.getByText('De tabel is bewaard als tabel.csv.')).toBeVisible()
  const bytes = app.readFile('tabel.csv')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n')
  const [header = [], ...rows] = lines.map((line) => line.split(';'))
  expect(header.slice(0, 3)).toEqual(['Gemeente', 'Arrangement', 'Corporatie'])
  const total = rows.at(-1) ?? []
  for (const [column, heading] of header.entries()) {
    // What is confirmed stands beside the figures, as a share.
    if (column < 3 || heading === 'Bevestigd') continue
    const sum = rows.slice(0, -1).reduce((acc, row) => acc + Number(row[column]), 0)
    expect(sum, heading).toBe(shown[heading])
    expect(Number(total[column]), heading).toBe(shown[heading])
  }

  await page.locator('[data-cell="1:0"]').focus()
  await page.keyboard.press('Control+c')
  await expect(page.getByText(/De tabel is gekopieerd/)).toBeVisible()
  // Reading is at once in the older Electron and a promise in the current one.
  const copied = await app.electron.evaluate(async ({ clipboard }) => {
    const board = clipboard as unknown as Record<'readText' | 'readHTML', () => string | Promise<string>>
    return { text: await board.readText(), html: await board.readHTML() }
  })
  const copiedRows = copied.text.split('\n').map((line) => line.split('\t'))
  expect(copiedRows[0]?.map((heading) => heading.trim())).toEqual(header)
  expect(copiedRows.at(-1)?.slice(3, -1).map(Number)).toEqual(
    header.slice(3, -1).map((heading) => shown[heading]),
  )
  expect(copied.html).toContain('<table')
})

test('the quarter and the date are one and the same on both screens', async ({ app }) => {
  const page = await openSample(app)
  await page.getByRole('button', { name: 'Volgend kwartaal' }).click()
  await page.getByRole('button', { name: 'Volgend kwartaal' }).click()
  const figures = await keyFigures(page)
  const text = await page.getByTestId('overview-quarter').textContent()
  await goTo(page, 'Capaciteit')
  await expect(page.getByText(text?.trim() ?? '', { exact: true })).toBeVisible()
  await showBalance(page, 'Gemeente')
  expect(await totals(page)).toEqual(asColumns(figures))

  await page.getByLabel('Peildatum').fill('15-2-2028')
  await page.getByLabel('Peildatum').press('Tab')
  await expect(page.getByText('Stand op 15 februari 2028')).toBeVisible()
  const there = await totals(page)
  await goTo(page, 'Overzicht')
  await expect(page.getByText('Stand op 15 februari 2028')).toBeVisible()
  expect(asColumns(await keyFigures(page))).toEqual(there)
})

test('Overzicht leads to the projects behind it', async ({ app }) => {
  const page = await openSample(app)
  const count = page.getByTestId('project-count')
  const red = page.getByTestId('rating-red')
  const reds = numberOf(await red.locator('strong').textContent())
  expect(reds).toBeGreaterThan(0)
  await red.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible()
  await expect(count).toHaveText(new RegExp(`^${String(reds)}\\D`))

  await goTo(page, 'Overzicht')
  await page.getByTestId('attention').getByRole('link').first().click()
  await expect(page.getByTestId('project-panel')).toBeVisible()

  await goTo(page, 'Overzicht')
  await page.getByRole('button', { name: 'Winterswijk', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planning' })).toBeVisible()
  await goTo(page, 'Overzicht')
  await expect(page.getByText('Alleen Winterswijk')).toBeVisible()
})
