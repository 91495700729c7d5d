import type { Command } from '../commands/context'
import { put } from '../commands/patches'
import { firstProblem, gone, NO_CHANGE } from '../commands/save'
import { applyPatches } from '../history/patch'
import { formatDate, phaseLabels, plural } from '../labels'
import type { Id, IsoDate, Project } from '../model/entities'
import type { Phase } from '../model/values'
import { ok, refuse, type Result } from '../result'
import { validateProject } from '../validation/project'
import { followers } from './downstream'
import { type Shift, shiftedPhase, shiftedProject, withPhaseDate } from './shift'

export interface ScheduleOptions {
  /** Take the projects that wait for this one along, as far as they must. */
  readonly followDownstream?: boolean
}

/** Moves the whole plan of a project. Refuses: `before-today`, `date-invalid`, and what `validateProject` finds. */
export function shiftProject(projectId: Id, shift: Shift, options: ScheduleOptions = {}): Command {
  return reschedule(
    projectId,
    (project, today) => shiftedProject(project, shift, today),
    () => shiftPhrase(shift),
    options,
  )
}

/** Moves a project from a phase on. Refuses: `already-begun`, `no-date`, `date-order`, and as `shiftProject` does. */
export function shiftPhase(
  projectId: Id,
  phase: Phase,
  shift: Shift,
  options: ScheduleOptions = {},
): Command {
  return reschedule(
    projectId,
    (project, today) => shiftedPhase(project, phase, shift, today),
    () => `${shiftPhrase(shift)} vanaf de fase "${phaseLabels[phase]}"`,
    options,
  )
}

/** Plans a phase on a date. Refuses: `already-begun`, `date-order`, `date-invalid`. */
export function setPhaseDate(
  projectId: Id,
  phase: Phase,
  date: IsoDate,
  options: ScheduleOptions = {},
): Command {
  return reschedule(
    projectId,
    (project) => withPhaseDate(project, phase, date),
    () => `: fase "${phaseLabels[phase]}" op ${formatDate(date)}`,
    options,
  )
}

function shiftPhrase(shift: Shift): string {
  const size = 'days' in shift ? shift.days : shift.months
  const words =
    'days' in shift ? plural(Math.abs(size), 'dag', 'dagen') : plural(Math.abs(size), 'maand', 'maanden')
  return ` ${words} ${size < 0 ? 'eerder' : 'later'}`
}

function reschedule(
  projectId: Id,
  change: (project: Project, today: IsoDate) => Result<Project>,
  phrase: () => string,
  { followDownstream = false }: ScheduleOptions,
): Command {
  return (data, ctx) => {
    const before = data.projects.get(projectId)
    if (before === undefined) return gone('Dit project')
    const next = change(before, ctx.today)
    if (!next.ok) return next
    const problem = firstProblem(validateProject(data, next.value))
    if (problem !== null) return problem
    const patches = put(data, 'projects', next.value)
    if (patches.length === 0) return ok(NO_CHANGE)
    const along = followDownstream ? followers(data, next.value, ctx.today) : []
    const after = applyPatches(data, patches)
    for (const project of along) {
      const wrong = validateProject(after, project)[0]
      if (wrong !== undefined)
        return refuse(wrong.code, `Project "${project.name}" kan niet meeschuiven: ${wrong.message}`)
      patches.push(...put(data, 'projects', project))
    }
    const rest =
      along.length === 0 ? '' : `; ${plural(along.length, 'project schuift', 'projecten schuiven')} mee`
    return ok({ patches, summary: `project "${before.name}"${phrase()}${rest}` })
  }
}
