import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceOverDates,
  quarterDates,
  supportHours,
  supportOverDates,
  transitionBalance,
} from '@/domain/capacity'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { cellParts, rowFilter } from '@/features/balance/cellProjects'
import { supportParts } from '@/features/balance/cellSupport'
import { columnsOf, matrixOf, yearSpans } from '@/features/balance/matrix'
import { placesFile, screenTable } from '@/features/balance/matrixExport'
import { placeMeasuresBy, placeSign, SUPPORT_MEASURES } from '@/features/balance/measures'
import { programmeArbitrary } from '../../fixtures/randomProgramme'

const BYS = ['municipality', 'association', 'type'] as const
const byArbitrary = fc.constantFrom(...BYS)

/** At most this many years of quarters, folded or not: enough to catch a mistake, few enough to be quick. */
const quartersOf = (data: ProgrammeData) => quarterDates(data).slice(0, 12)

function placesOf(data: ProgrammeData, by: (typeof BYS)[number], folded: ReadonlySet<number> = new Set()) {
  const columns = columnsOf(
    quartersOf(data).map((q) => q.quarter),
    folded,
  )
  const dates = columns.map((c) => c.date)
  return { dates, matrix: matrixOf(columns, balanceOverDates(data, dates, by)) }
}

describe('the matrix of places', () => {
  it('has rows that add up to the total, for each quarter and figure', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, (data, by) => {
        const { matrix } = placesOf(data, by)
        matrix.columns.forEach((_, c) => {
          for (const measure of placeMeasuresBy(by)) {
            const sum = matrix.rows.reduce((all, row) => all + (row.cells[c]?.[measure] ?? 0), 0)
            expect(sum).toBe(matrix.total.cells[c]?.[measure])
          }
        })
      }),
    )
  })

  it('has the figures of the balance on that one date', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, fc.nat(), (data, by, n) => {
        const { dates, matrix } = placesOf(data, by)
        const c = n % dates.length
        const alone = transitionBalance(data, dates[c] as IsoDate, by)
        expect(matrix.rows.map((row) => row.cells[c])).toEqual(alone.rows)
        expect(matrix.total.cells[c]).toEqual(alone.total)
      }),
    )
  })

  it('keeps the end of a folded year, with the same figures', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, fc.integer({ min: 2024, max: 2032 }), (data, by, year) => {
        const open = placesOf(data, by)
        const { matrix } = placesOf(data, by, new Set([year]))
        const kept = matrix.columns.filter((column) => column.quarter.year === year)
        expect(kept.length).toBe(open.matrix.columns.some((c) => c.quarter.year === year) ? 1 : 0)
        matrix.columns.forEach((column, c) => {
          const same = open.dates.indexOf(column.date)
          expect(matrix.total.cells[c]).toEqual(open.matrix.total.cells[same])
        })
        expect(yearSpans(matrix.columns).reduce((sum, span) => sum + span.count, 0)).toBe(
          matrix.columns.length,
        )
      }),
    )
  })

  it('has projects behind a cell that add up to it', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, fc.nat(), fc.nat(), (data, by, n, m) => {
        const { dates, matrix } = placesOf(data, by)
        const c = n % dates.length
        const rows = [null, ...matrix.rows]
        const row = rows[m % rows.length] ?? null
        const cell = (row ?? matrix.total).cells[c]
        const id = row === null ? null : { id: row.id }
        for (const part of cellParts(data, dates[c] as IsoDate, by, id, {})) {
          expect(part.rows.reduce((sum, p) => sum + p.value, 0)).toBe(part.value)
          expect(part.value).toBe(cell?.[part.figure])
        }
      }),
    )
  })

  it('says with its sign what the gap says', () => {
    fc.assert(
      fc.property(programmeArbitrary, (data) => {
        for (const { cells } of placesOf(data, 'municipality').matrix.rows)
          for (const cell of cells) {
            const sign = placeSign(cell)
            if (sign === 'shortage' || sign === 'planned') expect(cell.gap).toBeGreaterThan(0)
            if (sign === 'planned') expect(cell.planned).toBeGreaterThanOrEqual(cell.gap ?? 0)
            if (sign === 'even') expect(cell.gap).toBe(0)
            if (sign === 'more') expect(cell.gap).toBeLessThan(0)
          }
      }),
    )
  })

  it('goes out as it is on screen, and as one line per cell', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, (data, by) => {
        const { matrix, dates } = placesOf(data, by)
        const screen = screenTable(matrix, by, (figures) => figures.realised)
        expect(screen.rows.at(-1)).toEqual(['Totaal', ...matrix.total.cells.map((cell) => cell.realised)])
        expect(screen.rows.length).toBe(matrix.rows.length + 1)
        const file = placesFile(matrix, by)
        expect(file.rows.length).toBe(matrix.rows.length * dates.length)
        for (const row of file.rows) expect(row.length).toBe(file.columns.length)
      }),
    )
  })
})

describe('the matrix of support', () => {
  const close = (a: number, b: number): void => {
    expect(a).toBeCloseTo(b, 4)
  }

  it('has rows that add up to the total, for each quarter and figure', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, (data, by) => {
        const dates = quartersOf(data).map((q) => q.date)
        for (const table of supportOverDates(data, dates, by)) {
          for (const measure of SUPPORT_MEASURES)
            close(
              table.rows.reduce((sum, row) => sum + row[measure], 0),
              table.total[measure],
            )
          for (const places of ['placesNeeded', 'placesAvailable'] as const)
            expect(table.rows.reduce((sum, row) => sum + row[places], 0)).toBe(table.total[places])
          close(table.total.gap, table.total.needed - table.total.available)
        }
      }),
    )
  })

  it('counts the same hours as those per municipality and band', () => {
    fc.assert(
      fc.property(programmeArbitrary, fc.nat(), (data, n) => {
        const dates = quartersOf(data).map((q) => q.date)
        const d = n % dates.length
        const rows = supportHours(data, dates[d] as IsoDate)
        for (const row of supportOverDates(data, dates, 'municipality')[d]?.rows ?? []) {
          const own = rows.filter((r) => r.municipalityId === row.id)
          for (const measure of SUPPORT_MEASURES)
            close(
              row[measure],
              own.reduce((sum, r) => sum + r[measure], 0),
            )
        }
      }),
    )
  })

  it('has projects behind a cell that add up to it, and bands that add up to all', () => {
    fc.assert(
      fc.property(programmeArbitrary, byArbitrary, fc.nat(), (data, by, n) => {
        const dates = quartersOf(data).map((q) => q.date)
        const date = dates[n % dates.length] as IsoDate
        const [table] = supportOverDates(data, [date], by)
        for (const row of table?.rows ?? []) {
          const parts = supportParts(data, date, rowFilter(by, { id: row.id }, {}))
          for (const measure of SUPPORT_MEASURES) {
            close(
              parts.reduce((sum, part) => sum + part[measure], 0),
              row[measure],
            )
            for (const part of parts)
              close(
                part.rows.reduce((sum, project) => sum + project[measure], 0),
                part[measure],
              )
          }
        }
      }),
    )
  })
})
