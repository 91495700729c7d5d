import { describe, expect, it } from 'vitest'
import { balanceOverDates, balanceSeries, transitionBalance } from '@/domain/capacity/balance'
import { capacityTable } from '@/domain/capacity/capacityTable'
import { ratingCounts } from '@/domain/capacity/ratings'
import { supportHours } from '@/domain/capacity/supportHours'
import { literalData, milestone, project, step } from '../../fixtures/literal'

const data = literalData(
  [
    project('p1', {
      associationId: 'corp-1',
      homes: [step('2026-01-01', null, 'committed', 10), step('2026-06-01', 'committed', 'available', 10)],
      support: [step('2026-06-01', null, 'available', 6)],
      closingDecision: { date: '2026-09-01', text: 'college besluit' },
    }),
    project('p2', {
      municipalityId: 'B',
      typeId: 'room',
      homes: [step('2026-03-01', null, 'idea', 5)],
      closingDecision: { date: '2026-02-01', text: 'raad stemt in' },
    }),
    project('p3', {
      typeId: 'shelter',
      homes: [step('2026-01-01', null, 'available', 20), step('2026-12-31', 'available', 'ended', 8)],
      rating: { colour: 'red', cause: 'a', consequence: 'b', adjustment: 'c' },
    }),
  ],
  [milestone('A', '2026-01-01', 0), milestone('A', '2027-12-31', 40), milestone('B', '2026-12-31', 9)],
)

describe('transition balance', () => {
  it('per municipality on a date, with the decision that closes the gap', () => {
    const table = transitionBalance(data, '2026-06-30', 'municipality')
    expect(table.rows).toEqual([
      {
        id: 'A',
        name: 'A',
        shelterOpen: 20,
        realised: 6,
        committed: 4,
        planned: 0,
        // 40 × 180 / 729 days = 9.88, rounded half up.
        ambition: 10,
        gap: 0,
        closing: { date: '2026-09-01', text: 'college besluit', projectId: 'p1', overdue: false },
      },
      {
        id: 'B',
        name: 'B',
        shelterOpen: 0,
        realised: 0,
        committed: 0,
        planned: 5,
        ambition: 9,
        gap: 9,
        closing: { date: '2026-02-01', text: 'raad stemt in', projectId: 'p2', overdue: true },
      },
    ])
    expect(table.total).toEqual({
      id: null,
      name: 'Totaal',
      shelterOpen: 20,
      realised: 6,
      committed: 4,
      planned: 5,
      ambition: 19,
      gap: 9,
      closing: null,
    })
  })

  it('per association and type has no ambition in its rows, but has it in the total', () => {
    const byAssociation = transitionBalance(data, '2026-06-30', 'association')
    expect(byAssociation.rows.map((r) => [r.name, r.realised, r.committed, r.planned, r.ambition])).toEqual([
      ['corp-1', 6, 4, 0, null],
      ['corp-2', 0, 0, 0, null],
      ['Zonder corporatie', 0, 0, 5, null],
    ])
    expect(byAssociation.total.gap).toBe(9)
    const byType = transitionBalance(data, '2026-06-30', 'type')
    expect(byType.rows.map((r) => [r.name, r.shelterOpen])).toEqual([
      ['shelter', 20],
      ['room', 0],
      ['care', 0],
      ['home', 0],
    ])
  })

  it('says nothing about a gap under a filter that ambition does not know', () => {
    const table = transitionBalance(data, '2026-06-30', 'municipality', { typeIds: new Set(['home']) })
    expect(table.total.ambition).toBeNull()
    expect(table.total.gap).toBeNull()
    expect(table.total.committed).toBe(4)
  })

  it('follows a municipality filter in rows, total and ambition', () => {
    const table = transitionBalance(data, '2026-06-30', 'municipality', { municipalityIds: new Set(['B']) })
    expect(table.rows.map((r) => r.id)).toEqual(['B'])
    expect(table.total.ambition).toBe(9)
  })

  it('over dates equals each date apart; the series holds the quarters of the programme', () => {
    const dates = ['2026-03-31', '2026-06-30', '2026-12-31']
    expect(balanceOverDates(data, dates, 'type')).toEqual(
      dates.map((d) => transitionBalance(data, d, 'type')),
    )
    const series = balanceSeries(data)
    expect(series.map((p) => p.date)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
      '2027-03-31',
      '2027-06-30',
      '2027-09-30',
      '2027-12-31',
    ])
    expect(series.map((p) => p.shelterOpen)).toEqual([20, 20, 20, 12, 12, 12, 12, 12])
    expect(series.at(-1)?.gap).toBe(40 + 9 - 10)
  })
})

describe('capacity table, hours, stoplichten', () => {
  it('adds up', () => {
    const table = capacityTable(data, '2026-12-31')
    expect(table.rows).toHaveLength(3)
    expect(table.counts).toEqual({
      idea: 5,
      explored: 0,
      committed: 0,
      preparing: 4,
      available: 18,
      ended: 8,
    })
    expect(table.total).toBe(27)
  })

  it('shows homes without support as missing hours', () => {
    expect(supportHours(data, '2026-06-30')).toEqual([
      { municipalityId: 'A', bandId: 'light', needed: 20, available: 12, gap: 8 },
    ])
  })

  it('counts stoplichten', () => {
    expect(ratingCounts(data)).toEqual({ green: 0, orange: 0, red: 1, grey: 2 })
  })
})
