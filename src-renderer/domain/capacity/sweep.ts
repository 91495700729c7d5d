import type { IsoDate, Project } from '../model/entities'
import { CAPACITY_STATUSES } from '../model/values'
import { applySteps, compiled, dateKey } from './compiled'

/** Number of statuses: the stride of one cell in the flat arrays below. */
export const STRIDE = CAPACITY_STATUSES.length
const [IDEA, EXPLORED, COMMITTED, PREPARING, AVAILABLE] = [0, 1, 2, 3, 4] as const

/** A way to group projects: the index of a project's group (or -1: not counted), and how many groups there are. */
export interface Grouping {
  readonly size: number
  readonly groupOf: (project: Project) => number
}

/** Places per group, date and status, as one flat array: `[(group × dates + date) × STRIDE + status]`. */
export type PlacesCube = Int32Array

const NO_STEPS = new Int32Array(0)
const NEVER = 0x7fffffff

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
  const keys = Int32Array.from(dates, dateKey)
  const cubes = groupings.map((g) => new Int32Array(g.size * width * STRIDE))
  const bases = new Int32Array(groupings.length)
  const homes = new Int32Array(STRIDE)
  const support = new Int32Array(STRIDE)
  const now = new Int32Array(STRIDE)
  const before = new Int32Array(STRIDE)

  for (const project of projects) {
    const twoTracks = hasSupport(project)
    const tracks = compiled(project)
    const homeSteps = tracks.homes
    const supportSteps = twoTracks ? tracks.support : NO_STEPS
    if (homeSteps.length + supportSteps.length === 0) continue
    for (let g = 0; g < groupings.length; g += 1)
      bases[g] = (groupings[g] as Grouping).groupOf(project) * width * STRIDE
    clear(homes)
    clear(support)
    clear(before)
    let h = 0
    let s = 0
    let at = 0
    while (h < homeSteps.length || s < supportSteps.length) {
      // The first of the dates on or after the next change of either track; nothing changes before it.
      const nextHome = h < homeSteps.length ? (homeSteps[h] as number) : NEVER
      const nextSupport = s < supportSteps.length ? (supportSteps[s] as number) : NEVER
      const next = nextHome < nextSupport ? nextHome : nextSupport
      while (at < width && (keys[at] as number) < next) at += 1
      if (at === width) break
      h = applySteps(homes, homeSteps, h, keys[at] as number)
      for (let i = 0; i < STRIDE; i += 1) now[i] = homes[i] as number
      if (twoTracks) {
        s = applySteps(support, supportSteps, s, keys[at] as number)
        combine(now, support[AVAILABLE] as number)
      }
      for (let i = 0; i < STRIDE; i += 1) {
        const change = (now[i] as number) - (before[i] as number)
        if (change === 0) continue
        before[i] = now[i] as number
        const offset = at * STRIDE + i
        for (let g = 0; g < cubes.length; g += 1) {
          const base = bases[g] as number
          if (base < 0) continue
          const cube = cubes[g] as Int32Array
          cube[base + offset] = (cube[base + offset] as number) + change
        }
      }
    }
  }
  cubes.forEach((cube, g) => {
    runningSums(cube, groupings[g]?.size ?? 0, width)
  })
  return cubes
}

/** For the few numbers of one project a loop is quicker than the array's own `fill` and `set`. */
export function clear(counts: Int32Array): void {
  for (let i = 0; i < counts.length; i += 1) counts[i] = 0
}

/** The rule of `combineTracks`, on a flat array: `counts` holds the homes and becomes both tracks together. */
export function combine(counts: Int32Array, supportAvailable: number): void {
  const ahead = (counts[AVAILABLE] as number) - supportAvailable
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
  const row = width * STRIDE
  for (let g = 0; g < groups; g += 1)
    for (let i = g * row + STRIDE; i < (g + 1) * row; i += 1)
      cube[i] = (cube[i] as number) + (cube[i - STRIDE] as number)
}
