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
  /** How many of the places come from a later planned delivery, from places under way, and how many are new. */
  readonly forward: number
  readonly moved: number
  readonly added: number
}

const UNDER_WAY = ['preparing', 'committed', 'explored', 'idea'] as const

/**
 * Makes `places` places available on `date`. They are taken first from later planned deliveries (which come forward),
 * then from the places that are furthest on, and what is left is new. No later step goes below zero by it.
 */
export function makeAvailable(steps: Steps, date: IsoDate, places: number, newId: () => Id): Delivered {
  let result: readonly CapacityStep[] = sortSteps(steps)
  let left = places
  let forward = 0
  let moved = 0
  const take = (from: CapacityStatus | null, n: number): void => {
    result = sortSteps([...result, { id: newId(), date, from, to: 'available', places: n, note: '' }])
    left -= n
  }
  for (const later of result.filter((s) => s.date > date && s.to === 'available')) {
    const room = later.from === null ? later.places : free(result, later.from, date, later.date)
    const n = Math.min(left, later.places, room)
    if (n <= 0) continue
    result = result.flatMap((s) =>
      s.id !== later.id ? [s] : s.places === n ? [] : [{ ...s, places: s.places - n }],
    )
    take(later.from, n)
    forward += n
  }
  for (const status of UNDER_WAY) {
    const n = Math.min(left, free(result, status, date))
    if (n <= 0) continue
    take(status, n)
    moved += n
  }
  const added = left
  if (added > 0) take(null, added)
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
