import { type Command } from '../commands/context'
import { firstProblem, gone, saved } from '../commands/save'
import { formatDate, gateLabels, joinDutch, phaseLabels } from '../labels'
import type { StartGate } from '../model/dependency'
import type { Id, IsoDate, PhaseDates, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { PHASES, type Phase } from '../model/values'
import { type DomainError, ok, refuse, type Result } from '../result'
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

type Gated = Pick<Project, 'phase' | 'gate'>

const noted = (gate: StartGate, key: GateKey): boolean => gate[key].trim() !== ''

/** What the gates after one phase, up to and including another, ask together. Out of "ended" a project starts anew. */
export function askedBetween(from: Phase | null, to: Phase): GateKey[] {
  if (to === 'ended') return []
  const start = from === null || from === 'ended' ? 0 : rank(from) + 1
  const asked = new Set(PHASES.slice(start, rank(to) + 1).flatMap((phase) => GATE_ASKS[phase]))
  return GATE_KEYS.filter((key) => asked.has(key))
}

/**
 * What a project lacks to become like `after`: what the gates ask that it goes through, and what it had noted for gates
 * behind it and would lose. Gates that it has passed ask nothing new, also when it passed them before Palet kept this.
 * @param before null for a project that wasn't there
 */
function lacking(before: Gated | null, after: Gated): GateKey[] {
  const entered = askedBetween(before?.phase ?? null, after.phase)
  const passed = askedBetween(null, after.phase)
  return passed.filter(
    (key) =>
      !noted(after.gate, key) && (entered.includes(key) || (before !== null && noted(before.gate, key))),
  )
}

/** What still has to be noted before the project may enter the phase. */
export function missingForPhase(project: Gated, phase: Phase): GateKey[] {
  return lacking(project, { phase, gate: project.gate })
}

/** The next phase at which a gate asks something, with what it asks; null when there is none any more. */
export function nextGate(phase: Phase): { readonly phase: Phase; readonly asks: readonly GateKey[] } | null {
  for (const next of PHASES.slice(rank(phase) + 1)) {
    const asks = GATE_ASKS[next]
    if (asks.length > 0) return { phase: next, asks }
  }
  return null
}

function isShelter(data: ProgrammeData, project: Pick<Project, 'typeId'>): boolean {
  return data.arrangementTypes.get(project.typeId)?.family === 'shelter'
}

/**
 * The same for a project as it would be kept, however it changed. A project that wasn't there comes through every gate
 * up to its phase, and so does a shelter that becomes something else. Only a shelter may come in as it is: it was there
 * before the programme, and is there to be closed.
 */
export function missingToKeep(data: ProgrammeData, after: Project): GateKey[] {
  const before = data.projects.get(after.id)
  if (before === undefined) return isShelter(data, after) ? [] : lacking(null, after)
  return lacking(isShelter(data, before) && !isShelter(data, after) ? null : before, after)
}

/** A mistake for each text that the form has to ask. */
export function gateProblems(data: ProgrammeData, after: Project): DomainError[] {
  return missingToKeep(data, after).map((key) => ({
    code: 'gate-missing',
    message: `Vul in: ${gateLabels[key]}. De fase "${phaseLabels[after.phase]}" kan niet zonder.`,
    field: `gate.${key}`,
  }))
}

/** The refusal of a project that would get past a gate; null when nothing is missing. */
export function gateRefusal(missing: readonly GateKey[], phase: Phase): Result<never> | null {
  const [first] = missing
  if (first === undefined) return null
  return refuse(
    'gate-missing',
    `Voor de fase "${phaseLabels[phase]}" moet nog worden vastgelegd: ${joinDutch(missing.map((key) => gateLabels[key]))}.`,
    `gate.${first}`,
  )
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
    const refusal = gateRefusal(lacking(before, { phase, gate: project.gate }), phase)
    if (refusal !== null) return refusal
    const next = project.phase === phase ? project : inPhase(project, phase, on)
    const problem = firstProblem(validateProject(data, next))
    if (problem !== null) return problem
    const change = saved(data, 'projects', next, `project "${next.name}"`)
    if (!change.ok || before.phase === phase) return change
    return ok({ ...change.value, summary: `project "${next.name}" naar fase "${phaseLabels[phase]}"` })
  }
}
