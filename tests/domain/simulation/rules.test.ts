import { describe, expect, it } from 'vitest'
import { compile } from '@/domain/simulation/compile'
import type { SimulationInputs } from '@/domain/simulation/inputs'
import { monthTotal } from '@/domain/simulation/outcome'
import type { RunRecord } from '@/domain/simulation/record'
import { eachRun, simulate } from '@/domain/simulation/simulate'
import { just, lot, queue } from './support'

/** One run with the inputs as they are. The record is that of the only run. */
function oneRun(
  inputs: SimulationInputs,
  seed = 1,
): { record: RunRecord; total: (a: keyof RunRecord, h: number) => number } {
  const model = compile(inputs)
  let kept: RunRecord | null = null
  eachRun(model, { seed, runs: 1 }, (r) => {
    kept = r
    return true
  })
  if (kept === null) throw new Error('no run')
  const record: RunRecord = kept
  return {
    record,
    total: (name, h) => {
      const array = record[name]
      return typeof array === 'number' ? array : monthTotal(array, model.months, h)
    },
  }
}

/** Nobody comes and nobody leaves: what happens then is only what the plan does. */
const still = { inflow: 0, stay: 1_000_000, months: 24 }

describe('places', () => {
  it('come on their date and are filled the same day', () => {
    const { total } = oneRun({
      ...queue({ ...still, places: 0, waiting: 10 }),
      lots: [lot({ places: 4, certainty: 'sure', date: '2026-07-01' })],
    })
    expect([5, 6].map((h) => total('waiting', h))).toEqual([10, 6])
    expect([5, 6].map((h) => total('inUse', h))).toEqual([0, 4])
  })

  it('come later by the delay of the project, or not at all', () => {
    const base = queue({ ...still, places: 0, waiting: 10 })
    const planned = lot({ places: 4, certainty: 'idea', date: '2026-07-01', confidence: 'uncertain' })
    const late = oneRun({ ...base, delay: { ...base.delay, uncertain: just(3) }, lots: [planned] })
    expect([6, 7, 8].map((h) => late.total('inUse', h))).toEqual([0, 0, 4])
    const never = oneRun({ ...base, chance: { ...base.chance, idea: just(0) }, lots: [planned] })
    expect(never.total('inUse', 23)).toBe(0)
    const go = oneRun({
      ...base,
      chance: { ...base.chance, idea: just(0) },
      lots: [planned],
      verdicts: { p: 'go' },
    })
    expect(go.total('inUse', 23)).toBe(4)
    const noGo = oneRun({ ...base, lots: [planned], verdicts: { p: 'noGo' } })
    expect(noGo.total('inUse', 23)).toBe(0)
  })

  it('go through as often as their chance says', () => {
    const base = queue({ ...still, months: 12, places: 0, waiting: 10 })
    const model = compile({
      ...base,
      chance: { ...base.chance, explored: just(0.3) },
      lots: [lot({ places: 1, certainty: 'explored', date: '2026-02-01' })],
    })
    let came = 0
    const runs = 4000
    eachRun(model, { seed: 8, runs }, (r) => {
      came += monthTotal(r.inUse, 12, 11)
      return true
    })
    expect(Math.abs(came / runs - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / runs))
  })

  it('that end are left by the people who live there when they go, and not filled again', () => {
    const { total } = oneRun({
      ...queue({ inflow: 5, stay: 6, months: 60, places: 0, waiting: 20, occupied: 1 }),
      lots: [lot({ places: 12, ends: '2026-07-01' })],
    })
    expect(total('inUse', 5)).toBe(12)
    expect(total('inUse', 6)).toBeGreaterThan(0)
    for (let h = 7; h < 60; h += 1) expect(total('inUse', h)).toBeLessThanOrEqual(total('inUse', h - 1))
    expect(total('inUse', 59)).toBe(0)
  })
})

describe('support', () => {
  const banded = (support: number): SimulationInputs => {
    const base = queue({ ...still, places: 0, waiting: 10 })
    return {
      ...base,
      types: base.types.map((t) => ({ ...t, supportBandId: 'b' })),
      bands: [{ id: 'b', name: 'midden', hoursPerWeek: 4, staffed: just(1) }],
      lots: [
        lot({ places: 6 }),
        lot({ places: support, track: 'support' }),
        lot({ places: 2, track: 'support', certainty: 'sure', date: '2026-05-01' }),
      ],
    }
  }

  it('lets nobody into a home without it, and counts the hours that are missing', () => {
    const { total } = oneRun(banded(3))
    expect([3, 4].map((h) => total('inUse', h))).toEqual([3, 5])
    expect([3, 4].map((h) => total('unmetHours', h))).toEqual([12, 4])
    expect([3, 4].map((h) => total('free', h))).toEqual([0, 0])
  })

  it('above the homes is no place either', () => {
    const { total } = oneRun(banded(9))
    expect(total('inUse', 23)).toBe(6)
    expect(total('unmetHours', 23)).toBe(0)
  })
})

