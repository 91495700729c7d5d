import { formatDate, phaseLabels } from '../labels'
import type { CapacityStep, IsoDate, PhaseDates, Project } from '../model/entities'
import { PHASES, type Phase } from '../model/values'
import { ok, refuse, type Result } from '../result'
import { addMonths, isIsoDate, toDay, toIso } from '../time/day'
import { normaliseProject } from '../validation/project'

/** How far a plan moves: whole days or whole months, below zero is earlier. Months keep the day of the month. */
export type Shift = { readonly days: number } | { readonly months: number }

export function moveDate(date: IsoDate, shift: Shift): IsoDate {
  return 'days' in shift ? toIso(toDay(date) + shift.days) : addMonths(date, shift.months)
}

const rank = (phase: Phase): number => PHASES.indexOf(phase)

/** The day on which a phase begins, as far as known: as it was, else as planned. */
export const startOf = (phase: PhaseDates): IsoDate | null => phase.actual ?? phase.planned

/** Rank of the first phase that can still move: what came before a phase that began has passed, also without a date. */
function firstOpenRank(project: Pick<Project, 'phase' | 'phases'>): number {
  let first = rank(project.phase)
  for (const p of project.phases) if (p.actual !== null) first = Math.max(first, rank(p.phase) + 1)
  return first
}

/** Phases that have a planned date and can still move, in the order of the chain. */
export function openPhases(
  project: Pick<Project, 'phase' | 'phases'>,
): (PhaseDates & { readonly planned: IsoDate })[] {
  const first = firstOpenRank(project)
  return project.phases
    .filter((p): p is PhaseDates & { planned: IsoDate } => p.planned !== null && rank(p.phase) >= first)
    .sort((a, b) => rank(a.phase) - rank(b.phase))
}

/**
 * Which phase a date belongs to: the last one of the chain that begins on or before it; −1 when none does. What
 * happens in a phase (places that come, a decision) moves along with it.
 */
export function phaseRankAt(project: Pick<Project, 'phases'>, date: IsoDate): number {
  let found = -1
  for (const p of project.phases) {
    const start = startOf(p)
    if (start !== null && start <= date) found = Math.max(found, rank(p.phase))
  }
  return found
}

/** Moves all that is still to come, date by date. `move` must keep the order of dates; what has happened isn't asked. */
export function movePlan(
  project: Project,
  today: IsoDate,
  movePhase: (phase: Phase, date: IsoDate) => IsoDate,
  moveRest: (date: IsoDate) => IsoDate,
): Project {
  const steps = (track: readonly CapacityStep[]): readonly CapacityStep[] =>
    track.map((step) => (step.date > today ? { ...step, date: moveRest(step.date) } : step))
  const decision = project.closingDecision
  const first = firstOpenRank(project)
  return normaliseProject({
    ...project,
    phases: project.phases.map((p) =>
      p.planned === null || rank(p.phase) < first ? p : { ...p, planned: movePhase(p.phase, p.planned) },
    ),
    homes: steps(project.homes),
    support: steps(project.support),
    closingDecision:
      decision === null || decision.date <= today ? decision : { ...decision, date: moveRest(decision.date) },
  })
}

/**
 * The whole plan of a project earlier or later: planned dates of phases that haven't begun or passed, places and the closing
 * decision that are still to come. What has happened never moves, and nothing to come may land in the past.
 */
export function shiftedProject(project: Project, shift: Shift, today: IsoDate): Result<Project> {
  const move = (date: IsoDate): IsoDate => moveDate(date, shift)
  return checked(
    project,
    movePlan(project, today, (_phase, date) => move(date), move),
    today,
  )
}

