import { describe, expect, it } from 'vitest'
import { readDate, readNumber, showDate, showNumber } from '@/ui/typed'

describe('numbers as people type them', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['12', 12],
    ['-3', -3],
    ['1.234', 1234],
    ['1.234.567,5', 1_234_567.5],
    ['1234,5', 1234.5],
    ['12.5', 12.5],
    ['1 234', 1234],
  ])('reads %j as %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each(['twaalf', '1,2,3', '12-', '--1', '1.23.4', '1e5', 'Infinity'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })

  it('shows what it reads', () => {
    for (const value of [0, 7, 1234, 1_234_567.5, -12.25])
      expect(readNumber(showNumber(value, 2))).toBe(value)
    expect(showNumber(null, 0)).toBe('')
    expect(showNumber(Number.NaN, 0)).toBe('')
  })
})

describe('dates as people type them', () => {
  it.each([
    ['', null],
    ['14-04-2026', '2026-04-14'],
    ['14-4-2026', '2026-04-14'],
    ['1/2/2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['14042026', '2026-04-14'],
    ['2026-04-14', '2026-04-14'],
    ['29-02-2028', '2028-02-29'],
  ])('reads %j as %j', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  it.each(['29-02-2026', '31-04-2026', '1-13-2026', '0-1-2026', '14-4-26', '14-4', 'morgen', '14-04-1026'])(
    'refuses %j',
    (text) => {
      expect(readDate(text)).toBeUndefined()
    },
  )

  it('shows an ISO date in the Dutch order and leaves other text alone', () => {
    expect(showDate('2026-04-14')).toBe('14-04-2026')
    expect(showDate(null)).toBe('')
    expect(showDate('31-02-20')).toBe('31-02-20')
  })
})
