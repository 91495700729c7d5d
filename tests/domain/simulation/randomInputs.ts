import fc from 'fast-check'
import {
  CERTAINTIES,
  type PlaceLot,
  type RangedInput,
  type SimulationInputs,
} from '@/domain/simulation/inputs'
import { CONFIDENCES } from '@/domain/model/values'
import { addMonths } from '@/domain/time/day'
import { just } from './support'

/** Arbitrary small inputs: everything that can be there is there now and then. */

const START = '2026-03-15'

const rangeArbitrary = (low: number, high: number): fc.Arbitrary<RangedInput> =>
  fc
    .tuple(...[0, 1, 2].map(() => fc.double({ min: low, max: high, noNaN: true })))
    .map((three) => three.sort((a, b) => a - b))
    .map(([a = low, b = low, c = low]) => ({ ...just(b), low: a, high: c }))

const MUNICIPALITIES = ['A', 'B', 'C']
const TYPES = ['t0', 't1', 't2']
const BANDS = ['b0', 'b1']

const lotArbitrary: fc.Arbitrary<PlaceLot> = fc
  .record({
    projectId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    municipalityId: fc.constantFrom(...MUNICIPALITIES),
    track: fc.constantFrom('homes' as const, 'support' as const, 'shelter' as const),
    typeId: fc.constantFrom(...TYPES),
    places: fc.integer({ min: 0, max: 12 }),
    certainty: fc.constantFrom(...CERTAINTIES),
    confidence: fc.constantFrom(...CONFIDENCES),
    after: fc.integer({ min: 0, max: 30 }),
    lasts: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ after, lasts, ...rest }) => {
    const date = addMonths(START, after)
    return {
      ...rest,
      projectName: rest.projectId,
      date,
      ends: lasts === null ? null : addMonths(date, lasts),
    }
  })

export const inputsArbitrary: fc.Arbitrary<SimulationInputs> = fc
  .record({
    lots: fc.array(lotArbitrary, { maxLength: 14 }),
    inflow: rangeArbitrary(0, 15),
    waiting: rangeArbitrary(0, 60),
    occupied: rangeArbitrary(0, 1),
    suits: fc.array(fc.subarray(TYPES), { minLength: 1, maxLength: 3 }),
    shares: fc.array(rangeArbitrary(0, 1), { minLength: 3, maxLength: 3 }),
    exits: fc.array(rangeArbitrary(0, 0.3), { minLength: 3, maxLength: 3 }),
    beds: rangeArbitrary(0, 1),
    stays: fc.array(rangeArbitrary(0.2, 30), { minLength: 3, maxLength: 3 }),
    shape: fc.integer({ min: 1, max: 4 }),
    back: rangeArbitrary(0, 1),
    staffed: rangeArbitrary(0, 1.2),
    bandOf: fc.array(fc.constantFrom(null, ...BANDS), { minLength: 3, maxLength: 3 }),
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
    change: fc.array(fc.tuple(rangeArbitrary(0, 3), fc.nat(20), fc.option(fc.nat(20))), { maxLength: 3 }),
    months: fc.integer({ min: 1, max: 30 }),
    acrossRegion: fc.boolean(),
    verdicts: fc.dictionary(fc.constantFrom('p1', 'p2'), fc.constantFrom('go' as const, 'noGo' as const)),
  })
  .map((c) => ({
    start: START,
    months: c.months,
    municipalities: MUNICIPALITIES.map((id, i) => ({
      id,
      name: id,
      inflowWeight: c.weights[i] ?? 0,
      startWeight: c.weights[2 - i] ?? 0,
    })),
    profiles: c.suits.map((suits, i) => ({
      id: `n${String(i)}`,
      name: `n${String(i)}`,
      suits,
      share: c.shares[i] ?? just(1),
      selfExit: c.exits[i] ?? just(0),
      usesShelter: c.beds,
    })),
    types: TYPES.map((id, i) => ({
      id,
      name: id,
      supportBandId: c.bandOf[i] ?? null,
      stay: c.stays[i] ?? just(1),
      stayShape: c.shape,
      returnShare: c.back,
      offered: true,
    })),
    bands: BANDS.map((id) => ({ id, name: id, hoursPerWeek: 2.5, staffed: c.staffed })),
    waitingAtStart: c.waiting,
    inflow: c.inflow,
    inflowChanges: c.change.map(([factor, after, lasts], i) => ({
      id: String(i),
      from: addMonths(START, after - 2),
      until: lasts === null ? null : addMonths(START, after + lasts - 2),
      factor,
    })),
    occupied: c.occupied,
    chance: { preparing: just(0.9), committed: just(0.8), explored: just(0.5), idea: just(0.2) },
    delay: {
      certain: just(0),
      likely: { ...just(2), low: 0, high: 6 },
      uncertain: { ...just(6), low: 0, high: 18 },
    },
    lots: c.lots,
    verdicts: c.verdicts,
    acrossRegion: c.acrossRegion,
  }))
