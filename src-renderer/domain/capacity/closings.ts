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
 * Who closes the gap, per group and date: the first closing decision on or after the date, else the latest one before
 * it that still hangs on a project not yet in use (overdue). Projects that ended don't count. One walk over the
 * projects, whatever the number of dates: decisions fall between two dates, and from there the nearest is passed on.
 * @param dates ascending
 * @param groupOf index of a project's group, or -1 when it isn't counted
 * @returns flat array: `[group × dates + date]`
 */
export function closingsOverDates(
  projects: Iterable<Project>,
  dates: readonly IsoDate[],
  groups: number,
  groupOf: (project: Project) => number,
): (Closing | null)[] {
  const width = dates.length
  // Slot i holds what falls on or after date i and before date i + 1; slot 0 of a group what falls before all dates.
  const firstIn: (Project | undefined)[] = new Array<Project | undefined>(groups * (width + 1))
  const lastOpenIn: (Project | undefined)[] = new Array<Project | undefined>(groups * (width + 1))
  for (const project of projects) {
    const decision = project.closingDecision
    if (decision === null || project.phase === 'ended') continue
    const group = groupOf(project)
    if (group < 0) continue
    let slot = 0
    while (slot < width && (dates[slot] as IsoDate) <= decision.date) slot += 1
    const at = group * (width + 1) + slot
    if (before(project, firstIn[at])) firstIn[at] = project
    if (project.phase === 'inUse' || project.phase === 'evaluation') continue
    if (lastOpenIn[at] === undefined || !before(project, lastOpenIn[at])) lastOpenIn[at] = project
  }
  const result = new Array<Closing | null>(groups * width).fill(null)
  for (let g = 0; g < groups; g += 1) {
    const base = g * (width + 1)
    let overdue: Project | undefined
    for (let d = 0; d < width; d += 1) {
      overdue = lastOpenIn[base + d] ?? overdue
      if (overdue !== undefined) result[g * width + d] = asClosing(overdue, true)
    }
    let next: Project | undefined
    for (let d = width - 1; d >= 0; d -= 1) {
      next = firstIn[base + d + 1] ?? next
      if (next !== undefined) result[g * width + d] = asClosing(next, false)
    }
  }
  return result
}

/** Order of decisions: date, then id so that equal dates always give the same one. */
function before(project: Project, other: Project | undefined): boolean {
  if (other === undefined) return true
  const [a, b] = [project.closingDecision?.date ?? '', other.closingDecision?.date ?? '']
  return a === b ? project.id < other.id : a < b
}

function asClosing(project: Project, overdue: boolean): Closing | null {
  const decision = project.closingDecision
  return decision === null
    ? null
    : { date: decision.date, text: decision.text, projectId: project.id, overdue }
}
