import type { CapacityStep, IsoDate } from '../model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '../model/values'

/** Places per status on one date. */
export type StatusCounts = Readonly<Record<CapacityStatus, number>>
export type MutableCounts = Record<CapacityStatus, number>

export function zeroCounts(): MutableCounts {
  return { idea: 0, explored: 0, committed: 0, preparing: 0, available: 0, ended: 0 }
}

export function addCounts(into: MutableCounts, counts: StatusCounts): void {
  for (const status of CAPACITY_STATUSES) into[status] += counts[status]
}

/** All places that exist or are thought of: everything but what ended. */
export function openPlaces(counts: StatusCounts): number {
  return counts.idea + counts.explored + counts.committed + counts.preparing + counts.available
}

export const realisedOf = (c: StatusCounts): number => c.available
export const committedOf = (c: StatusCounts): number => c.committed + c.preparing
export const plannedOf = (c: StatusCounts): number => c.idea + c.explored

/**
 * One track on a date: the sum of its moves dated on or before it. Source: indicators.md, places(date, status).
 * @returns places per status; negative only when the steps are invalid (validation refuses that)
 */
export function trackCounts(steps: readonly CapacityStep[], date: IsoDate): MutableCounts {
  const counts = zeroCounts()
  for (const step of steps) {
    // ISO dates compare as text in the order of time.
    if (step.date > date) continue
    if (step.from !== null) counts[step.from] -= step.places
    counts[step.to] += step.places
  }
  return counts
}

/**
 * Two tracks become one status per place. Available = the lower of the two tracks; what the higher track has more
 * counts as preparing. Where support is ahead, those places are taken from the homes that are furthest on, so that no
 * place is counted twice. Source: indicators.md, places; the last sentence is our choice where the source is silent.
 */
export function combineTracks(homes: StatusCounts, support: StatusCounts): MutableCounts {
  const counts: MutableCounts = { ...homes }
  counts.available = Math.min(homes.available, support.available)
  const ahead = homes.available - support.available
  if (ahead >= 0) {
    counts.preparing += ahead
    return counts
  }
  let take = -ahead
  counts.preparing += take
  for (const status of ['preparing', 'committed', 'explored', 'idea'] as const) {
    const moved = Math.min(take, homes[status])
    counts[status] -= moved
    take -= moved
  }
  return counts
}
