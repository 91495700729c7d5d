import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Advice, advise } from '@/domain/simulation/advice'
import { adviceText } from '@/domain/simulation/adviceText'
import { compile } from '@/domain/simulation/compile'
import { extraLots, type ExtraPlaces, quarterAfter } from '@/domain/simulation/extraPlaces'
import type { Goal } from '@/domain/simulation/goalRun'
import type { SimulationInputs } from '@/domain/simulation/inputs'
import { monthTotal } from '@/domain/simulation/outcome'
import { eachRun } from '@/domain/simulation/simulate'
import { just, lot, queue } from './support'

const inputs = queue({ inflow: 4, stay: 12, places: 20, waiting: 30, months: 48, occupied: 1 })
const goal: Goal = { kind: 'waiting', by: '2028-12-31', maximum: 3 }
const options = {
  seed: 7,
  firstQuarter: quarterAfter('2026-01-01', 2),
  runs: 120,
  roughRuns: 30,
  checkRuns: 400,
}
const count = ({ extra }: Pick<Advice, 'extra'>): number => extra.reduce((sum, e) => sum + e.places, 0)

/** Part of the runs that reach a goal, by the record of whole runs: another road than the search takes. */
function shareReached(
  of: SimulationInputs,
  extra: readonly ExtraPlaces[],
  to: Goal,
  seed: number,
  runs: number,
) {
  const model = compile({ ...of, lots: [...of.lots, ...extraLots(of, extra)] })
  const first = model.inputs.start.slice(0, 7)
  const month = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
  const from = month(to.by) - month(first)
  let reached = 0
  eachRun(model, { seed, runs }, (record) => {
    const array = to.kind === 'shelter' ? record.bedsWanted : record.waiting
    let holds = true
    for (let h = from; h < model.months; h += 1) holds &&= monthTotal(array, model.months, h) <= to.maximum
    if (holds) reached += 1
    return true
  })
  return reached / runs
}

/** Room for chance in the difference of two shares, one measured and one promised. */
const room = (share: number, runs: number, others: number): number =>
  3.5 * Math.sqrt(share * (1 - share) * (1 / runs + 1 / others)) + 1 / runs

