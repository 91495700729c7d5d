import type { CapacityStep, IsoDate } from '../model/entities'
import { CAPACITY_STATUSES } from '../model/values'

const rank = (status: CapacityStep['to']): number => CAPACITY_STATUSES.indexOf(status)

/** A step that brings places, or brings them further; an ending or a step back is no delivery. */
const delivers = (step: CapacityStep): boolean =>
  step.to !== 'ended' && (step.from === null || rank(step.to) > rank(step.from))

/** The first day after the date on which the track brings places; null when it brings no more. */
export function nextDelivery(track: readonly CapacityStep[], after: IsoDate): IsoDate | null {
  let first: IsoDate | null = null
  for (const step of track)
    if (step.date > after && delivers(step) && (first === null || step.date < first)) first = step.date
  return first
}

/** The next delivery; without one, since when places are in use; else unknown. */
export function deliveryOf(track: readonly CapacityStep[], on: IsoDate): IsoDate | null {
  const next = nextDelivery(track, on)
  if (next !== null) return next
  let first: IsoDate | null = null
  for (const step of track)
    if (step.date <= on && step.to === 'available' && (first === null || step.date < first)) first = step.date
  return first
}

/**
 * The track with its next delivery on another day. Earlier: what was to come on that day comes earlier. Later: nothing
 * comes before the new day, so what was to come until then comes on it. Days on or before `on` never change, so
 * neither do the places of that day. Endings stay where they are.
 */
export function withNextDelivery(
  track: readonly CapacityStep[],
  on: IsoDate,
  to: IsoDate,
): readonly CapacityStep[] {
  const first = nextDelivery(track, on)
  if (first === null || first === to) return track
  return track.map((step) => {
    const moves = step.date > on && delivers(step) && (step.date === first || step.date < to)
    return moves ? { ...step, date: to } : step
  })
}
