import { capitalise, matchStateLabels, plural, trajectoryStepLabels } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  groupOf,
  openChecks,
  type Situation,
  situationOf,
  stateOf,
  stepOf,
  stepRank,
  type Trajectory,
  type TrajectoryGroup,
  type TrajectoryStep,
  TRAJECTORY_GROUPS,
} from '@/domain/trajectories'

/** A trajectory as the list shows it. */
export interface TrajectoryRow {
  readonly trajectory: Trajectory
  readonly group: TrajectoryGroup
  readonly situation: Situation
  readonly step: TrajectoryStep
  readonly since: IsoDate
  readonly origin: string
  readonly preferred: string
  readonly type: string
  /** Where its last match stands; empty without one. */
  readonly match: { readonly project: string; readonly words: string } | null
}

export interface TrajectoryFilter {
  readonly situation: Situation | 'all'
  /** `none` for unknown or outside the region. */
  readonly originId: Id | 'all' | 'none'
  readonly step: TrajectoryStep | 'all'
}

export const NO_FILTER: TrajectoryFilter = { situation: 'all', originId: 'all', step: 'all' }

export const ELSEWHERE = 'onbekend of elders'

export function trajectoryRows(data: ProgrammeData): TrajectoryRow[] {
  const name = (id: Id | null, none: string): string =>
    id === null ? none : (data.municipalities.get(id)?.name ?? '')
  return [...data.trajectories.values()]
    .map((trajectory) => {
      const step = stepOf(trajectory)
      return {
        trajectory,
        group: groupOf(trajectory),
        situation: situationOf(trajectory),
        step: step?.step ?? ('signal' as const),
        since: step?.on ?? trajectory.since,
        origin: name(trajectory.originId, ELSEWHERE),
        preferred: name(trajectory.preferredId, 'geen voorkeur'),
        type: trajectory.typeId === null ? '' : (data.arrangementTypes.get(trajectory.typeId)?.name ?? ''),
        match: matchWords(data, trajectory),
      }
    })
    .sort(
      (a, b) =>
        stepRank(a.step) - stepRank(b.step) ||
        compareText(a.since, b.since) ||
        compareText(a.trajectory.code, b.trajectory.code),
    )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function matchWords(data: ProgrammeData, { matches }: Trajectory): TrajectoryRow['match'] {
  const last = matches.at(-1)
  if (last === undefined) return null
  const state = stateOf(last)
  const open = openChecks(last.checks).length
  const words = matchStateLabels[state]
  return {
    project: data.projects.get(last.projectId)?.name ?? '',
    words: state === 'proposed' && open > 0 ? `${words}, ${plural(open, 'toets', 'toetsen')} open` : words,
  }
}

export function filterRows(rows: readonly TrajectoryRow[], filter: TrajectoryFilter): TrajectoryRow[] {
  return rows.filter(
    ({ trajectory, situation, step }) =>
      (filter.situation === 'all' || filter.situation === situation) &&
      (filter.step === 'all' || filter.step === step) &&
      (filter.originId === 'all' || filter.originId === (trajectory.originId ?? 'none')),
  )
}

export interface RowGroup {
  readonly group: TrajectoryGroup
  readonly title: string
  readonly rows: readonly TrajectoryRow[]
}

/** Who has a home, or went on, was in that situation. */
export const isPast = (group: TrajectoryGroup): boolean => group === 'housed' || group === 'ended'

const TITLES: Readonly<Record<TrajectoryGroup, string>> = {
  atRisk: 'Dreigend dakloos: voorkomen dat iemand zijn huis verliest',
  homeless: 'Dakloos: op weg naar een eigen thuis',
  housed: 'Woont, met begeleiding',
  ended: 'Afgesloten',
}

/** Rows by group, in a fixed order; a group without rows isn't there. */
export function inGroups(rows: readonly TrajectoryRow[]): RowGroup[] {
  return TRAJECTORY_GROUPS.map((group) => ({
    group,
    title: TITLES[group],
    rows: rows.filter((row) => row.group === group),
  })).filter((each) => each.rows.length > 0)
}

/** Steps at which somebody is now, with how many: `Matching (2)`. */
export function stepChoices(rows: readonly TrajectoryRow[]): { value: TrajectoryStep; label: string }[] {
  const counts = new Map<TrajectoryStep, number>()
  for (const { step } of rows) counts.set(step, (counts.get(step) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => stepRank(a) - stepRank(b))
    .map(([value, count]) => ({
      value,
      label: `${capitalise(trajectoryStepLabels[value])} (${String(count)})`,
    }))
}
