import { trackCounts } from '@/domain/capacity/statusCounts'
import type { CapacityStep, Id, IsoDate } from '@/domain/model/entities'
import type { CapacityStatus } from '@/domain/model/values'
import { sortSteps } from '@/domain/validation/track'

type Steps = readonly CapacityStep[]

/** Places of a status that stay there from `date` until (not including) `until`: those can move without a debt later. */
function free(steps: Steps, status: CapacityStatus, date: IsoDate, until?: IsoDate): number {
  const dates = steps.map((step) => step.date).filter((d) => d > date && (until === undefined || d < until))
  return Math.max(0, Math.min(...[date, ...dates].map((d) => trackCounts(steps, d)[status])))
}

export interface Delivered {
  readonly steps: Steps
  /** How many of the places come earlier than planned, were on their way already, or are new. */
  readonly forward: number
  readonly moved: number
  readonly added: number
}

const UNDER_WAY = ['preparing', 'committed', 'explored', 'idea'] as const

/**
 * Makes `places` places available on `date`. They are taken, in this order, from later planned deliveries (which come
 * forward), from the places that are furthest on, from places that are expected later; what is left is new. No later
 * step goes below zero by it.
 */
export function makeAvailable(steps: Steps, date: IsoDate, places: number, newId: () => Id): Delivered {
  let result: Steps = sortSteps(steps)
  let left = places
  const take = (from: CapacityStatus | null, wanted: number): number => {
    const n = Math.min(left, wanted)
    if (n <= 0) return 0
    result = sortSteps([...result, { id: newId(), date, from, to: 'available', places: n, note: '' }])
    left -= n
    return n
  }
  /** Takes places out of a later step, as far as what comes after it can spare them. */
  const bringForward = (later: CapacityStep, room: number): number => {
    const n = Math.min(left, later.places, room)
    if (n <= 0) return 0
    result = result.flatMap((step) =>
      step.id !== later.id ? [step] : step.places === n ? [] : [{ ...step, places: step.places - n }],
    )
    return take(later.from, n)
  }

  let forward = 0
  for (const later of result.filter((step) => step.date > date && step.to === 'available'))
    forward += bringForward(
      later,
      later.from === null ? later.places : free(result, later.from, date, later.date),
    )
  let moved = 0
  for (const status of UNDER_WAY) moved += take(status, free(result, status, date))
  for (const later of result.filter((step) => step.date > date && step.from === null))
    forward += bringForward(
      later,
      later.to === 'available' ? later.places : free(result, later.to, later.date),
    )
  const added = take(null, left)
  return { steps: result, forward, moved, added }
}

/** Closes `places` places on `date`. Validation says so when there are not that many. */
export function closePlaces(steps: Steps, date: IsoDate, places: number, newId: () => Id): Steps {
  return sortSteps([...steps, { id: newId(), date, from: 'available', to: 'ended', places, note: '' }])
}

/** Places that a track has available on a date. */
export function availableOn(steps: Steps, date: IsoDate): number {
  return trackCounts(steps, date).available
}
