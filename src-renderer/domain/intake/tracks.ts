import type { CapacityStep, IsoDate } from '../model/entities'
import type { CapacityStatus } from '../model/values'

/** A track of a project as one row of a sheet can say it: so many places, from a date, with a status. */
export interface TrackValues {
  /** All places ever added; null for an empty track. */
  readonly places: number | null
  /** Day on which they come into use, or else the first day on which they are expected. */
  readonly date: IsoDate | null
  /** Null when not all places go the same way, or when they close again. */
  readonly status: CapacityStatus | null
  /** True when a row says all there is: the track is empty or has one step that adds places. */
  readonly plain: boolean
}

export function trackValues(steps: readonly CapacityStep[]): TrackValues {
  const [first] = steps
  if (first === undefined) return { places: null, date: null, status: null, plain: true }
  const added = steps.filter((step) => step.from === null)
  const inUse = steps.find((step) => step.to === 'available')
  return {
    places: added.reduce((sum, step) => sum + step.places, 0),
    date: (inUse ?? first).date,
    status: lastStatus(steps),
    plain: steps.length === 1 && first.from === null,
  }
}

function lastStatus(steps: readonly CapacityStep[]): CapacityStatus | null {
  const counts = new Map<CapacityStatus, number>()
  for (const { from, to, places } of steps) {
    if (to === 'ended') return null
    if (from !== null) counts.set(from, (counts.get(from) ?? 0) - places)
    counts.set(to, (counts.get(to) ?? 0) + places)
  }
  const held = [...counts].filter(([, places]) => places > 0)
  return held.length === 1 ? (held[0]?.[0] ?? null) : null
}
