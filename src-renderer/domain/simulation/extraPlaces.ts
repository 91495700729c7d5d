import { fairShare } from '../capacity/fairShare'
import type { Id, IsoDate } from '../model/entities'
import { firstDayOfQuarter, nextQuarter, type Quarter, quarterOf } from '../time/quarter'
import type { PlaceLot, SimulationInputs } from './inputs'

/** Places of a type that are in use from the first day of a quarter, with their support. */
export interface ExtraPlaces {
  readonly typeId: Id
  readonly quarter: Quarter
  readonly places: number
}

/** Extra places by candidate type: how many, and the number of the quarter from which. */
export interface PlacePlan {
  readonly counts: readonly number[]
  readonly quarters: readonly number[]
}

export const emptyPlan = (types: number): PlacePlan => ({
  counts: Array.from({ length: types }, () => 0),
  quarters: Array.from({ length: types }, () => 0),
})

export const totalOf = (plan: PlacePlan): number => plan.counts.reduce((a, b) => a + b, 0)

export const withCount = (plan: PlacePlan, type: number, count: number): PlacePlan => ({
  ...plan,
  counts: plan.counts.map((c, i) => (i === type ? count : c)),
})

export const withQuarter = (plan: PlacePlan, type: number, quarter: number): PlacePlan => ({
  ...plan,
  quarters: plan.quarters.map((q, i) => (i === type ? quarter : q)),
})

/**
 * Has `more` at least the places of `less`, of every type and in the same quarters? Places at another moment don't compare:
 * whoever moves in early would perhaps have found a home before the date of the goal, and keeps the place occupied.
 */
export function covers(more: PlacePlan, less: PlacePlan): boolean {
  return less.counts.every(
    (count, i) => count === 0 || ((more.counts[i] ?? 0) >= count && more.quarters[i] === less.quarters[i]),
  )
}

/** Quarters in which extra places can come and still count for a date; none when the first comes after it. */
export function quartersUpTo(first: Quarter, by: IsoDate): Quarter[] {
  const list: Quarter[] = []
  for (let q = first; list.length < 80 && firstDayOfQuarter(q) <= by; q = nextQuarter(q)) list.push(q)
  return list
}

/** The quarter a number of quarters after that of a date. */
export function quarterAfter(date: IsoDate, quarters: number): Quarter {
  let q = quarterOf(date)
  for (let i = 0; i < quarters; i += 1) q = nextQuarter(q)
  return q
}

/** Extra places as lots that surely come, spread over the municipalities by their part of the inflow. */
export function extraLots(inputs: SimulationInputs, extra: readonly ExtraPlaces[]): PlaceLot[] {
  const weights = new Map(inputs.municipalities.map((m) => [m.id, m.inflowWeight]))
  return extra.flatMap(({ typeId, quarter, places }) => {
    const shares = fairShare(inputs.municipalities, weights, places)
    const type = inputs.types.find((t) => t.id === typeId)
    const even = new Map([[inputs.municipalities[0]?.id ?? '', places]])
    return [...(shares.ok ? shares.value : even)].flatMap(([municipalityId, count]) => {
      const lot: PlaceLot = {
        projectId: `extra/${typeId}/${String(quarter.year)}-${String(quarter.quarter)}/${municipalityId}`,
        projectName: `extra plekken ${type?.name ?? ''}`,
        municipalityId,
        track: 'homes',
        typeId,
        places: count,
        certainty: 'sure',
        confidence: 'certain',
        date: firstDayOfQuarter(quarter),
        ends: null,
      }
      if (count === 0) return []
      return type === undefined || type.supportBandId === null
        ? [lot]
        : [lot, { ...lot, track: 'support' as const }]
    })
  })
}
