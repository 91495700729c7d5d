import { describe, expect, it } from 'vitest'
import { ambitionAt, ambitionOfRegion } from '@/domain/capacity/ambition'
import { literalData, milestone } from '../../fixtures/literal'

const data = literalData(
  [],
  [
    milestone('A', '2026-01-11', 3),
    milestone('A', '2026-01-01', 2),
    milestone('A', '2026-01-31', 23),
    milestone('B', '2026-01-01', 4),
  ],
)

describe('ambition', () => {
  it.each([
    ['2025-06-01', 2],
    ['2026-01-01', 2],
    // Half way between 2 and 3 is exactly 2.5: half up.
    ['2026-01-06', 3],
    ['2026-01-05', 2],
    ['2026-01-11', 3],
    ['2026-01-12', 4],
    ['2026-01-31', 23],
    ['2030-12-31', 23],
  ])('of a municipality on %s is %i', (date, expected) => {
    expect(ambitionAt(data, 'A', date)).toBe(expected)
  })

  it('rounds half up going down too', () => {
    const down = literalData([], [milestone('A', '2026-01-01', 3), milestone('A', '2026-01-03', 2)])
    expect(ambitionAt(down, 'A', '2026-01-02')).toBe(3)
  })

  it('of the region is the sum of the rounded ones', () => {
    expect(ambitionOfRegion(data, '2026-01-06')).toBe(7)
    expect(ambitionOfRegion(data, '2026-01-06', new Set(['B']))).toBe(4)
  })

  it('without milestones is 0', () => {
    expect(ambitionAt(literalData(), 'A', '2026-01-01')).toBe(0)
  })
})
