import type { Dependency } from '../model/dependency'
import type { Id, IsoDate, Project } from '../model/entities'
import { addMonths, toDay, toIso } from '../time/day'
import { delayed } from './planChanges'

/** More rounds than this only happen when dependencies go round, which checked data never has. */
const MOST_ROUNDS = 100

/**
 * Moves what waits for a delayed project: a phase held may not start before what it waits for, plus the days between. A
 * project that would start too early moves as a whole, by the fewest whole months that help; who had slack stays.
 */
export function followDownstream(
  projects: ReadonlyMap<Id, Project>,
  changed: Map<Id, Project>,
  from: Id,
  today: IsoDate,
): void {
  const now = (id: Id): Project | undefined => changed.get(id) ?? projects.get(id)
  let moved: ReadonlySet<Id> = new Set([from])
  for (let round = 0; round < MOST_ROUNDS && moved.size > 0; round += 1) {
    const next = new Set<Id>()
    for (const { id, dependencies } of projects.values()) {
      const waits = dependencies.filter((d) => moved.has(d.on.projectId))
      const project = now(id)
      if (waits.length === 0 || project === undefined) continue
      const months = Math.max(...waits.map((d) => monthsShort(project, d, now(d.on.projectId))))
      if (months <= 0) continue
      changed.set(id, delayed(project, months, today))
      next.add(id)
    }
    moved = next
  }
}

/** Whole months by which the held phase starts too early; 0 when it doesn't, or when a date isn't known. */
function monthsShort(
  project: Project,
  { holds, on, lagDays }: Dependency,
  target: Project | undefined,
): number {
  const held = project.phases.find((p) => p.phase === holds)
  if (held === undefined || held.actual !== null || held.planned === null || target === undefined) return 0
  const reached = on.kind === 'decision' ? target.closingDecision?.date : dateOf(target, on.phase)
  if (reached === undefined || reached === null) return 0
  const earliest = toIso(toDay(reached) + lagDays)
  let months = 0
  while (months < 600 && addMonths(held.planned, months) < earliest) months += 1
  return months
}

function dateOf(project: Project, phase: Project['phase']): IsoDate | null {
  const found = project.phases.find((p) => p.phase === phase)
  return found?.actual ?? found?.planned ?? null
}
