import type { Dependency } from '../model/dependency'
import type { Id, IsoDate, Project } from '../model/entities'
import { PHASES, type Phase } from '../model/values'
import type { ProgrammeData } from '../model/programmeData'
import { toDay, toIso } from '../time/day'
import { movePlan, openPhases, phaseRankAt, startOf } from './shift'

const rank = (phase: Phase): number => PHASES.indexOf(phase)

/** A phase that comes later because of what it waits for. */
export interface DownstreamShift {
  readonly projectId: Id
  readonly phase: Phase
  readonly from: IsoDate
  readonly to: IsoDate
  readonly days: number
}

/** A dependency that the plan doesn't keep. */
export interface DependencyConflict {
  readonly projectId: Id
  readonly dependencyId: Id
  /** The phase that begins too early: the one held, or the first dated one after it. */
  readonly phase: Phase
  readonly planned: IsoDate
  /** First day on which it may begin. */
  readonly earliest: IsoDate
  readonly days: number
}

/** The first day after what the dependency waits for, with its days between; null when that has no date yet. */
export function earliestStart(dependency: Dependency, projects: ReadonlyMap<Id, Project>): IsoDate | null {
  const { on, lagDays } = dependency
  const other = projects.get(on.projectId)
  if (other === undefined) return null
  const dates = on.kind === 'phase' ? other.phases.find((p) => p.phase === on.phase) : undefined
  const date =
    on.kind === 'decision'
      ? (other.closingDecision?.date ?? null)
      : dates === undefined
        ? null
        : startOf(dates)
  return date === null ? null : toIso(toDay(date) + lagDays)
}

/**
 * The phase that a dependency holds in practice: the one named, or when that has no date the first dated one after it.
 * Null when it has begun already, or nothing from there on is planned.
 */
function held(project: Project, holds: Phase): { phase: Phase; planned: IsoDate } | null {
  if (rank(project.phase) >= rank(holds)) return null
  if (project.phases.some((p) => p.actual !== null && rank(p.phase) >= rank(holds))) return null
  return openPhases(project).find((p) => rank(p.phase) >= rank(holds)) ?? null
}

/** Dependencies of a project that its plan doesn't keep. */
export function conflictsOf(project: Project, projects: ReadonlyMap<Id, Project>): DependencyConflict[] {
  return project.dependencies.flatMap((dependency) => {
    const phase = held(project, dependency.holds)
    const earliest = earliestStart(dependency, projects)
    if (phase === null || earliest === null || earliest <= phase.planned) return []
    return [
      {
        projectId: project.id,
        dependencyId: dependency.id,
        phase: phase.phase,
        planned: phase.planned,
        earliest,
        days: toDay(earliest) - toDay(phase.planned),
      },
    ]
  })
}

/** All dependencies in the plan that aren't kept, in the order of the projects. */
export function dependencyConflicts(data: ProgrammeData): DependencyConflict[] {
  const all: DependencyConflict[] = []
  for (const project of data.projects.values())
    if (project.dependencies.length > 0) all.push(...conflictsOf(project, data.projects))
  return all
}

/** Delay in days by phase rank: what is held brings everything after it along, and never less than an earlier phase. */
function delaysOf(project: Project, projects: ReadonlyMap<Id, Project>): number[] {
  const delays = PHASES.map(() => 0)
  for (const { phase, days } of conflictsOf(project, projects))
    for (let r = rank(phase); r < delays.length; r += 1) delays[r] = Math.max(delays[r] ?? 0, days)
  return delays
}

/** The project with its conflicts solved by going later, no more than needed. Phases keep the time between them. */
function pushed(project: Project, projects: ReadonlyMap<Id, Project>, today: IsoDate): Project {
  const delays = delaysOf(project, projects)
  if (delays.every((days) => days === 0)) return project
  const later = (date: IsoDate, at: number): IsoDate => {
    const days = at < 0 ? 0 : (delays[at] ?? 0)
    return days === 0 ? date : toIso(toDay(date) + days)
  }
  return movePlan(
    project,
    today,
    (phase, date) => later(date, rank(phase)),
    (date) => later(date, phaseRankAt(project, date)),
  )
}

/** Ids of the projects that wait for this one, directly or through others, each after all that it waits for. */
function downstreamOrder(projects: ReadonlyMap<Id, Project>, from: Id): Id[] {
  const waiting = new Map<Id, Id[]>()
  for (const project of projects.values())
    for (const { on } of project.dependencies) {
      const list = waiting.get(on.projectId)
      if (list === undefined) waiting.set(on.projectId, [project.id])
      else list.push(project.id)
    }
  const order: Id[] = []
  const seen = new Set<Id>([from])
  const stack: { id: Id; next: number }[] = [{ id: from, next: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = waiting.get(top.id)?.[top.next]
    top.next += 1
    if (next === undefined) {
      order.push(top.id)
      stack.pop()
    } else if (!seen.has(next)) {
      seen.add(next)
      stack.push({ id: next, next: 0 })
    }
  }
  // Post-order turned round: what is waited for comes first. The changed project itself is the first of all.
  return order.reverse().slice(1)
}

/**
 * The projects downstream of a changed one as they would have to be, so that they keep their dependencies again. Only
 * those that move; none earlier, none later than needed. Dependencies never go round, so one pass in order is enough.
 */
export function followers(data: ProgrammeData, changed: Project, today: IsoDate): Project[] {
  const projects = new Map(data.projects)
  projects.set(changed.id, changed)
  const moved: Project[] = []
  for (const id of downstreamOrder(projects, changed.id)) {
    const project = projects.get(id)
    if (project === undefined) continue
    const next = pushed(project, projects, today)
    if (next === project) continue
    projects.set(id, next)
    moved.push(next)
  }
  return moved
}

/**
 * What a changed project does to the ones that wait for it, through as many others as there are: every phase that has to
 * begin later, from when to when.
 * @param changed the project as it would become; `data` still holds it as it was
 */
export function downstreamDelay(data: ProgrammeData, changed: Project, today: IsoDate): DownstreamShift[] {
  return followers(data, changed, today).flatMap((after) => {
    const before = data.projects.get(after.id)
    return openPhases(after).flatMap(({ phase, planned }): DownstreamShift[] => {
      const from = before?.phases.find((p) => p.phase === phase)?.planned ?? null
      if (from === null || from === planned) return []
      return [{ projectId: after.id, phase, from, to: planned, days: toDay(planned) - toDay(from) }]
    })
  })
}
