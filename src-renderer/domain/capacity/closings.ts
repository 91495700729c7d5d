import type { Id, IsoDate, Project } from '../model/entities'

/** The decision or agreement that closes (part of) a gap. */
export interface Closing {
  readonly date: IsoDate
  readonly text: string
  readonly projectId: Id
  /** True when its date lies before the reference date: it should have been taken. */
  readonly overdue: boolean
}

/**
 * Who closes the gap: per group the first closing decision on or after a date, else the latest one before it that is
 * still attached to a project not yet in use (overdue). Projects that ended don't count.
 */
export function projectsClosing(
  projects: Iterable<Project>,
  keyOf: (project: Project) => Id | null,
): (group: Id | null, date: IsoDate) => Closing | null {
  const perGroup = new Map<Id | null, { date: IsoDate; text: string; projectId: Id; open: boolean }[]>()
  for (const project of projects) {
    if (project.closingDecision === null || project.phase === 'ended') continue
    const open = project.phase !== 'inUse' && project.phase !== 'evaluation'
    const entry = { ...project.closingDecision, projectId: project.id, open }
    const key = keyOf(project)
    const list = perGroup.get(key)
    if (list === undefined) perGroup.set(key, [entry])
    else list.push(entry)
  }
  for (const list of perGroup.values())
    list.sort((a, b) => (a.date === b.date ? (a.projectId < b.projectId ? -1 : 1) : a.date < b.date ? -1 : 1))
  return (group, date) => {
    const list = perGroup.get(group) ?? []
    const next = list.find((c) => c.date >= date)
    const found = next ?? list.filter((c) => c.open).at(-1)
    if (found === undefined) return null
    return { date: found.date, text: found.text, projectId: found.projectId, overdue: found.date < date }
  }
}
