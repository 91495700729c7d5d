import { expect, type Page } from '@playwright/test'
import { type ReviewFile, serialiseReview } from '@/exchange'

/** A question of some rows, as the assignment manager sends it. */
export function aQuestion(rows: number, name = 'Kamers'): ReviewFile {
  const two = (n: number): string => String(n).padStart(3, '0')
  return {
    roundId: 'ronde-najaar',
    roundNumber: 3,
    programmeName: 'Thuis in de Achterhoek',
    associationId: 'corporatie-site',
    associationName: 'Sité Woondiensten',
    referenceDate: '2026-12-31',
    startedOn: '2026-11-02',
    dueDate: '2026-12-01',
    question: 'Kloppen de aantallen op de peildatum, en de datum van oplevering?',
    rows: Array.from({ length: rows }, (_, i) => ({
      id: `R3-${two(i + 1)}`,
      projectId: `project-${String(i + 1)}`,
      projectName: `${name} ${String(i + 1)}`,
      municipalityId: 'GM0222',
      municipalityName: i % 2 === 0 ? 'Doetinchem' : 'Oude IJsselstreek',
      associationId: 'corporatie-site',
      associationName: 'Sité Woondiensten',
      typeId: 'kamers',
      typeName: i % 3 === 0 ? 'Kamers met kansen' : 'Housing First',
      cells: [
        { field: 'available', value: i + 1, applies: true },
        { field: 'preparing', value: 2, applies: true },
        { field: 'committed', value: 0, applies: true },
        { field: 'explored', value: 0, applies: true },
        { field: 'idea', value: 0, applies: true },
        { field: 'homesOn', value: i % 4 === 0 ? null : '2027-03-01', applies: true },
        ...(i % 3 === 0 ? [] : [{ field: 'supportFrom', value: '2027-04-01', applies: true } as const]),
        { field: 'contract', value: 'ownLease', applies: false },
      ],
    })),
  }
}

export const questionText = (rows: number, name?: string): string => serialiseReview(aQuestion(rows, name))

export const table = (window: Page) => window.getByTestId('review-table')
export const activeCell = (window: Page) => table(window).locator('[tabindex="0"]')

/** Presses keys one after another, as somebody does who fills in a table. */
export async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key)
}

/** Nothing sticks out of the window, and the page itself doesn't scroll. */
export async function expectNothingCutOff(window: Page): Promise<void> {
  const out = await window.evaluate(() => {
    const over: string[] = []
    for (const element of document.querySelectorAll('.association *')) {
      if (element.closest('.review-table') !== null && !element.matches('.review-table')) continue
      const box = element.getBoundingClientRect()
      if (box.width > 0 && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1))
        over.push(element.className === '' ? element.tagName : String(element.className))
    }
    return [document.documentElement.scrollHeight > innerHeight, ...over]
  })
  expect(out).toEqual([false])
}
