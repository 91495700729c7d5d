import { describe, expect, it } from 'vitest'
import { draftNeighbourhood, type Neighbourhood, type Signal } from '@/domain/regie'
import { impressionsOf, impressionWords, stepsOf } from '@/features/neighbourhood/carrying'
import { problemsIn } from '@/features/neighbourhood/check'
import { without, withFields } from '@/features/neighbourhood/entries'
import { signalTable } from '@/features/neighbourhood/signalTable'
import { groupsOf, waitingOf } from '@/features/neighbourhood/words'
import { context, region } from '../../domain/regie/support'

const data = region()
const place = (fields: Partial<Neighbourhood>): Neighbourhood => ({
  ...draftNeighbourhood(data, context()),
  ...fields,
})
const signal = (id: string, fields: Partial<Signal>): Signal => ({
  id,
  on: '2026-10-01',
  kind: 'nuisance',
  text: 'Geluid in de avond',
  followUp: '',
  followedOn: null,
  ...fields,
})
const seen = (on: string, level: 'room' | 'balance' | 'strained') => ({ id: on, on, level, why: 'gezien' })
const withAll = (...all: readonly Neighbourhood[]) => ({
  ...data,
  neighbourhoods: new Map(all.map((each) => [each.id, each])),
})

describe('neighbourhoods side by side', () => {
  const programme = withAll(
    place({ id: 'w', name: 'Wijnbergen', municipalityId: 'GM0222', carrying: [seen('2026-01-01', 'room')] }),
    place({
      id: 'o',
      name: 'Oost',
      municipalityId: 'GM0222',
      carrying: [seen('2026-05-01', 'strained'), seen('2026-01-01', 'balance')],
      signals: [
        signal('late', { on: '2026-11-01', kind: 'question' }),
        signal('done', { followedOn: '2026-10-02' }),
        signal('thanks', { kind: 'appreciation' }),
      ],
    }),
    place({
      id: 'a',
      name: 'Kern',
      municipalityId: 'GM0197',
      signals: [signal('first', { kind: 'initiative' })],
    }),
  )

  it('are grouped by municipality in Dutch order, with what they seem to carry in words', () => {
    expect(
      groupsOf(programme).map(({ name, words, neighbourhoods }) => [name, words, neighbourhoods[0]?.name]),
    ).toEqual([
      ['Aalten', '1 buurt: 1 zonder indruk', 'Kern'],
      ['Doetinchem', '2 buurten: 1 ruimte en 1 onder druk', 'Oost'],
    ])
  })

  it('have open signals, the oldest first; appreciation never waits, an initiative does', () => {
    expect(waitingOf(programme).map(({ signal: { id } }) => id)).toEqual(['first', 'late'])
  })

  it('give their signals to a spreadsheet', () => {
    const { columns, rows } = signalTable(programme)
    expect(rows).toHaveLength(4)
    expect(rows[0]).toEqual([
      'Aalten',
      'Kern',
      '2026-10-01',
      'initiatief van bewoners',
      'Geluid in de avond',
      '',
      null,
    ])
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})

describe('the picture of carrying capacity', () => {
  it('runs from the first impression to today, each until the next', () => {
    const impressions = impressionsOf({
      carrying: [seen('2026-11-12', 'strained'), seen('2026-11-02', 'room'), seen('2026-11-07', 'balance')],
    })
    expect(impressionWords(impressions)).toBe(
      '2 november 2026 ruimte, 7 november 2026 in balans, 12 november 2026 onder druk',
    )
    expect(stepsOf(impressions, '2026-11-22').map(({ lane, from, until }) => [lane, from, until])).toEqual([
      [0, 0, 25],
      [1, 25, 50],
      [2, 50, 100],
    ])
    expect(stepsOf([], '2026-11-22')).toEqual([])
    expect(stepsOf([seen('2026-11-22', 'room')], '2026-11-22')).toMatchObject([{ from: 0, until: 100 }])
  })
})

describe('the form of a neighbourhood', () => {
  it('names every text with a person in it, at its field', () => {
    const problems = problemsIn(
      place({
        plan: 'Bel 06-12345678',
        contactRole: 'mevrouw De Vries',
        signals: [signal('a', {}), signal('b', { followUp: 'mail jan@voorbeeld.nl' })],
      }),
    )
    expect(problems.map(({ field }) => field)).toEqual(['plan', 'contactRole', 'signals.1.followUp'])
    expect(problems[0]?.message).toContain('een telefoonnummer')
  })

  it('asks for words, and for a follow-up after the signal', () => {
    const problems = problemsIn(
      place({
        agreements: [{ id: 'x', on: '2026-10-01', text: ' ' }],
        signals: [signal('a', { text: '' }), signal('b', { followedOn: '2026-09-30' })],
        carrying: [{ ...seen('2026-10-01', 'room'), why: '' }],
      }),
    )
    expect(problems.map(({ field }) => field)).toEqual([
      'agreements.0.text',
      'signals.0.text',
      'carrying.0.why',
      'signals.1.followedOn',
    ])
  })

  it('changes entries without touching those it began with', () => {
    const before = [signal('a', {}), signal('b', {})]
    expect(withFields(before, 'b', { text: 'anders' }).map(({ text }) => text)).toEqual([
      'Geluid in de avond',
      'anders',
    ])
    expect(without(before, 'a').map(({ id }) => id)).toEqual(['b'])
    expect(before[1]?.text).toBe('Geluid in de avond')
  })
})
