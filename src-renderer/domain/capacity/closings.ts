import type { Id, IsoDate, Project } from '../model/entities'
import { compiled, dateKey } from './compiled'

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
  const keys = Int32Array.from(dates, dateKey)
  // Slot i holds what falls on or after date i and before date i + 1; slot 0 of a group what falls before all dates.
  const firstIn: (Project | undefined)[] = new Array<Project | undefined>(groups * (width + 1))
  const lastOpenIn: (Project | undefined)[] = new Array<Project | undefined>(groups * (width + 1))
  for (const project of projects) {
    const decision = project.closingDecision
    if (decision === null || project.phase === 'ended') continue
    const group = groupOf(project)
    if (group < 0) continue
    const key = compiled(project).closing
    let slot = 0
    while (slot < width && (keys[slot] as number) <= key) slot += 1
    const at = group * (width + 1) + slot
    if (before(project, firstIn[at])) firstIn[at] = project
    if (project.phase === 'inUse' || project.phase === 'evaluation') continue
    if (lastOpenIn[at] === undefined || !before(project, lastOpenIn[at])) lastOpenIn[at] = project
  }
  const result = new Array<Closing | null>(groups * width).fill(null)
  for (let g = 0; g < groups; g += 1) {
    const base = g * (width + 1)
    // A decision stays the nearest for several dates: those share one closing.
    let next: Closing | null = null
    for (let d = width - 1; d >= 0; d -= 1) {
      const found = firstIn[base + d + 1]
      if (found !== undefined) next = asClosing(found, false)
      result[g * width + d] = next
    }
    let overdue: Closing | null = null
    for (let d = 0; d < width; d += 1) {
      const found = lastOpenIn[base + d]
      if (found !== undefined) overdue = asClosing(found, true)
      result[g * width + d] ??= overdue
    }
  }
  return result
}

/** Order of decisions: date, then id so that equal dates always give the same one. */
function before(project: Project, other: Project | undefined): boolean {
  if (other === undefined) return true
  const a = project.closingDecision?.date ?? ''
  const b = other.closingDecision?.date ?? ''
  return a === b ? project.id < other.id : a < b
}

function asClosing(project: Project, overdue: boolean): Closing | null {
  const decision = project.closingDecision
  return decision === null
    ? null
    : { date: decision.date, text: decision.text, projectId: project.id, overdue }
}