describe('shelter', () => {
  it('holds as many as there are beds; the others wait outside, and both are counted', () => {
    const { total } = oneRun(queue({ ...still, places: 0, waiting: 10, beds: 6 }))
    expect([total('waiting', 3), total('inShelter', 3), total('bedsTaken', 3)]).toEqual([10, 6, 6])
  })

  it('that closes empties as people leave; its beds are not given out again', () => {
    const base = queue({ inflow: 4, stay: 5, selfExit: 0.2, months: 60, places: 0, waiting: 30 })
    const { total } = oneRun({
      ...base,
      lots: [lot({ track: 'shelter', typeId: 'bed', places: 10, ends: '2026-07-01' })],
    })
    expect([total('bedsOpen', 5), total('bedsTaken', 5)]).toEqual([10, 10])
    expect(total('bedsOpen', 6)).toBe(0)
    for (let h = 7; h < 60; h += 1)
      expect(total('bedsTaken', h)).toBeLessThanOrEqual(total('bedsTaken', h - 1))
    expect(total('bedsTaken', 59)).toBe(0)
  })

  it('is only for those who use it', () => {
    const base = queue({ ...still, places: 0, waiting: 10, beds: 6 })
    const { total } = oneRun({
      ...base,
      profiles: base.profiles.map((p) => ({ ...p, usesShelter: just(0) })),
    })
    expect(total('bedsTaken', 3)).toBe(0)
  })
})

describe('who goes first', () => {
  const two = (acrossRegion: boolean): SimulationInputs => ({
    ...queue({ ...still, places: 0, waiting: 8 }),
    municipalities: [
      { id: 'A', name: 'A', inflowWeight: 1, startWeight: 1 },
      { id: 'B', name: 'B', inflowWeight: 1, startWeight: 1 },
    ],
    lots: [lot({ places: 6, certainty: 'sure', date: '2026-03-01' })],
    acrossRegion,
  })

  it('own municipality first, then the region', () => {
    const { record } = oneRun(two(true))
    const month = 2 * 2
    expect([record.waiting[month], record.waiting[month + 1]]).toEqual([0, 2])
  })

  it('or only the own municipality', () => {
    const { record } = oneRun(two(false))
    const month = 2 * 2
    expect([record.waiting[month], record.waiting[month + 1]]).toEqual([0, 4])
    expect([record.inUse[month], record.free[month]]).toEqual([4, 2])
  })

  it('only who the type suits', () => {
    const base = queue({ ...still, places: 3, waiting: 10 })
    const { total } = oneRun({ ...base, profiles: base.profiles.map((p) => ({ ...p, suits: [] })) })
    expect(total('inUse', 5)).toBe(0)
  })
})

describe('inflow', () => {
  it('changes from a date by its factor', () => {
    const base = queue({ inflow: 40, stay: 1, places: 0, months: 24 })
    const model = compile({
      ...base,
      inflowChanges: [{ id: 'c', from: '2027-01-01', until: null, factor: just(0.5) }],
    })
    let [before, after] = [0, 0]
    const runs = 60
    eachRun(model, { seed: 3, runs }, (r) => {
      for (let h = 0; h < 12; h += 1) before += r.arrivals[h] ?? 0
      for (let h = 12; h < 24; h += 1) after += r.arrivals[h] ?? 0
      return true
    })
    // A year has 12 mean months, give or take a day; 4 standard errors of a Poisson count.
    expect(Math.abs(before - 480 * runs)).toBeLessThan(4 * Math.sqrt(480 * runs) + runs * 2)
    expect(Math.abs(after - 240 * runs)).toBeLessThan(4 * Math.sqrt(240 * runs) + runs * 2)
  })
})

describe('the same seed', () => {
  it('gives the same bytes on every engine', () => {
    const base = queue({
      inflow: 6,
      stay: 7,
      places: 20,
      waiting: 30,
      selfExit: 0.05,
      beds: 9,
      returnShare: 0.2,
      months: 36,
      occupied: 0.9,
    })
    const inputs = {
      ...base,
      inflow: { ...just(6), low: 3, high: 9 },
      types: base.types.map((t) => ({ ...t, stay: { ...just(7), low: 4, high: 12 } })),
    }
    const result = simulate(inputs, { seed: 42, runs: 200 })
    let hash = 0x811c9dc5
    for (const band of result.bands.filter((b) => b.group === 'region' && b.metric !== 'bedsWanted'))
      for (const part of [band.p10, band.p50, band.p90, band.mean])
        for (const byte of new Uint8Array(part.buffer)) hash = Math.imul(hash ^ byte, 0x01000193)
    expect((hash >>> 0).toString(16)).toMatchInlineSnapshot(`"ab8f72fc"`)
    expect(result.outcomes.slice(0, 2)).toMatchInlineSnapshot(`
      [
        {
          "balanceFrom": 36,
          "emptyFrom": 36,
          "housed": 109,
          "returns": 24,
          "shelterFreeFrom": 36,
          "timeToHouse": 9.58228972516118,
        },
        {
          "balanceFrom": 36,
          "emptyFrom": 36,
          "housed": 58,
          "returns": 11,
          "shelterFreeFrom": 36,
          "timeToHouse": 11.42518799021724,
        },
      ]
    `)
  })

  it('and another seed does not', () => {
    const inputs = queue({ inflow: 6, stay: 7, places: 20 })
    expect(simulate(inputs, { seed: 1, runs: 5 }).bands).not.toEqual(
      simulate(inputs, { seed: 2, runs: 5 }).bands,
    )
  })
})
