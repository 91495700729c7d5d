import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type Agreement,
  changeOwner,
  escalate,
  helpAlong,
  leadsRound,
  settleAgreement,
  waitingFor,
} from '@/domain/regie'
import { toDay, weekdayOf } from '@/domain/time/day'
import { validateRegie } from '@/domain/validation'
import { agendaGroups } from '@/features/agreements/agenda/groups'
import { moveDay, monthOf, stepMonth, weeksOf } from '@/features/agreements/calendar/month'
import { agreementTable } from '@/features/agreements/list/exportTable'
import { agreementRows, countsInWords, filterRows, NO_FILTER } from '@/features/agreements/list/rows'
import { happenings } from '@/features/agreements/panel/happened'
import { ladderOf } from '@/features/agreements/panel/ladder'
import { agreement, context, done, mandate, region, TODAY } from '../../domain/regie/support'
import { dateArbitrary, regieProgrammeArbitrary } from '../../fixtures/randomProgramme'

function having(...agreements: readonly Partial<Agreement>[]): ProgrammeData {
  return {
    ...region(),
    agreements: new Map(
      agreements.map((a, i) => [a.id ?? `a${String(i)}`, agreement({ id: `a${String(i)}`, ...a })]),
    ),
  }
}
const names = (data: ProgrammeData, filter = NO_FILTER): string[] =>
  filterRows(agreementRows(data, TODAY), filter).map((row) => row.agreement.name)

const several = () =>
  having(
    { name: 'Later', due: '2027-02-01', dependsOn: ['a2'] },
    { name: 'Ooit' },
    { name: 'Te laat', due: '2026-11-21', level: 'board' },
    { name: 'Langst te laat', due: '2026-01-01', coOwnerIds: ['partner-wonion'] },
    { name: 'Vandaag', due: TODAY, text: 'bij de Café-ingang' },
    { name: 'Klaar', due: '2026-01-01', status: 'done', settledOn: '2026-02-01' },
  )

describe('the list', () => {
  it('has first what is longest over time, then what comes, then what has no date', () => {
    expect(names(several(), { ...NO_FILTER, state: 'all' })).toEqual([
      'Langst te laat',
      'Te laat',
      'Vandaag',
      'Later',
      'Ooit',
      'Klaar',
    ])
  })

  it.each([
    [{ state: 'overdue' }, ['Langst te laat', 'Te laat']],
    [{ state: 'waiting' }, ['Later']],
    [{ state: 'done' }, ['Klaar']],
    [{ levels: ['board'] }, ['Te laat']],
    [{ ownerIds: ['partner-wonion'] }, ['Langst te laat']],
    [{ text: 'cafe  INGANG' }, ['Vandaag']],
    [{ text: 'sité laat' }, ['Langst te laat', 'Te laat']],
  ] as const)('is narrowed by %j', (filter, expected) => {
    expect(names(several(), { ...NO_FILTER, ...filter })).toEqual(expected)
  })

  it('says in words how it stands', () => {
    const words = (data: ProgrammeData) => countsInWords(agreementRows(data, TODAY), TODAY)
    expect(words(several())).toBe(
      '2 afspraken over tijd, 1 in de komende twee weken. 5 open, waarvan 1 wacht op een andere.',
    )
    expect(words(having({ due: '2026-12-06' }))).toBe(
      'Geen afspraken over tijd, 1 in de komende twee weken. 1 open.',
    )
    expect(words(having({ status: 'dropped', settledOn: TODAY }))).toBe('Er staan geen afspraken open.')
    expect(words(having())).toBeNull()
  })

  it('goes out with a cell for each column, for any programme', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, (data) => {
        const table = agreementTable(data, agreementRows(data, TODAY))
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
        expect(table.rows).toHaveLength(data.agreements.size)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the agenda', () => {
  it('goes by week, and further away by month', () => {
    // 22 November 2026 is a Sunday: this week ends today.
    const data = having(
      { due: '2026-11-21' },
      { due: TODAY },
      { due: '2026-11-23' },
      { due: '2026-11-29' },
      { due: '2026-11-30' },
      { due: '2027-01-04' },
      {},
    )
    const groups = agendaGroups(agreementRows(data, TODAY), TODAY)
    expect(groups.map((g) => [g.title, ...g.parts.map((p) => [p.title, p.rows.length])])).toEqual([
      ['Over tijd', [null, 1]],
      ['Deze week', [null, 1]],
      ['Volgende week', [null, 2]],
      ['Later', ['November 2026', 1], ['Januari 2027', 1]],
      ['Zonder datum', [null, 1]],
    ])
  })

  it('has every open agreement once', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, dateArbitrary, (data, today) => {
        const rows = filterRows(agreementRows(data, today), NO_FILTER)
        const found = agendaGroups(rows, today).flatMap((g) => g.parts.flatMap((p) => p.rows))
        expect(found.map((row) => row.agreement.id).sort()).toEqual(rows.map((r) => r.agreement.id).sort())
      }),
      { numRuns: 40 },
    )
  })
})