describe('advice', () => {
  const half = advise(inputs, goal, { ...options, share: 0.5 })
  const most = advise(inputs, goal, { ...options, share: 0.9 })

  it('finds places that reach the goal in P50 and in P90; the second asks for more', () => {
    expect([half.reached, most.reached]).toEqual([true, true])
    expect([half.whyNot, most.whyNot]).toEqual([null, null])
    expect(half.reachedShare).toBeGreaterThanOrEqual(0.5)
    expect(most.reachedShare).toBeGreaterThanOrEqual(0.9)
    expect(half.withoutShare).toBe(0)
    // Need is inflow × stay = 48, of which 20 are there; the list has to go down first, chance asks for room.
    expect(count(half)).toBeGreaterThan(20)
    expect(count(most)).toBeGreaterThan(count(half))
    expect(count(most)).toBeLessThan(70)
    expect(half.extra.every((e) => e.quarter.year > 2026 || e.quarter.quarter >= 3)).toBe(true)
  })

  it('promises what other luck confirms, and clearly fewer places do not reach', () => {
    for (const [advice, share] of [
      [half, 0.5],
      [most, 0.9],
    ] as const) {
      const other = shareReached(inputs, advice.extra, goal, 8_000, 600)
      expect(Math.abs(other - advice.reachedShare)).toBeLessThan(room(share, advice.checkRuns, 600))
      const fewer = advice.extra.map((e) => ({ ...e, places: Math.floor(e.places * 0.8) }))
      expect(shareReached(inputs, fewer, goal, 8_000, 300)).toBeLessThan(share - 0.1)
    }
  })

  it('is the same for the same seed', () => {
    expect(advise(inputs, goal, { ...options, share: 0.9 })).toEqual(most)
  })

  it('keeps its promise for random small regions, for both goals', () => {
    const region = fc.record({
      inflow: fc.integer({ min: 1, max: 6 }),
      stay: fc.integer({ min: 3, max: 18 }),
      waiting: fc.integer({ min: 0, max: 40 }),
      selfExit: fc.constantFrom(0, 0.03),
      returnShare: fc.constantFrom(0, 0.2),
      places: fc.integer({ min: 0, max: 30 }),
    })
    const goals = fc.record({
      kind: fc.constantFrom('waiting' as const, 'shelter' as const),
      by: fc.constantFrom('2027-12-31', '2028-06-30'),
      maximum: fc.nat(4),
    })
    const shares = fc.constantFrom(0.5, 0.9)
    fc.assert(
      fc.property(region, goals, shares, fc.nat(1000), (c, to, share, seed) => {
        const of = queue({ ...c, months: 36, beds: 10, occupied: 1 })
        const advice = advise(of, to, { ...options, seed, share })
        expect(advice.reached).toBe(true)
        expect(advice.reachedShare).toBeGreaterThanOrEqual(share)
        const other = shareReached(of, advice.extra, to, seed + 5_000, 400)
        const spread = Math.min(0.95, Math.max(share, other))
        expect(other).toBeGreaterThan(advice.reachedShare - room(spread, advice.checkRuns, 400))
      }),
      { numRuns: 12, seed: 20_261 },
    )
  }, 60_000)

  it('asks for nothing when the plan does it', () => {
    const rich = queue({ inflow: 2, stay: 3, places: 60, months: 36 })
    const none = advise(rich, { ...goal, maximum: 0 }, { ...options, share: 0.9 })
    expect([none.reached, none.extra]).toEqual([true, []])
    expect(adviceText(rich, goal, none).at(-1)).toBe('Er zijn geen extra plekken nodig.')
  })

  it('can be stopped, is bounded, and tells how far it is', () => {
    const stopped = advise(inputs, goal, { ...options, share: 0.5, shouldStop: () => true })
    expect([stopped.reached, stopped.cutShort, stopped.whyNot]).toEqual([false, true, 'stopped'])
    expect(stopped.runs).toBeLessThan(10)
    const bounded = advise(inputs, goal, { ...options, share: 0.5, evaluations: 6 })
    expect(bounded.cutShort).toBe(true)
    expect(bounded.evaluations).toBeLessThanOrEqual(8)
    const seen: number[] = []
    advise(inputs, goal, { ...options, share: 0.5, onProgress: (part) => seen.push(part) })
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })
})

