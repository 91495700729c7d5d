import { type Command } from '../commands/context'
import { firstProblem, gone, saved } from '../commands/save'
import { formatDate, gateLabels, joinDutch, phaseLabels } from '../labels'
import type { StartGate } from '../model/dependency'
import type { Id, IsoDate, PhaseDates, Project } from '../model/entities'
import { PHASES, type Phase } from '../model/values'
import { ok, refuse } from '../result'
import { isIsoDate } from '../time/day'
import { normaliseProject, validateProject } from '../validation/project'

export type GateKey = keyof StartGate

/** Parts of the start gate in the order of the form. */
export const GATE_KEYS = ['roles', 'relations', 'procedures', 'neighbourhoodPlan', 'mandate'] as const

const AGREED = ['roles', 'relations', 'procedures'] as const

/** What must be noted before a project may enter a phase. Source: domain.md, seed 002 (4) and the chain. */
export const GATE_ASKS: Readonly<Record<Phase, readonly GateKey[]>> = {
  idea: [],
  exploration: [],
  agreements: [],
  location: AGREED,
  neighbourhood: [],
  decision: [...AGREED, 'neighbourhoodPlan'],
  preparation: GATE_KEYS,
  inUse: GATE_KEYS,
  evaluation: [],
  // Stopping is never held up.
  ended: [],
}

const rank = (phase: Phase): number => PHASES.indexOf(phase)

/**
 * What still has to be noted before the project may enter the phase: what the gates between its phase and that one ask.
 * Gates that it has passed ask nothing any more, also when it passed them before Palet kept this.
 */
export function missingForPhase(project: Pick<Project, 'phase' | 'gate'>, phase: Phase): GateKey[] {
  if (phase === 'ended') return []
  const asked = new Set(PHASES.slice(rank(project.phase) + 1, rank(phase) + 1).flatMap((p) => GATE_ASKS[p]))
  return GATE_KEYS.filter((key) => asked.has(key) && project.gate[key].trim() === '')
}

/** The project in another phase; the dates of phases behind it don't hold any more when it goes back. */
function inPhase(project: Project, phase: Phase, on: IsoDate): Project {
  const back = rank(phase) < rank(project.phase)
  const dates: readonly PhaseDates[] = project.phases.some((p) => p.phase === phase)
    ? project.phases
    : [...project.phases, { phase, planned: null, actual: null }]
  const phases = dates.map((p) => {
    if (p.phase === phase) return { ...p, actual: back ? (p.actual ?? on) : on }
    return back && rank(p.phase) > rank(phase) ? { ...p, actual: null } : p
  })
  return normaliseProject({ ...project, phase, phases })
}

/**
 * Moves a project to a phase on the day that it really did. Forward asks what the start gates ask, and takes the answers
 * along; back is free. Refuses: `gate-missing` (says what, field `gate.<key>`), `date-future`, `date-invalid`, and what
 * `validateProject` finds, such as `date-order`.
 */
export function moveToPhase(
  projectId: Id,
  phase: Phase,
  { gate = {}, on }: { readonly gate?: Partial<StartGate>; readonly on: IsoDate },
): Command {
  return (data, ctx) => {
    const before = data.projects.get(projectId)
    if (before === undefined) return gone('Dit project')
    if (!isIsoDate(on)) return refuse('date-invalid', 'Kies een bestaande datum.', 'on')
    if (on > ctx.today)
      return refuse(
        'date-future',
        `${formatDate(on)} moet nog komen. Kies de dag waarop het project echt in deze fase kwam.`,
        'on',
      )
    const project = { ...before, gate: { ...before.gate, ...gate } }
    const missing = missingForPhase(project, phase)
    const [first] = missing
    if (first !== undefined)
      return refuse(
        'gate-missing',
        `Voor de fase "${phaseLabels[phase]}" moet nog worden vastgelegd: ${joinDutch(missing.map((key) => gateLabels[key]))}.`,
        `gate.${first}`,
      )
    const next = project.phase === phase ? project : inPhase(project, phase, on)
    const problem = firstProblem(validateProject(data, next))
    if (problem !== null) return problem
    const change = saved(data, 'projects', next, `project "${next.name}"`)
    if (!change.ok || before.phase === phase) return change
    return ok({ ...change.value, summary: `project "${next.name}" naar fase "${phaseLabels[phase]}"` })
  }
}
