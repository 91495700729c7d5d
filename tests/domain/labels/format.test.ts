import { describe, expect, it } from 'vitest'
import {
  capitalise,
  compareDutch,
  formatDate,
  formatNumber,
  formatPercent,
  formatQuarter,
  formatShortDate,
  joinDutch,
  plural,
} from '@/domain/labels/index'

describe('Dutch forms', () => {
  it.each([
    [0, 0, '0'],
    [1234.5, 1, '1.234,5'],
    [-1234.56, 1, '-1.234,6'],
    [1_000_000, 0, '1.000.000'],
    [999.95, 1, '1.000,0'],
    [-0.2, 0, '0'],
    [0.05, 2, '0,05'],
  ])('number %d with %i decimals is %s', (value, decimals, expected) => {
    expect(formatNumber(value, decimals)).toBe(expected)
  })

  it('dates, quarters, percentages', () => {
    expect(formatDate('2026-04-14')).toBe('14 april 2026')
    expect(formatDate('2024-04')).toBe('april 2024')
    expect(formatShortDate('2026-04-14')).toBe('14-04-2026')
    expect(formatQuarter({ year: 2026, quarter: 1 })).toBe('1e kwartaal 2026')
    expect(formatPercent(0.05)).toBe('5%')
  })

  it('plurals and rows of words', () => {
    expect([0, 1, 2].map((n) => plural(n, 'plek', 'plekken'))).toEqual(['0 plekken', '1 plek', '2 plekken'])
    expect(joinDutch(['a', 'b', 'c'])).toBe('a, b en c')
    expect(joinDutch(['a'])).toBe('a')
  })

  it('capital IJ and Dutch order', () => {
    expect(capitalise('ijsselstreek')).toBe('IJsselstreek')
    expect(['Zutphen', 'École', 'eik', 'Aalten 10', 'Aalten 9'].sort(compareDutch)).toEqual([
      'Aalten 9',
      'Aalten 10',
      'École',
      'eik',
      'Zutphen',
    ])
  })
})
