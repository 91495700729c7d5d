import type { CapacityStep, IsoDate, Project } from '../model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '../model/values'
import type { MutableCounts } from './statusCounts'

/** Number of statuses: the stride of one cell in the flat arrays below. */
export const STRIDE = CAPACITY_STATUSES.length
const INDEX = Object.fromEntries(CAPACITY_STATUSES.map((s, i) => [s, i])) as Record<CapacityStatus, number>
const [IDEA, EXPLORED, COMMITTED, PREPARING, AVAILABLE] = [0, 1, 2, 3, 4] as const

/** A way to group projects: the index of a project's group (or -1: not counted), and how many groups there are. */
export interface Grouping {
  readonly size: number
  readonly groupOf: (project: Project) => number
}

/** Places per group, date and status, as one flat array: `[(group × dates + date) × STRIDE + status]`. */
export type PlacesCube = Int32Array

/**
 * Places of many projects on many dates, for several groupings at once, in one walk over the steps.
 * Only changes are added up (a project adds a difference where its steps change something, and running sums follow),
 * so the cost grows with the number of steps and hardly with the number of dates. The rules per project are those of
 * `projectPlaces`; a property test holds the two together.
 * @param dates ascending, at least one
 * @param hasSupport whether the project has a second track
 */
export function sweepPlaces(
  projects: Iterable<Project>,
  dates: readonly IsoDate[],
  hasSupport: (project: Project) => boolean,
  groupings: readonly Grouping[],
): PlacesCube[] {
  const width = dates.length
  const cubes = groupings.map((g) => new Int32Array(g.size * width * STRIDE))
  const indexOfDate = dateIndexer(dates)
  const groupOf = new Int32Array(groupings.length)
  const homes = new Int32Array(STRIDE)
  const support = new Int32Array(STRIDE)
  const now = new Int32Array(STRIDE)
  const before = new Int32Array(STRIDE)

  for (const project of projects) {
    for (let g = 0; g < groupings.length; g += 1) groupOf[g] = groupings[g]?.groupOf(project) ?? -1
    const twoTracks = hasSupport(project)
    homes.fill(0)
    support.fill(0)
    before.fill(0)
    let h = 0
    let s = 0
    const homeSteps = project.homes
    const supportSteps = twoTracks ? project.support : NO_STEPS
    while (h < homeSteps.length || s < supportSteps.length) {
      // The next date on which anything changes for one of the tracks.
      const nextHome = h < homeSteps.length ? indexOfDate((homeSteps[h] as CapacityStep).date) : width
      const nextSupport =
        s < supportSteps.length ? indexOfDate((supportSteps[s] as CapacityStep).date) : width
      const at = nextHome < nextSupport ? nextHome : nextSupport
      if (at >= width) break
      for (; h < homeSteps.length && indexOfDate((homeSteps[h] as CapacityStep).date) <= at; h += 1)
        move(homes, homeSteps[h] as CapacityStep)
      for (; s < supportSteps.length && indexOfDate((supportSteps[s] as CapacityStep).date) <= at; s += 1)
        move(support, supportSteps[s] as CapacityStep)
      now.set(homes)
      if (twoTracks) combine(now, support[AVAILABLE] ?? 0)
      for (let g = 0; g < groupings.length; g += 1) {
        const group = groupOf[g] as number
        const cube = cubes[g]
        if (group < 0 || cube === undefined) continue
        const base = (group * width + at) * STRIDE
        for (let i = 0; i < STRIDE; i += 1)
          cube[base + i] = (cube[base + i] as number) + (now[i] as number) - (before[i] as number)
      }
      before.set(now)
    }
  }
  cubes.forEach((cube, g) => {
    runningSums(cube, groupings[g]?.size ?? 0, width)
  })
  return cubes
}

const NO_STEPS: readonly CapacityStep[] = []

/** Steps are kept in order of date, so each index only grows; a date past the last one gets `dates.length`. */
function dateIndexer(dates: readonly IsoDate[]): (date: IsoDate) => number {
  const known = new Map<IsoDate, number>()
  return (date) => {
    let index = known.get(date)
    if (index === undefined) {
      index = 0
      while (index < dates.length && (dates[index] as IsoDate) < date) index += 1
      known.set(date, index)
    }
    return index
  }
}

function move(track: Int32Array, step: CapacityStep): void {
  if (step.from !== null) {
    const from = INDEX[step.from]
    track[from] = (track[from] as number) - step.places
  }
  const to = INDEX[step.to]
  track[to] = (track[to] as number) + step.places
}

/** The rule of `combineTracks`, on a flat array: `counts` holds the homes and becomes both tracks together. */
function combine(counts: Int32Array, supportAvailable: number): void {
  const homesAvailable = counts[AVAILABLE] as number
  const ahead = homesAvailable - supportAvailable
  if (ahead === 0) return
  if (ahead > 0) {
    counts[AVAILABLE] = supportAvailable
    counts[PREPARING] = (counts[PREPARING] as number) + ahead
    return
  }
  let take = -ahead
  for (const status of [PREPARING, COMMITTED, EXPLORED, IDEA]) {
    const moved = Math.min(take, counts[status] as number)
    counts[status] = (counts[status] as number) - moved
    take -= moved
  }
  counts[PREPARING] = (counts[PREPARING] as number) - ahead
}

function runningSums(cube: Int32Array, groups: number, width: number): void {
  for (let g = 0; g < groups; g += 1)
    for (let d = 1; d < width; d += 1) {
      const base = (g * width + d) * STRIDE
      for (let i = 0; i < STRIDE; i += 1)
        cube[base + i] = (cube[base + i] as number) + (cube[base + i - STRIDE] as number)
    }
}

/** Reads one cell of a cube as counts. */
export function countsAt(cube: PlacesCube, width: number, group: number, date: number): MutableCounts {
  const base = (group * width + date) * STRIDE
  const at = (i: number): number => cube[base + i] ?? 0
  return { idea: at(0), explored: at(1), committed: at(2), preparing: at(3), available: at(4), ended: at(5) }
}
