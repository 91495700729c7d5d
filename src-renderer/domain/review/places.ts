import { combineTracks, type StatusCounts, trackCounts, zeroCounts } from '../capacity/statusCounts'
import type { CapacityStep, IsoDate, Project } from '../model/entities'
import { CAPACITY_STATUSES, type CapacityStatus } from '../model/values'
import { REVIEW_STATUSES, type ReviewStatus } from './model'

/** Places per status that a review asks about. */
export type OpenCounts = Readonly<Record<ReviewStatus, number>>

/** Makes the step that a correction adds, with an id of its own and a note of where it comes from. */
export type StepMaker = (
  from: CapacityStatus | null,
  to: CapacityStatus,
  places: number,
) => Omit<CapacityStep, 'date'>

/**
 * The project with exactly these places per status on the date, and as little else changed as can be. The rule:
 *
 * 1. The difference with the plan is put on the homes as it is, and the difference of `available` on the support too:
 *    a place counts as available only with both. Where that doesn't give the places asked (the tracks differ, and a
 *    status would fall below zero), the homes become what was answered, and of the homes that wait for support, or
 *    the support that waits for homes, as many keep waiting as there are places in preparation.
 * 2. The difference becomes moves on the date itself: first between statuses, in the order of the chain; what comes
 *    on top is new, what is too much ends. Support that comes on top is taken from support that was further back.
 * 3. What the plan expected later doesn't happen twice: new places are taken off later new places of the same status
 *    (for support: of any status), and a later move takes no more than there is.
 *
 * Nothing before the date changes, no step gets another date, and no step of after the date grows.
 */
export function withPlaces(
  project: Project,
  supported: boolean,
  on: IsoDate,
  asked: OpenCounts,
  make: StepMaker,
): Project {
  const homes = trackCounts(project.homes, on)
  const support = trackCounts(project.support, on)
  if (!supported) return { ...project, homes: settled(project.homes, on, homes, asked, 'status', make) }
  const goal = goalOf(homes, support, asked)
  return {
    ...project,
    homes: settled(project.homes, on, homes, goal.homes, 'status', make),
    support: settled(project.support, on, support, supportGoal(support, goal.supported), 'any', make),
  }
}

interface Goal {
  readonly homes: OpenCounts
  /** Places with support available. */
  readonly supported: number
}

function goalOf(homes: StatusCounts, support: StatusCounts, asked: OpenCounts): Goal {
  const now = combineTracks(homes, support)
  const plain: Goal = {
    homes: openCounts((s) => homes[s] + asked[s] - now[s]),
    supported: support.available + asked.available - now.available,
  }
  if (gives(plain, asked)) return plain
  const waiting = Math.min(homes.available - support.available, asked.preparing)
  if (waiting >= 0)
    return {
      homes: {
        ...asked,
        available: asked.available + waiting,
        preparing: asked.preparing - waiting,
      },
      supported: asked.available,
    }
  const ahead = Math.min(support.available - homes.available, asked.preparing)
  return { homes: asked, supported: asked.available + ahead }
}

function gives(goal: Goal, asked: OpenCounts): boolean {
  if (goal.supported < 0 || REVIEW_STATUSES.some((s) => goal.homes[s] < 0)) return false
  const sum = combineTracks({ ...goal.homes, ended: 0 }, { ...zeroCounts(), available: goal.supported })
  return REVIEW_STATUSES.every((s) => sum[s] === asked[s])
}

/** More support comes from what was furthest on; what is too much goes back to preparing. */
function supportGoal(now: StatusCounts, available: number): OpenCounts {
  const goal = openCounts((s) => now[s])
  let more = available - now.available
  goal.available = available
  if (more <= 0) {
    goal.preparing -= more
    return goal
  }
  for (const status of REVIEW_STATUSES) {
    if (status === 'available') continue
    const taken = Math.min(more, goal[status])
    goal[status] -= taken
    more -= taken
  }
  return goal
}

function openCounts(of: (status: ReviewStatus) => number): Record<ReviewStatus, number> {
  const counts = { available: 0, preparing: 0, committed: 0, explored: 0, idea: 0 }
  for (const status of REVIEW_STATUSES) counts[status] = of(status)
  return counts
}

