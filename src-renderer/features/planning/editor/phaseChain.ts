import type { IsoDate, PhaseDates, Project } from '@/domain/model/entities'
import { type Phase, PHASES } from '@/domain/model/values'

/** Dates of one phase; a phase without dates has no record. */
export function datesOf(phases: readonly PhaseDates[], phase: Phase): PhaseDates {
  return phases.find((dates) => dates.phase === phase) ?? { phase, planned: null, actual: null }
}

/** The chain with the dates of one phase replaced; a phase that had no record gets one, in the order of phases. */
export function withDates(phases: readonly PhaseDates[], dates: PhaseDates): PhaseDates[] {
  const others = phases.filter(({ phase }) => phase !== dates.phase)
  return [...others, dates].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase))
}

/** The phase after this one, or null at the end of the chain. */
export function nextPhase(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null
}

/** To the next phase, which really begins today unless its date is known already. */
export function advance(project: Project, today: IsoDate): Project {
  const phase = nextPhase(project.phase)
  if (phase === null) return project
  const dates = datesOf(project.phases, phase)
  return {
    ...project,
    phase,
    phases: withDates(project.phases, { ...dates, actual: dates.actual ?? today }),
  }
}
