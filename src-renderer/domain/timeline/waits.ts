import type { Dependency } from '../model/dependency'
import type { Id, IsoDate, Project } from '../model/entities'
import { conflictsOf, earliestStart } from '../planning/downstream'
import { startOf } from '../planning/shift'
import { toDay, toIso } from '../time/day'

/** A dependency with dates on both ends: what can be drawn as a line on a time axis. */
export interface Wait {
  readonly project: Id
  readonly dependency: Dependency
  /** When what is waited for happens. */
  readonly reached: IsoDate
  /** First day on which the phase may begin: `reached` and the days between. */
  readonly earliest: IsoDate
  /** When the phase that waits begins. */
  readonly start: IsoDate
  /** It begins too early. */
  readonly conflict: boolean
}

/** What a project waits for, as far as both ends have a date. */
export function waitsOf(project: Project, projects: ReadonlyMap<Id, Project>): Wait[] {
  if (project.dependencies.length === 0) return []
  const early = new Set(conflictsOf(project, projects).map(({ dependencyId }) => dependencyId))
  return project.dependencies.flatMap((dependency): Wait[] => {
    const earliest = earliestStart(dependency, projects)
    const held = project.phases.find(({ phase }) => phase === dependency.holds)
    const start = held === undefined ? null : startOf(held)
    if (earliest === null || start === null) return []
    const reached = toIso(toDay(earliest) - dependency.lagDays)
    return [{ project: project.id, dependency, reached, earliest, start, conflict: early.has(dependency.id) }]
  })
}
