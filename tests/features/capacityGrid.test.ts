import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transitionBalance } from '@/domain/capacity'
import { explain } from '@/domain/indicators'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { balanceGrid } from '@/features/capacity/balanceGrid'
import { capacityGrid, GROUPINGS, SHOWN_STATUSES, type ShownStatus } from '@/features/capacity/capacityGrid'
import { exportTable } from '@/features/capacity/gridExport'
import type { GridModel, GridRow } from '@/features/capacity/gridModel'
import { allConfirmations, takeInAnswer } from '@/domain/review'
import { applied, ASK, plan, SITE } from '../domain/review/plan'
import { agreeing, answerFile, started } from '../domain/review/support'
import { programmeArbitrary } from '../fixtures/randomProgramme'

const DATE = '2027-06-30'
const BY_NAME = { key: 'municipality', descending: false }

const numbersOf = (row: GridRow, model: GridModel): number[] =>
  row.cells.flatMap((cell, i) =>
    model.columns[i]?.kind === 'number' && typeof cell.value === 'number' ? [cell.value] : [],
  )

/** The last of the totals: the whole. */
function whole(model: GridModel): GridRow {
  const last = model.totals.at(-1)
  if (last === undefined) throw new Error('a grid without a total')
  return last
}

const sumRows = (rows: readonly GridRow[], model: GridModel): number[] =>
  model.columns.flatMap((_, i) =>
    model.columns[i]?.kind === 'number'
      ? [rows.reduce((sum, row) => sum + Number(row.cells[i]?.value ?? 0), 0)]
      : [],
  )

const statusesArbitrary = fc
  .subarray([...SHOWN_STATUSES], { minLength: 1 })
  .map((statuses): readonly ShownStatus[] => statuses)

describe('the capacity table as a grid', () => {
  it('adds up: rows and subtotals both to the total, statuses to the last column', () => {
    fc.assert(
      fc.property(
        programmeArbitrary,
        fc.constantFrom(...GROUPINGS),
        statusesArbitrary,
        (data, grouping, statuses) => {
          const model = capacityGrid(data, { date: DATE, scope: {}, statuses, grouping, sort: BY_NAME })
          const total = numbersOf(whole(model), model)
          for (const kind of ['detail', 'subtotal'] as const)
            expect(
              sumRows(
                model.rows.filter((row) => row.kind === kind),
                model,
              ),
            ).toEqual(total)
          const parts = model.totals.filter((row) => row.kind === 'part')
          if (parts.length > 0) expect(sumRows(parts, model)).toEqual(total)
          for (const row of [...model.rows, ...model.totals]) {
            const numbers = numbersOf(row, model)
            expect(numbers.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(numbers.at(-1))
          }
        },
      ),
    )
  })

  it('lets every number explain itself to exactly its value', () => {
    fc.assert(
      fc.property(
        programmeArbitrary,
        fc.constantFrom(...GROUPINGS),
        statusesArbitrary,
        (data, grouping, statuses) => {
          const [first] = data.municipalities.keys()
          const scope = first === undefined ? {} : { municipalityIds: [first] }
          const model = capacityGrid(data, { date: DATE, scope, statuses, grouping, sort: BY_NAME })
          expectExplained(data, model)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('sorts groups and rows by a number, the largest first, without losing any row', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        const options = { date: DATE, scope: {}, statuses: SHOWN_STATUSES, grouping: 'type' as const }
        const byName = capacityGrid(data, { ...options, sort: { key: 'type', descending: false } })
        const sorted = capacityGrid(data, { ...options, sort: { key: 'total', descending: true } })
        expect(sorted.rows.map((row) => row.key).sort()).toEqual(byName.rows.map((row) => row.key).sort())
        const subtotals = sorted.rows.filter((row) => row.kind === 'subtotal')
        const totals = subtotals.map((row) => Number(row.cells.at(-1)?.value))
        expect(totals).toEqual([...totals].sort((a, b) => b - a))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves the subtotals out of a file and keeps them on the clipboard', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        const model = capacityGrid(data, {
          date: DATE,
          scope: {},
          statuses: SHOWN_STATUSES,
          grouping: 'association',
          sort: { key: 'association', descending: false },
        })
        const details = model.rows.filter((row) => row.kind === 'detail')
        expect(exportTable(model, 'without').rows).toHaveLength(details.length + 1)
        expect(exportTable(model, 'with').rows).toHaveLength(model.rows.length + model.totals.length)
        expect(exportTable(model, 'without').rows.at(-1)?.slice(3)).toEqual(numbersOf(whole(model), model))
      }),
      { numRuns: 30 },
    )
  })
})

describe('the transition balance as a grid', () => {
  it('shows the figures of the domain and explains each of them', () => {
    fc.assert(
      fc.property(programmeArbitrary, fc.constantFrom(...GROUPINGS), (data, by) => {
        const model = balanceGrid(data, {
          date: DATE,
          by,
          scope: {},
          sort: { key: 'name', descending: false },
        })
        const { total } = transitionBalance(data, DATE, by)
        expect(numbersOf(whole(model), model).slice(0, 4)).toEqual([
          total.shelterOpen,
          total.realised,
          total.committed,
          total.planned,
        ])
        expectExplained(data, model)
      }),
      { numRuns: 30 },
    )
  })
})

function expectExplained(data: ProgrammeData, model: GridModel): void {
  for (const row of [...model.rows, ...model.totals])
    for (const cell of row.cells) {
      if (cell.query === null) continue
      const explanation = explain(data, cell.query)
      expect(explanation.value).toBe(cell.value)
      expect(explanation.rows.reduce((sum, r) => sum + r.value, 0)).toBe(cell.value)
    }
}

describe('what the associations confirmed', () => {
  it('stands in a column of its own after a review round, of all places of the row', () => {
    const { data, round } = started(plan)
    const file = answerFile(round, SITE, agreeing(round, SITE))
    const taken = applied(data, takeInAnswer(file, [], ASK)).data
    const model = capacityGrid(taken, {
      date: '2026-12-31',
      scope: {},
      statuses: SHOWN_STATUSES,
      grouping: 'association',
      sort: { key: 'association', descending: false },
      confirmations: allConfirmations(taken),
    })
    expect(model.columns.at(-1)?.label).toBe('Bevestigd')
    const words = [...model.rows.filter((row) => row.kind === 'subtotal'), ...model.totals].map((row) => [
      row.cells[0]?.value,
      row.cells.at(-1)?.value,
    ])
    expect(words).toEqual([
      ['Sité', 'alle 14'],
      ['Wonion', 'niet'],
      ['Totaal', '14 van 19'],
    ])
  })
})