describe('why a goal is out of reach', () => {
  const ask = (of: SimulationInputs, to: Goal, part: Partial<Parameters<typeof advise>[2]> = {}): Advice =>
    advise(of, to, { ...options, share: 0.9, ...part })

  it('the first places come after the date', () => {
    const soon = { ...goal, by: '2026-06-30' }
    const advice = ask(inputs, soon)
    expect([advice.reached, advice.whyNot, advice.extra]).toEqual([false, 'tooLate', []])
    expect(adviceText(inputs, soon, advice)).toEqual([
      'Doel: vanaf eind juni 2026 staan er hoogstens 3 mensen op de wachtlijst.',
      'In geen enkele doorrekening wordt dat gehaald met het plan zoals het nu is.',
      'Het doel is niet haalbaar met extra plekken: de eerste kunnen er pas zijn na eind juni 2026. Kies een latere datum, of een eerder kwartaal voor nieuwe plekken.',
    ])
  })

  it('a group has no type that suits it', () => {
    const base = inputs.profiles[0]
    if (base === undefined) throw new Error('no profile')
    const of = {
      ...inputs,
      profiles: [base, { ...base, id: 'q', name: 'begeleiding zwaar', suits: [], share: just(0.5) }],
    }
    const advice = ask(of, goal)
    expect([advice.reached, advice.whyNot, advice.shortProfiles]).toEqual([false, 'noType', ['q']])
    expect(adviceText(of, goal, advice, 'Later').slice(1).join(' ')).toContain(
      'gehaald met scenario "Later". ',
    )
    expect(adviceText(of, goal, advice).at(-1)).toMatch(
      /^Het doel is niet haalbaar met extra plekken: voor begeleiding zwaar is er in het palet geen passend type/,
    )
    const unsuited = { ...inputs, profiles: inputs.profiles.map((p) => ({ ...p, suits: [] })) }
    expect(ask(unsuited, goal)).toMatchObject({ reached: false, extra: [], whyNot: 'noType' })
  })

  it('the most places that are looked at do not suffice', () => {
    const advice = ask(inputs, goal, { mostPlaces: 12 })
    expect([advice.reached, advice.whyNot, count(advice)]).toEqual([false, 'places', 12])
    expect(adviceText(inputs, goal, advice).slice(2)).toEqual([
      'Ook met 12 extra plekken wordt het doel niet vaak genoeg gehaald: in geen enkele doorrekening.',
      'Meer dan 12 extra plekken is niet bekeken. Wie dan het vaakst nog wacht: iedereen. Kijk naar de instroom, naar een latere datum of naar een doel waarbij meer mensen mogen wachten.',
    ])
  })

  it('no place brings it nearer: nobody is ever housed without the support that a band lacks', () => {
    const of: SimulationInputs = {
      ...inputs,
      types: inputs.types.map((t) => ({ ...t, supportBandId: 'b' })),
      bands: [{ id: 'b', name: 'midden', hoursPerWeek: 4, staffed: just(0) }],
    }
    expect(ask(of, goal).whyNot).toBe('noGain')
  })
})

describe('the words of an advice', () => {
  const advice: Advice = {
    reached: true,
    extra: [
      { typeId: 'home', quarter: { year: 2027, quarter: 2 }, places: 12 },
      { typeId: 'other', quarter: { year: 2028, quarter: 1 }, places: 1 },
    ],
    reachedShare: 0.903,
    withoutShare: 0.104,
    checkRuns: 1000,
    evaluations: 10,
    runs: 100,
    cutShort: false,
    whyNot: null,
    shortProfiles: [],
    mostPlaces: 100,
  }
  const of = { ...queue({ inflow: 1, stay: 1, places: 1 }), lots: [lot({})] }

  it('say what is needed, how sure that is, and of what', () => {
    const shelter: Goal = { kind: 'shelter', by: '2028-12-31', maximum: 0 }
    expect(adviceText(of, shelter, advice, 'Minder instroom')).toEqual([
      'Doel: vanaf eind 2028 heeft niemand meer een opvangbed nodig.',
      'In 1 van de 10 doorrekeningen wordt dat gehaald met scenario "Minder instroom".',
      'Nodig zijn 13 extra plekken, met begeleiding: 12 plekken Huis in het 2e kwartaal 2027 en 1 plek other in het 1e kwartaal 2028.',
      'In 9 van de 10 doorrekeningen wordt het doel dan gehaald. Dat is nagegaan met 1.000 nieuwe doorrekeningen.',
      'Genoemd is het laatste kwartaal waarin de plekken er moeten zijn. Eerder helpt mensen eerder; omdat plekken dan ook eerder bezet raken, kunnen er dan iets meer nodig zijn. Of er locaties, geld en begeleiders voor zijn, weet deze berekening niet.',
    ])
    const stopped = { ...advice, reached: false, cutShort: true, whyNot: 'stopped' as const }
    expect(adviceText(of, shelter, stopped).slice(2)).toEqual([
      'Ook met 13 extra plekken wordt het doel niet vaak genoeg gehaald: in 9 van de 10 doorrekeningen.',
      'Of het met meer plekken wel kan, is niet uitgezocht.',
      'Het zoeken is eerder gestopt. Misschien kan het met minder plekken.',
    ])
  })
})
