import { committedOf, plannedOf, trackCounts } from '../capacity/statusCounts'
import type { CapacityStep, IsoDate } from '../model/entities'

/** How many places a track has from a date until (not including) another. */
export interface TrackLevel {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly available: number
  readonly committed: number
  readonly planned: number
}

export const levelTotal = (level: TrackLevel): number => level.available + level.committed + level.planned

/** One track as stretches of time in which nothing changes, within a period; stretches without places are left out. */
export function trackLevels(steps: readonly CapacityStep[], start: IsoDate, end: IsoDate): TrackLevel[] {
  const inside = steps.map((step) => step.date).filter((date) => date > start && date < end)
  const dates = [start, ...new Set(inside)].sort()
  return dates.flatMap((from, i) => {
    const counts = trackCounts(steps, from)
    const level = {
      from,
      to: dates[i + 1] ?? end,
      available: counts.available,
      committed: committedOf(counts),
      planned: plannedOf(counts),
    }
    return levelTotal(level) > 0 ? [level] : []
  })
}