describe('the calendar', () => {
  it('has whole weeks with every day of the month', () => {
    fc.assert(
      fc.property(dateArbitrary, (date) => {
        const month = monthOf(date)
        const weeks = weeksOf(month)
        const days = weeks.flatMap((week) => week.days)
        expect(days.map(toDay)).toEqual(days.map((_, i) => toDay(days[0] ?? '') + i))
        for (const week of weeks) expect(weekdayOf(toDay(week.days[0] ?? ''))).toBe(0)
        expect(days).toContain(date)
        expect(weeks.every((week) => week.days.some((day) => monthOf(day) === month))).toBe(true)
        expect(stepMonth(stepMonth(month, 1), -1)).toBe(month)
      }),
    )
    expect(weeksOf('2027-01').map((week) => week.number)).toEqual([53, 1, 2, 3, 4])
  })

  it.each([
    ['ArrowRight', '2026-12-01'],
    ['ArrowLeft', '2026-11-29'],
    ['ArrowUp', '2026-11-23'],
    ['ArrowDown', '2026-12-07'],
    ['Home', '2026-11-30'],
    ['End', '2026-12-06'],
    ['PageUp', '2026-10-30'],
    ['PageDown', '2026-12-30'],
    ['x', null],
  ])('walks by %s', (key, to) => {
    expect(moveDay('2026-11-30', key)).toBe(to)
  })
})

describe('one agreement', () => {
  it('never offers one that would make it wait for itself', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, (data) => {
        for (const one of data.agreements.values())
          for (const other of data.agreements.values()) {
            const next = { ...one, dependsOn: [...new Set([...one.dependsOn, other.id])] }
            const round = validateRegie(data, 'agreements', next).some((p) => p.code === 'goes-round')
            expect(leadsRound(data, one.id, [other.id])).toBe(round)
          }
      }),
      { numRuns: 20 },
    )
    expect(waitingFor(several(), 'a2').map((a) => a.name)).toEqual(['Later'])
  })

  it('tells what happened in order', () => {
    let data: ProgrammeData = {
      ...having({ madeOn: '2026-10-01', due: '2026-11-01' }),
      mandates: new Map([['m', mandate({ id: 'm', holderId: 'partner-iriszorg' })]]),
    }
    data = done(data, helpAlong('a0', 'support', 'Samen gebeld.'), context('2026-11-03'))
    data = done(data, escalate('a0', 'Niemand beslist.'), context('2026-11-10'))
    data = done(
      data,
      changeOwner('a0', { toId: 'partner-wonion', consentBy: 'manager wonen', reason: 'Ligt in Ulft.' }),
      context('2026-11-12'),
    )
    data = done(data, settleAgreement('a0', 'done', 'Gelukt.'), context('2026-11-20'))
    const told = happenings(data, data.agreements.get('a0') ?? agreement())
    expect(told.map(({ on, title, text }) => [on, title, text])).toEqual([
      ['2026-10-01', 'Afgesproken, van Sité', ''],
      ['2026-11-03', 'Ondersteund', 'Samen gebeld.'],
      ['2026-11-10', 'Opgeschaald naar Manager wonen (IrisZorg)', 'Niemand beslist.'],
      [
        '2026-11-12',
        'Andere eigenaar: van Sité naar Wonion',
        'Ingestemd door: manager wonen. Reden: Ligt in Ulft.',
      ],
      ['2026-11-20', 'Nagekomen', 'Gelukt.'],
    ])
  })

  it('shows the ladder before it is climbed', () => {
    const rungs = [
      mandate({ id: 'own', escalatesToId: 'next' }),
      mandate({ id: 'next', holderId: 'partner-wonion', escalatesToId: 'past' }),
      mandate({ id: 'past', holderId: 'partner-wonion', until: '2026-10-01', escalatesToId: 'top' }),
      mandate({ id: 'top', holderId: 'partner-iriszorg' }),
    ]
    let data: ProgrammeData = { ...having({}), mandates: new Map(rungs.map((m) => [m.id, m])) }
    const seen = () => {
      const found = ladderOf(data, data.agreements.get('a0') ?? agreement(), TODAY)
      return found.ok ? found.value.map((r) => `${r.mandate.id} ${r.state}`) : found.error.code
    }
    expect(seen()).toEqual(['next next', 'past skipped', 'top above'])
    data = done(data, escalate('a0', 'Omdat.'))
    expect(seen()).toEqual(['next been', 'top next'])
    data = done(data, escalate('a0', 'Omdat.'))
    expect(seen()).toBe('ladder-end')
    data = { ...having({}), mandates: new Map() }
    expect(seen()).toBe('ladder-none')
  })
})
