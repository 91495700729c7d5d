import { exactly, type PlaceLot, type RangedInput, type SimulationInputs } from '@/domain/simulation/inputs'

export const just = (value: number): RangedInput => exactly(value, 'proef', '2026-01-01')

export interface QueueCase {
  readonly inflow: number
  readonly stay: number
  readonly places: number
  readonly waiting?: number
  readonly months?: number
  readonly selfExit?: number
  readonly beds?: number
  readonly occupied?: number
  readonly returnShare?: number
}

export function lot(part: Partial<PlaceLot>): PlaceLot {
  return {
    projectId: 'p',
    projectName: 'Proef',
    municipalityId: 'A',
    track: 'homes',
    typeId: 'home',
    places: 1,
    certainty: 'present',
    confidence: 'certain',
    date: '2026-01-01',
    ends: null,
    ...part,
  }
}

/** One municipality, one profile, one type without support: a queue from the textbook. */
export function queue(c: QueueCase): SimulationInputs {
  const lots: PlaceLot[] = [lot({ places: c.places })]
  if (c.beds !== undefined) lots.push(lot({ track: 'shelter', typeId: 'bed', places: c.beds }))
  return {
    start: '2026-01-01',
    months: c.months ?? 120,
    municipalities: [{ id: 'A', name: 'A', inflowWeight: 1, startWeight: 1 }],
    profiles: [
      {
        id: 'p',
        name: 'iedereen',
        suits: ['home'],
        share: just(1),
        selfExit: just(c.selfExit ?? 0),
        usesShelter: just(1),
      },
    ],
    types: [
      {
        id: 'home',
        name: 'Huis',
        supportBandId: null,
        stay: just(c.stay),
        stayShape: 1,
        returnShare: just(c.returnShare ?? 0),
        offered: true,
      },
    ],
    bands: [],
    waitingAtStart: just(c.waiting ?? 0),
    inflow: just(c.inflow),
    inflowChanges: [],
    occupied: just(c.occupied ?? 0),
    chance: { preparing: just(1), committed: just(1), explored: just(1), idea: just(1) },
    delay: { certain: just(0), likely: just(0), uncertain: just(0) },
    lots,
    verdicts: {},
    acrossRegion: true,
  }
}

export const sum = (values: ArrayLike<number>, from = 0, to = values.length): number => {
  let total = 0
  for (let i = from; i < to; i += 1) total += values[i] ?? 0
  return total
}

export const mean = (values: readonly number[]): number => sum(values) / values.length

/** Standard error of the mean of independent values. */
export function errorOf(values: readonly number[]): number {
  const m = mean(values)
  return Math.sqrt(sum(values.map((v) => (v - m) ** 2)) / (values.length - 1) / values.length)
}
