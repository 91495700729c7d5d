import { code, date, type Fields, id, keeps, link, list, orNull, record, text, whole } from '../regie/shape'
import { FIT_ANSWERS, HOUSEHOLDS, MATCH_OUTCOMES, SITUATIONS, TRAJECTORY_STEPS } from './codes'
import type { FitCheck, FitChecks, Trajectory } from './model'

/** Dated changes in one trajectory, of each sort. */
export const MAX_CHANGES_IN_TRAJECTORY = 500
export const MAX_MATCHES = 100

const check = record<FitCheck>({ answer: code(FIT_ANSWERS), note: text })

/**
 * The form of a trajectory. What it says about a place, a municipality or a type keeps that record: taking it away would
 * take away where someone lives, comes from or wants to go.
 */
export const TRAJECTORY_SHAPE: Fields<Trajectory> = {
  id,
  code: text,
  household: orNull(code(HOUSEHOLDS)),
  birthYear: orNull(whole(1900, 2199)),
  since: date,
  originId: orNull(keeps('municipalities')),
  preferredId: orNull(keeps('municipalities')),
  typeId: orNull(keeps('arrangementTypes')),
  situations: list(
    record({ id, on: date, situation: code(SITUATIONS), note: text }),
    MAX_CHANGES_IN_TRAJECTORY,
  ),
  steps: list(record({ id, on: date, step: code(TRAJECTORY_STEPS), note: text }), MAX_CHANGES_IN_TRAJECTORY),
  matches: list(
    record({
      id,
      projectId: keeps('projects'),
      proposedOn: date,
      from: date,
      checks: record<FitChecks>({ own: check, fitting: check, affordable: check, supported: check }),
      outcomes: list(record({ id, on: date, outcome: code(MATCH_OUTCOMES), reason: text }), 2),
    }),
    MAX_MATCHES,
  ),
  note: text,
  links: list(link),
}