interface Move {
  readonly from: ReviewStatus | null
  readonly to: CapacityStatus
  readonly places: number
}

/** Moves that lead from one count to another; what is furthest on is filled first, from what was furthest on. */
function movesBetween(now: StatusCounts, goal: OpenCounts): Move[] {
  const short = openCounts((s) => Math.max(0, goal[s] - now[s]))
  const over = openCounts((s) => Math.max(0, now[s] - goal[s]))
  const moves: Move[] = []
  const add = (from: ReviewStatus | null, to: CapacityStatus, places: number): void => {
    if (places > 0) moves.push({ from, to, places })
  }
  for (const to of REVIEW_STATUSES)
    for (const from of REVIEW_STATUSES) {
      const places = Math.min(short[to], over[from])
      add(from, to, places)
      short[to] -= places
      over[from] -= places
    }
  for (const from of REVIEW_STATUSES) add(from, 'ended', over[from])
  for (const to of REVIEW_STATUSES) add(null, to, short[to])
  return moves
}

function settled(
  track: readonly CapacityStep[],
  on: IsoDate,
  now: StatusCounts,
  goal: OpenCounts,
  sooner: 'status' | 'any',
  make: StepMaker,
): readonly CapacityStep[] {
  const moves = movesBetween(now, goal)
  if (moves.length === 0) return track
  const sorted = [...track].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const past = sorted.filter((step) => step.date <= on)
  const later = sorted.filter((step) => step.date > on)
  const added = moves.map((m): CapacityStep => ({ ...make(m.from, m.to, m.places), date: on }))
  const expected = moves.reduce<readonly CapacityStep[]>(
    (steps, m) =>
      m.from === null ? lessNew(steps, m.places, (step) => sooner === 'any' || step.to === m.to) : steps,
    later,
  )
  return [...past, ...added, ...fitting(expected, goal, now.ended + endedBy(moves))]
}

const endedBy = (moves: readonly Move[]): number =>
  moves.reduce((sum, m) => sum + (m.to === 'ended' ? m.places : 0), 0)

/** Later new places, less those that are there already; the first to come go first. */
function lessNew(
  steps: readonly CapacityStep[],
  places: number,
  counts: (step: CapacityStep) => boolean,
): readonly CapacityStep[] {
  let left = places
  return steps.flatMap((step) => {
    if (left === 0 || step.from !== null || !counts(step)) return [step]
    const taken = Math.min(left, step.places)
    left -= taken
    return less(step, taken)
  })
}

const less = (step: CapacityStep, places: number): CapacityStep[] =>
  step.places > places ? [{ ...step, places: step.places - places }] : []

/** Steps of after the date, each cut to what is there on its day. What comes in on a day may move on that same day. */
function fitting(steps: readonly CapacityStep[], start: OpenCounts, ended: number): readonly CapacityStep[] {
  const counts: Record<CapacityStatus, number> = { ...start, ended }
  const kept: CapacityStep[] = []
  for (let i = 0; i < steps.length;) {
    const date = steps[i]?.date
    let day: readonly CapacityStep[] = steps.slice(i).filter((step) => step.date === date)
    i += day.length
    for (let cut = true; cut;) {
      cut = false
      for (const status of CAPACITY_STATUSES) {
        const there = counts[status] + sum(day, (s) => s.to === status) - sum(day, (s) => s.from === status)
        if (there >= 0) continue
        day = lessFrom(day, status, -there)
        cut = true
      }
    }
    for (const step of day) {
      if (step.from !== null) counts[step.from] -= step.places
      counts[step.to] += step.places
      kept.push(step)
    }
  }
  return kept
}

const sum = (steps: readonly CapacityStep[], which: (step: CapacityStep) => boolean): number =>
  steps.reduce((total, step) => total + (which(step) ? step.places : 0), 0)

/** The last moves out of the status go first. */
function lessFrom(day: readonly CapacityStep[], status: CapacityStatus, places: number): CapacityStep[] {
  let left = places
  return [...day]
    .reverse()
    .flatMap((step) => {
      if (left === 0 || step.from !== status) return [step]
      const taken = Math.min(left, step.places)
      left -= taken
      return less(step, taken)
    })
    .reverse()
}
