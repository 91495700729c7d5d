import type { Id, IsoDate, Project } from '../model/entities'
import { hasSupportTrack } from '../capacity/places'
import { projectPlaces } from '../capacity/places'
import { trackCounts } from '../capacity/statusCounts'
import type { ProgrammeData } from '../model/programmeData'
import { CHAIN_STEPS, type Situation, TRAJECTORY_STEPS, type TrajectoryStep } from './codes'
import { homeOf } from './fit'
import type { StepTaken, Trajectory } from './model'

/** Where a trajectory is now. @param on only what was so on that day; absent: the last there is */
export function stepOf({ steps }: Trajectory, on?: IsoDate): StepTaken | undefined {
  return on === undefined ? steps.at(-1) : steps.findLast((step) => step.on <= on)
}

export const situationOf = ({ situations }: Trajectory): Situation =>
  situations.at(-1)?.situation ?? 'homeless'

/** Prevention first: who may lose a home, who has none, who lives in one with support, and who went on. */
export const TRAJECTORY_GROUPS = ['atRisk', 'homeless', 'housed', 'ended'] as const
export type TrajectoryGroup = (typeof TRAJECTORY_GROUPS)[number]

const ENDED: ReadonlySet<TrajectoryStep> = new Set<TrajectoryStep>(['moveOn', 'handover', 'declined'])
const HOUSED: ReadonlySet<TrajectoryStep> = new Set<TrajectoryStep>(
  CHAIN_STEPS.slice(CHAIN_STEPS.indexOf('tenancyAgreement'), CHAIN_STEPS.indexOf('moveOn')),
)

export function groupOf(trajectory: Trajectory): TrajectoryGroup {
  const step = stepOf(trajectory)?.step ?? 'signal'
  if (ENDED.has(step)) return 'ended'
  return HOUSED.has(step) ? 'housed' : situationOf(trajectory)
}

/** The day on which a trajectory ended; null while it goes on. */
export function endedOn(trajectory: Trajectory): IsoDate | null {
  const last = stepOf(trajectory)
  return last !== undefined && ENDED.has(last.step) ? last.on : null
}

export const stepRank = (step: TrajectoryStep): number => TRAJECTORY_STEPS.indexOf(step)

/** Trajectories by the step where they are now: a plain count, in the order of the chain. */
export function countBySteps(trajectories: Iterable<Trajectory>): ReadonlyMap<TrajectoryStep, number> {
  const counts = new Map<TrajectoryStep, number>(TRAJECTORY_STEPS.map((step) => [step, 0]))
  for (const trajectory of trajectories) {
    const step = stepOf(trajectory)?.step
    if (step !== undefined) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return counts
}

/** Places of a project on a day: a place counts only when home and support are both there. */
export interface PlacesOn {
  readonly homes: number
  /** Null when the type has no support of its own. */
  readonly support: number | null
  /** Home and support both there. */
  readonly available: number
  /** Of these, held by trajectories in this programme. */
  readonly taken: number
  /** What is left of the two; never below 0. */
  readonly free: number
}

/** @param besides a trajectory that doesn't count as holding a place: the one for which a place is sought */
export function placesOn(
  data: ProgrammeData,
  project: Project,
  date: IsoDate,
  besides: Id | null = null,
): PlacesOn {
  const { available } = projectPlaces(data, project, date)
  let taken = 0
  for (const trajectory of data.trajectories.values())
    if (trajectory.id !== besides && livesIn(trajectory, project.id, date)) taken += 1
  return {
    homes: trackCounts(project.homes, date).available,
    support: hasSupportTrack(data, project) ? trackCounts(project.support, date).available : null,
    available,
    taken,
    free: Math.max(0, available - taken),
  }
}

/** Steps by which a place is left again. */
const LEFT: ReadonlySet<TrajectoryStep> = new Set<TrajectoryStep>([
  'moveOn',
  'returnToHomelessness',
  'handover',
  'declined',
])

/** True when the accepted match of a trajectory holds a place in the project on a day. */
function livesIn(trajectory: Trajectory, projectId: Id, date: IsoDate): boolean {
  const home = homeOf(trajectory)
  if (home === null || home.projectId !== projectId || home.from > date) return false
  return !trajectory.steps.some(({ step, on }) => LEFT.has(step) && on >= home.from && on <= date)
}
