import type { CapacityStep, IsoDate, Project } from '../model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '../model/values'

/** Numbers per step in a compiled track: date key, status left (−1: none), status entered, places. */
export const STEP_WIDTH = 4
export const STATUS_INDEX = Object.fromEntries(CAPACITY_STATUSES.map((s, i) => [s, i])) as Record<
  CapacityStatus,
  number
>

/** The two tracks of a project as flat numbers, for walks over all projects. */
export interface CompiledProject {
  readonly homes: Int32Array
  readonly support: Int32Array
  /** Date key of the closing decision; 0 without one. */
  readonly closing: number
}

/** Records never change in place, so what was worked out for one stays true as long as it lives. */
const cache = new WeakMap<Project, CompiledProject>()

export function compiled(project: Project): CompiledProject {
  let found = cache.get(project)
  if (found === undefined) {
    found = {
      homes: compileTrack(project.homes),
      support: compileTrack(project.support),
      closing: project.closingDecision === null ? 0 : dateKey(project.closingDecision.date),
    }
    cache.set(project, found)
  }
  return found
}

/** `2026-04-14` → 20260414: orders like the dates themselves, and compares as a number. */
export function dateKey(iso: IsoDate): number {
  const digit = (i: number): number => iso.charCodeAt(i) - 48
  return (
    ((digit(0) * 10 + digit(1)) * 10 + digit(2)) * 100_000 +
    digit(3) * 10_000 +
    (digit(5) * 10 + digit(6)) * 100 +
    digit(8) * 10 +
    digit(9)
  )
}

function compileTrack(steps: readonly CapacityStep[]): Int32Array {
  const flat = new Int32Array(steps.length * STEP_WIDTH)
  steps.forEach((step, i) => {
    const at = i * STEP_WIDTH
    flat[at] = dateKey(step.date)
    flat[at + 1] = step.from === null ? -1 : STATUS_INDEX[step.from]
    flat[at + 2] = STATUS_INDEX[step.to]
    flat[at + 3] = step.places
  })
  return flat
}

/**
 * Applies the steps of a track from index `at` on, up to and including a date.
 * @returns index of the first step not applied
 */
export function applySteps(counts: Int32Array, track: Int32Array, at: number, untilKey: number): number {
  let i = at
  for (; i < track.length && (track[i] as number) <= untilKey; i += STEP_WIDTH) {
    const from = track[i + 1] as number
    const to = track[i + 2] as number
    const places = track[i + 3] as number
    if (from >= 0) counts[from] = (counts[from] as number) - places
    counts[to] = (counts[to] as number) + places
  }
  return i
}