/** The same from a phase on: that phase, the ones after it, and what happens in them. Earlier phases stay. */
export function shiftedPhase(project: Project, phase: Phase, shift: Shift, today: IsoDate): Result<Project> {
  const open = openOf(project, phase)
  if (!open.ok) return open
  const move = (date: IsoDate): IsoDate => moveDate(date, shift)
  const next = movePlan(
    project,
    today,
    (other, date) => (rank(other) < rank(phase) ? date : move(date)),
    (date) => (phaseRankAt(project, date) < rank(phase) ? date : move(date)),
  )
  const before = lastBefore(project, phase)
  const planned = next.phases.find((p) => p.phase === phase)?.planned ?? null
  if (before !== null && planned !== null && planned < before.date)
    return refuse('date-order', orderMessage(phase, before), `phases.${phase}`)
  return checked(project, next, today)
}

/**
 * One phase on another planned date; nothing else moves, but later phases that would come before it, begin with it.
 * Places stay on their dates: drag the phase (`shiftedPhase`) to take them along.
 */
export function withPhaseDate(project: Project, phase: Phase, date: IsoDate): Result<Project> {
  if (!isIsoDate(date)) return refuse('date-invalid', 'Kies een bestaande datum.', `phases.${phase}`)
  const dates = project.phases.find((p) => p.phase === phase)
  if (rank(phase) < firstOpenRank(project)) return begun(phase)
  const before = lastBefore(project, phase)
  if (before !== null && date < before.date)
    return refuse('date-order', orderMessage(phase, before), `phases.${phase}`)
  const all =
    dates === undefined ? [...project.phases, { phase, planned: null, actual: null }] : project.phases
  const phases = all.map((p) => {
    if (p.phase === phase) return { ...p, planned: date }
    const pushed = rank(p.phase) > rank(phase) && p.planned !== null && p.planned < date
    return pushed ? { ...p, planned: date } : p
  })
  return ok(normaliseProject({ ...project, phases }))
}

interface Before {
  readonly phase: Phase
  readonly date: IsoDate
}

/** The last planned phase ahead of this one. */
function lastBefore(project: Project, phase: Phase): Before | null {
  let last: Before | null = null
  for (const p of project.phases)
    if (rank(p.phase) < rank(phase) && p.planned !== null && (last === null || p.planned >= last.date))
      last = { phase: p.phase, date: p.planned }
  return last
}

function orderMessage(phase: Phase, before: Before): string {
  return `De fase "${phaseLabels[phase]}" kan niet beginnen voor de fase "${phaseLabels[before.phase]}", die is gepland op ${formatDate(before.date)}.`
}

const begun = (phase: Phase): Result<never> =>
  refuse(
    'already-begun',
    `De fase "${phaseLabels[phase]}" is al begonnen en kan niet meer worden verschoven.`,
    `phases.${phase}`,
  )

function openOf(project: Project, phase: Phase): Result<IsoDate> {
  const dates = project.phases.find((p) => p.phase === phase)
  if (rank(phase) < firstOpenRank(project)) return begun(phase)
  const planned = dates?.planned ?? null
  if (planned === null)
    return refuse(
      'no-date',
      `De fase "${phaseLabels[phase]}" heeft nog geen geplande datum. Vul die eerst in.`,
      `phases.${phase}`,
    )
  return ok(planned)
}

/** What was to come must still be to come, and on a date that can exist. */
function checked(before: Project, after: Project, today: IsoDate): Result<Project> {
  const coming = (p: Project): IsoDate[] =>
    [...p.homes, ...p.support, ...(p.closingDecision === null ? [] : [p.closingDecision])].map((x) => x.date)
  const past = (p: Project): number => coming(p).filter((date) => date <= today).length
  if (past(after) > past(before))
    return refuse(
      'before-today',
      `Zo ver naar voren kan niet: plekken of een besluit die nog moeten komen, zouden dan op of voor vandaag (${formatDate(today)}) vallen.`,
    )
  const all = [...coming(after), ...after.phases.flatMap((p) => p.planned ?? [])]
  if (!all.every(isIsoDate)) return refuse('date-invalid', 'Zo ver kan een project niet worden verschoven.')
  return ok(after)
}
