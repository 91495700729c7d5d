import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, isIsoDate, toDay, toIso } from '@/domain/time/day'
import { firstDayOfQuarter, lastDayOfQuarter, quarterOf, quartersBetween } from '@/domain/time/quarter'

describe('calendar', () => {
  it('agrees with the engine on every day from 1900 to 2199', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000
    const last = Date.UTC(2199, 11, 31) / 86_400_000
    for (let day = first; day <= last; day += 1) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (toIso(day) !== iso || toDay(iso) !== day) throw new Error(`day ${iso} differs`)
    }
    expect(last - first).toBe(109_572)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '1899-12-31',
    '2200-01-01',
    '',
    'x',
  ])('refuses %s', (text) => {
    expect(isIsoDate(text)).toBe(false)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-12-31', 24, '2028-12-31'],
  ])('%s plus %i months is %s', (from, k, to) => {
    expect(addMonths(from, k)).toBe(to)
  })

  it('has each date within its own quarter', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (day) => {
        const iso = toIso(day)
        const q = quarterOf(iso)
        expect(firstDayOfQuarter(q) <= iso && iso <= lastDayOfQuarter(q)).toBe(true)
      }),
    )
  })

  it('lists quarters that touch a period', () => {
    expect(
      quartersBetween('2026-03-31', '2026-10-01').map((q) => `${String(q.year)}${String(q.quarter)}`),
    ).toEqual(['20261', '20262', '20263', '20264'])
    expect(quartersBetween('2026-03-31', '2025-10-01')).toEqual([])
  })
})
