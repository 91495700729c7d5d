import { describe, expect, it } from 'vitest'
import type { CapacityStep, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { inputsFrom } from '@/domain/simulation/defaults'
import { lotsOf } from '@/domain/simulation/plan'
import { stayFromText } from '@/domain/simulation/stayFromText'
import { cautions, tooThin, validateInputs } from '@/domain/simulation/validateInputs'
import { literalData, project, step } from '../../fixtures/literal'
import { just, queue } from './support'

const START = '2026-10-15'

describe('lotsOf', () => {
  const lots = (homes: readonly CapacityStep[], extra: Partial<Project> = {}) => {
    const p = project('p', { typeId: 'room', homes, ...extra })
    return lotsOf(literalData([p]), p, START).map((l) => [l.track, l.places, l.certainty, l.date, l.ends])
  }

  it('takes what is available as present, and what lies ahead with the certainty of today', () => {
    expect(
      lots([
        step('2025-01-01', null, 'available', 4),
        step('2026-01-01', null, 'idea', 3),
        step('2026-09-01', 'idea', 'explored', 3),
        step('2027-05-01', 'explored', 'available', 2),
        step('2027-06-01', null, 'committed', 5),
      ]),
    ).toEqual([
      ['homes', 4, 'present', START, null],
      ['homes', 1, 'explored', START, null],
      ['homes', 2, 'explored', '2027-05-01', null],
      ['homes', 5, 'committed', '2027-06-01', null],
    ])
  })

  it('splits what ends, and leaves out what ended or never comes', () => {
    expect(
      lots([
        step('2020-01-01', null, 'available', 10),
        step('2025-01-01', 'available', 'ended', 2),
        step('2027-01-01', 'available', 'ended', 5),
        step('2027-02-01', null, 'idea', 3),
        step('2028-01-01', 'idea', 'ended', 3),
      ]),
    ).toEqual([
      ['homes', 3, 'present', START, null],
      ['homes', 5, 'present', START, '2027-01-01'],
    ])
  })

  it('knows shelter and support', () => {
    const support = [step('2026-12-01', null, 'preparing', 2)]
    const homes = [step('2026-01-01', null, 'available', 2)]
    expect(lots(homes, { typeId: 'home', support }).map((l) => l[0])).toEqual(['homes', 'support'])
    expect(lots(homes, { typeId: 'shelter' }).map((l) => l[0])).toEqual(['shelter'])
  })
})

describe('stayFromText', () => {
  it.each([
    ['1 tot 2 jaar', [12, 18, 24]],
    ['6 tot 24 maanden', [6, 15, 24]],
    ['hoogstens 1 jaar', [4, 8, 12]],
    ['omklappen na ongeveer 1 jaar', [8, 12, 24]],
  ])('%s', (text, [low, value, high]) => {
    expect(stayFromText(text)).toEqual({ low, value, high })
  })
  it('says nothing where nothing is said', () => {
    expect(['zolang als nodig', '', 'volgens indicatie', '0 jaar', '3 tot 2 jaar'].map(stayFromText)).toEqual(
      [null, null, null, null, null],
    )
  })
})

const facts = [
  {
    id: 'count-total',
    label: 'Mensen zonder huis',
    value: 90,
    referenceDate: '2024-04',
    source: 'telling',
    verified: true,
  },
]
const withPlaces = (extra: Parameters<typeof literalData>[2] = {}): ProgrammeData =>
  literalData([project('p', { homes: [step('2026-01-01', null, 'available', 4)] })], [], extra)

describe('inputsFrom', () => {
  it('starts from the count, with its source and a range, divided by the key', () => {
    const inputs = inputsFrom(withPlaces({ facts }), START)
    expect(inputs.waitingAtStart).toMatchObject({
      value: 90,
      low: 81,
      high: 104,
      date: '2024-04',
      basis: 'counted',
    })
    expect(inputs.municipalities.map((m) => m.startWeight)).toEqual([2000, 1000])
    expect(inputs.inflow).toMatchObject({ value: 5, low: 3, high: 7.5, basis: 'assumed' })
    expect(inputs.months).toBe(15)
    expect(validateInputs(inputs)).toEqual([])
    expect(tooThin(inputs)).toEqual([])
    expect(cautions(inputs)).toHaveLength(3)
    expect(cautions(inputs)[1]).toBe('De telling waarmee de doorrekening begint is 2 jaar oud.')
  })

  it('prefers an inflow that is known', () => {
    const year = { ...facts[0], id: 'inflow-year', label: 'Nieuw per jaar', value: 60 }
    const inputs = inputsFrom(withPlaces({ facts: [...facts, year as (typeof facts)[0]] }), START)
    expect(inputs.inflow).toMatchObject({ value: 5, basis: 'counted' })
  })

  it('refuses to speak where there is nothing to go on', () => {
    expect(tooThin(inputsFrom(literalData(), START))).toEqual([
      'Het is niet bekend hoeveel mensen er nu zonder huis zijn. Vul een telling in, met de bron erbij.',
      'De instroom is niet bekend. Vul in hoeveel mensen er per maand dakloos worden, met de bron erbij.',
      'Er staan geen plekken in het plan, ook niet als idee. Voeg eerst projecten toe.',
      'Er is geen behoefteprofiel: het is niet bekend wat mensen nodig hebben.',
    ])
    const wild = { ...queue({ inflow: 5, stay: 5, places: 5 }), inflow: { ...just(5), low: 1, high: 9 } }
    expect(tooThin(wild)[0]).toContain('te onzeker')
  })
})

describe('validateInputs', () => {
  const base = queue({ inflow: 5, stay: 5, places: 5 })
  const codes = (inputs: typeof base): string[] =>
    validateInputs(inputs).map((e) => `${e.code} ${e.field ?? ''}`)

  it('points at the number that is wrong', () => {
    expect(codes(base)).toEqual([])
    expect(codes({ ...base, inflow: { ...just(5), low: 6 } })).toEqual(['order inflow'])
    expect(codes({ ...base, inflow: just(-1) })).toEqual(['limits inflow'])
    expect(codes({ ...base, inflow: just(Number.NaN) })).toEqual(['number inflow'])
    expect(codes({ ...base, months: 0, start: '2026-02-30' })).toEqual([
      'date-invalid start',
      'months months',
    ])
    expect(codes({ ...base, types: base.types.map((t) => ({ ...t, stay: just(0), stayShape: 0 })) })).toEqual(
      ['stay-short stay/home', 'shape shape/home'],
    )
  })
})
