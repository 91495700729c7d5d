import { describe, expect, it } from 'vitest'
import { sensitivity } from '@/domain/simulation/sensitivity'
import { accuracySentence, assumptions, endOf, sentences, shareOfRuns } from '@/domain/simulation/sentences'
import { simulate } from '@/domain/simulation/simulate'
import { just, queue } from './support'

describe('the sentence', () => {
  it.each([
    [0, 1000, 'In geen enkele doorrekening'],
    [1, 1000, 'In minder dan 1 van de 20 doorrekeningen'],
    [50, 1000, 'In 1 van de 10 doorrekeningen'],
    [749, 1000, 'In 7 van de 10 doorrekeningen'],
    [750, 1000, 'In 8 van de 10 doorrekeningen'],
    [949, 1000, 'In 9 van de 10 doorrekeningen'],
    [950, 1000, 'In meer dan 19 van de 20 doorrekeningen'],
    [1000, 1000, 'In alle doorrekeningen'],
  ])('%i of %i', (count, runs, text) => {
    expect(shareOfRuns(count, runs)).toBe(text)
  })

  it('names the end of a year, or of a month', () => {
    expect([endOf('2028-12-31'), endOf('2028-03-31')]).toEqual(['eind 2028', 'eind maart 2028'])
  })

  it('says it of a region with places enough, and of one without any', () => {
    const rich = simulate(queue({ inflow: 2, stay: 3, places: 60, months: 36 }), { seed: 1, runs: 40 })
    expect(sentences(rich, '2028-12-31')).toEqual([
      'In alle doorrekeningen is de wachtlijst voor eind 2028 leeg.',
      'In alle doorrekeningen wacht vanaf eind 2028 niemand langer dan 3 maanden.',
      'Eind 2028 wacht er naar verwachting niemand.',
      'Wie in die maand een plek krijgt, wachtte daar naar verwachting minder dan een maand op.',
    ])
    const poor = simulate(queue({ inflow: 0, stay: 3, places: 0, waiting: 7, beds: 4, months: 36 }), {
      seed: 1,
      runs: 40,
    })
    expect(sentences(poor, '2028-12-31')).toEqual([
      'In geen enkele doorrekening is de wachtlijst voor eind 2028 leeg.',
      'In alle doorrekeningen wacht vanaf eind 2028 nog iemand langer dan 3 maanden.',
      'In alle doorrekeningen heeft vanaf eind 2028 nog iemand een opvangbed nodig.',
      'Eind 2028 wachten er naar verwachting 7 mensen.',
    ])
    expect(accuracySentence(poor, '2028-12-31')).toContain('40 doorrekeningen')
    expect(sentences(poor, '2025-12-31')).toEqual([])
  })

  it('lists every assumption with its source', () => {
    const list = assumptions(queue({ inflow: 2.5, stay: 3, places: 6 }))
    expect(list.find((a) => a.key === 'inflow')?.text).toBe('Instroom per maand: 2,5 mensen')
    expect(list.every((a) => a.source !== '' && a.text !== '')).toBe(true)
  })
})

describe('sensitivity', () => {
  const base = queue({ inflow: 8, stay: 10, places: 40, waiting: 60, selfExit: 0.05, months: 24 })
  const inputs = {
    ...base,
    inflow: { ...just(8), low: 4, high: 12 },
    types: base.types.map((t) => ({ ...t, stay: { ...just(10), low: 9, high: 11 } })),
  }

  it('puts first what moves the outcome most, in the right direction', () => {
    const tornado = sensitivity(
      inputs,
      { kind: 'waiting', at: '2027-12-31' },
      { seed: 3, runs: 60, screeningRuns: 20 },
    )
    expect(tornado?.rows.map((r) => r.key)).toEqual(['inflow', 'stay/home'])
    const [inflow, stay] = tornado?.rows ?? []
    expect(inflow?.atHigh).toBeGreaterThan(inflow?.atLow ?? Infinity)
    expect(stay?.atHigh).toBeGreaterThan(stay?.atLow ?? Infinity)
    // Without places in between the closed form says how much: 8 more a month over 24 months, less self-exits.
    expect(inflow?.swing).toBeGreaterThan(8 * 24 * 0.4)
    expect(inflow?.swingError).toBeLessThan(3)
  })

  it('stops when told to', () => {
    let asked = 0
    const shouldStop = (): boolean => (asked += 1) > 5
    expect(sensitivity(inputs, { kind: 'timeToHouse' }, { seed: 3, shouldStop })).toBeNull()
    expect(asked).toBe(6)
  })
})
