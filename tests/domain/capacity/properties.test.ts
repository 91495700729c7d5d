import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceOverDates,
  balanceSeries,
  type BalanceFigures,
  quarterDates,
  transitionBalance,
} from '@/domain/capacity/balance'
import { capacityTable } from '@/domain/capacity/capacityTable'
import { familyOf, projectPlaces } from '@/domain/capacity/places'
import { ratingCounts } from '@/domain/capacity/ratings'
import { addCounts, openPlaces, zeroCounts } from '@/domain/capacity/statusCounts'
import { supportHours } from '@/domain/capacity/supportHours'
import { explain } from '@/domain/indicators/explain'
import { recomputeAll } from '@/domain/indicators/recompute'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { programmeArbitrary } from '../../fixtures/randomProgramme'

const BY = ['municipality', 'association', 'type'] as const
const COLUMNS = ['shelterOpen', 'realised', 'committed', 'planned'] as const

/** A random programme with one of its quarters. */
const withDate = programmeArbitrary.chain((data) =>
  fc.constantFrom(...quarterDates(data).map((q) => q.date)).map((date) => ({ data, date })),
)

/** The balance of the whole programme by the plainest possible sum over its projects. */
function plainTotal(data: ProgrammeData, date: string): Omit<BalanceFigures, 'ambition' | 'gap'> {
  const total = { shelterOpen: 0, realised: 0, committed: 0, planned: 0 }
  for (const project of data.projects.values()) {
    const c = projectPlaces(data, project, date)
    if (familyOf(data, project) === 'shelter') total.shelterOpen += c.available
    else {
      total.realised += c.available
      total.committed += c.committed + c.preparing
      total.planned += c.idea + c.explored
    }
  }
  return total
}

describe('figures of random programmes', () => {
  it('rows add up to the total, and the total to the plain sum, by every grouping', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        const plain = plainTotal(data, date)
        for (const by of BY) {
          const { rows, total } = transitionBalance(data, date, by)
          for (const column of COLUMNS) {
            expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(total[column])
            expect(total[column]).toBe(plain[column])
          }
          if (by !== 'municipality') continue
          expect(rows.reduce((sum, row) => sum + (row.ambition ?? 0), 0)).toBe(total.ambition)
          expect(rows.reduce((sum, row) => sum + (row.gap ?? 0), 0)).toBe(total.gap)
        }
      }),
    )
  })

  it('each place has exactly one status: no track combination loses or doubles one', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        for (const project of data.projects.values()) {
          const both = projectPlaces(data, project, date)
          const homes = projectPlaces(data, { ...project, typeId: '-', support: [] }, date)
          const support = projectPlaces(data, { typeId: '-', homes: project.support, support: [] }, date)
          expect(Math.min(...Object.values(both))).toBeGreaterThanOrEqual(0)
          expect(both.ended).toBe(homes.ended)
          if (openPlaces(both) !== openPlaces(homes))
            expect(openPlaces(both)).toBe(Math.max(openPlaces(homes), support.available))
        }
      }),
    )
  })

  it('the capacity table adds up to its total and to the projects', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        const table = capacityTable(data, date)
        const rows = zeroCounts()
        for (const row of table.rows) addCounts(rows, row.counts)
        const projects = zeroCounts()
        for (const project of data.projects.values()) addCounts(projects, projectPlaces(data, project, date))
        expect(rows).toEqual(table.counts)
        expect(projects).toEqual(table.counts)
        expect(table.rows.reduce((sum, row) => sum + row.total, 0)).toBe(table.total)
        expect(table.rows.flatMap((row) => row.projectIds).sort()).toEqual([...data.projects.keys()].sort())
      }),
    )
  })

  it('every explanation adds up to the figure it explains', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        const { rows, total } = transitionBalance(data, date, 'municipality')
        for (const figure of [...COLUMNS, 'ambition', 'gap'] as const) {
          expect(explain(data, { figure, date }).value).toBe(total[figure])
          for (const row of rows) {
            const explanation = explain(data, { figure, date, municipalityIds: [row.id ?? ''] })
            expect(explanation.value).toBe(row[figure])
            expect(explanation.rows.reduce((sum, r) => sum + r.value, 0)).toBe(row[figure])
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('one walk over all dates equals each date apart; all figures at once equal each apart', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        const dates = quarterDates(data).map((q) => q.date)
        const all = recomputeAll(data, date)
        for (const by of BY) {
          const over = balanceOverDates(data, dates, by)
          expect(over).toEqual(dates.map((d) => transitionBalance(data, d, by)))
          expect(all.balances[by]).toEqual(over)
        }
        expect(all.capacity).toEqual(capacityTable(data, date))
        expect(all.support).toEqual(supportHours(data, date))
        expect(all.ratings).toEqual(ratingCounts(data))
        const totals = all.balances.municipality.map((t) => t.total.gap)
        expect(balanceSeries(data).map((p) => p.gap)).toEqual(totals)
      }),
      { numRuns: 40 },
    )
  })

  it('figures under a filter on municipalities add up to those without', () => {
    fc.assert(
      fc.property(withDate, ({ data, date }) => {
        const whole = transitionBalance(data, date, 'type').total
        const parts = [...data.municipalities.keys()].map(
          (id) => transitionBalance(data, date, 'type', { municipalityIds: new Set([id]) }).total,
        )
        for (const column of [...COLUMNS, 'ambition', 'gap'] as const)
          expect(parts.reduce((sum, part) => sum + (part[column] ?? 0), 0)).toBe(whole[column])
      }),
      { numRuns: 40 },
    )
  })
})
