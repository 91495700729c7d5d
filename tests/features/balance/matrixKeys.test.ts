import { describe, expect, it } from 'vitest'
import { columnsOf, yearSpans } from '@/features/balance/matrix'
import { matrixLayout } from '@/features/balance/matrixLayout'
import { placeAfter } from '@/features/balance/useMatrixKeys'
import { quartersBetween } from '@/domain/time/quarter'

const quarters = quartersBetween('2026-07-01', '2028-12-31')
const columns = columnsOf(quarters, new Set([2027]))
const spans = yearSpans(columns)

describe('the head of the matrix', () => {
  it('folds a year to its end', () => {
    expect(columns.map((c) => c.name)).toEqual([
      '3e kwartaal 2026',
      '4e kwartaal 2026',
      'eind 2027',
      '1e kwartaal 2028',
      '2e kwartaal 2028',
      '3e kwartaal 2028',
      '4e kwartaal 2028',
    ])
    expect(spans).toEqual([
      { year: 2026, folded: false, first: 0, count: 2 },
      { year: 2027, folded: true, first: 2, count: 1 },
      { year: 2028, folded: false, first: 3, count: 4 },
    ])
  })

  it('is walked a year at a time', () => {
    const go = (row: number, column: number, toRow: number, toColumn: number, key: string) =>
      placeAfter({ row, column }, { row: toRow, column: toColumn }, key, spans)
    expect(go(1, 6, 0, 6, 'ArrowUp')).toEqual({ row: 0, column: 4 })
    expect(go(0, 1, 0, 2, 'ArrowRight')).toEqual({ row: 0, column: 3 })
    expect(go(0, 3, 0, 4, 'ArrowRight')).toEqual({ row: 0, column: 4 })
    // The last year is where it ends.
    expect(go(0, 4, 0, 5, 'ArrowRight')).toEqual({ row: 0, column: 4 })
    expect(go(0, 4, 0, 3, 'ArrowLeft')).toEqual({ row: 0, column: 3 })
    expect(go(0, 3, 0, 2, 'ArrowLeft')).toEqual({ row: 0, column: 1 })
    expect(go(0, 1, 0, 0, 'ArrowLeft')).toEqual({ row: 0, column: 0 })
    expect(go(0, 4, 0, 7, 'End')).toEqual({ row: 0, column: 4 })
  })

  it('has one heading over the names, that takes both rows', () => {
    expect(placeAfter({ row: 2, column: 0 }, { row: 1, column: 0 }, 'ArrowUp', spans)).toEqual({
      row: 0,
      column: 0,
    })
    expect(placeAfter({ row: 0, column: 0 }, { row: 1, column: 0 }, 'ArrowDown', spans)).toEqual({
      row: 2,
      column: 0,
    })
    expect(placeAfter({ row: 1, column: 1 }, { row: 1, column: 0 }, 'ArrowLeft', spans)).toEqual({
      row: 0,
      column: 0,
    })
  })
})

describe('the widths', () => {
  it('fit twenty quarters in a small window, and never cut a number', () => {
    const twenty = columnsOf(quartersBetween('2026-01-01', '2030-12-31'), new Set())
    expect(twenty).toHaveLength(20)
    const small = matrixLayout(twenty, 1116, { nameWidth: 148, longest: 3, leastWidth: 0 })
    expect(small.total).toBeLessThanOrEqual(1116)
    const national = matrixLayout(twenty, 1116, { nameWidth: 148, longest: 6, leastWidth: 0 })
    expect(national.cell).toBeGreaterThan(60)
    expect(national.total).toBeGreaterThan(1116)
  })
})
