import type { Page } from '@playwright/test'
import { type GridValue, readWorkbook } from '@/exchange/workbook'
import { type App, expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { goTo, openSample } from './screens/tour'
import { takeTable } from './support/tables'

const numberOf = (text: string | null): number => Number((text ?? '').trim().replaceAll('.', ''))

async function saved(app: App, window: Page, name: string): Promise<readonly (readonly GridValue[])[]> {
  await app.saveDialogAnswers(name)
  await takeTable(window, 'Excel-bestand (.xlsx)')
  await expect(window.getByText(`De tabel is bewaard als ${name}.`)).toBeVisible()
  const book = await readWorkbook(new Uint8Array(app.readFile(name)))
  if (!book.ok) throw new Error(book.error.message)
  expect(book.value.format).toBe('xlsx')
  expect(book.value.sheets[0]?.formulas.size).toBe(0)
  return book.value.sheets[0]?.rows ?? []
}

/** Cells of a column by the name in the first one. */
function column(rows: readonly (readonly GridValue[])[], heading: RegExp): Map<GridValue, GridValue> {
  const at = rows[0]?.findIndex((cell) => typeof cell === 'string' && heading.test(cell)) ?? -1
  expect(at).toBeGreaterThan(-1)
  return new Map(rows.slice(1).map((row) => [row[0] ?? null, row[at] ?? null]))
}

test('a table saved as a workbook holds the figures of the screen', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(window)

  await goTo(window, 'Planning')
  await window.getByTestId('project-table').waitFor()
  const projects = await saved(app, window, 'projecten.xlsx')
  const [inUse, total] = [column(projects, /^In gebruik op /), column(projects, /^Plekken totaal$/)]
  const lines = window.getByTestId('project-table').locator('.project-table__row--body')
  expect(await lines.count()).toBeGreaterThan(8)
  for (const line of await lines.all()) {
    const [name = '', , , , , places = ''] = await line.getByRole('gridcell').allInnerTexts()
    expect(places.replaceAll('.', ''), name).toBe(`${String(inUse.get(name))} / ${String(total.get(name))}`)
  }

  await goTo(window, 'Overzicht')
  await window.getByTestId('overview-ready').waitFor()
  const balance = column(await saved(app, window, 'balans.xlsx'), /^Nog te vinden$/)
  for (const row of await window.locator('[data-testid^="balance-GM"]').all())
    expect(balance.get(await row.getByRole('rowheader').innerText())).toBe(
      numberOf(await row.locator('[data-figure="gap"]').innerText()),
    )

  await goTo(window, 'Partners')
  await window.getByLabel('Tabel', { exact: true }).check()
  const partners = column(await saved(app, window, 'partners.xlsx'), /^Soort$/)
  expect([...partners.values()]).toContain('woningcorporatie')
  expect(partners.size).toBe(await window.locator('.p-table tbody tr').count())
  await expectAccessible(window, 'a table that can be saved')

  await goTo(window, 'Logboek')
  await expect(window.getByTestId('log-table')).toContainText('Tabel bewaard als "partners.xlsx"')
  const log = column(await saved(app, window, 'logboek.xlsx'), /^Wat$/)
  expect([...log.values()]).toContain('Tabel bewaard als "projecten.xlsx"')
})
