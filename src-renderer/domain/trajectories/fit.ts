import { FIT_CHECKS, type FitCheckName, type MatchState } from './codes'
import type { FitChecks, Match, Trajectory } from './model'

/** Checks that nobody answered yet. */
export const openChecks = (checks: FitChecks): FitCheckName[] =>
  FIT_CHECKS.filter((name) => checks[name].answer === 'unknown')

/** Checks answered "no" without saying why it may go on all the same. */
export const unexplained = (checks: FitChecks): FitCheckName[] =>
  FIT_CHECKS.filter((name) => checks[name].answer === 'no' && checks[name].note.trim() === '')

/** True when a match may be accepted: four answers, and a reason with each "no". */
export const mayAccept = (checks: FitChecks): boolean =>
  openChecks(checks).length === 0 && unexplained(checks).length === 0

export const stateOf = (match: Match): MatchState => match.outcomes.at(-1)?.outcome ?? 'proposed'

/** The match that is the home now: of those accepted the one that starts last. */
export function homeOf(trajectory: Trajectory): Match | null {
  let home: Match | null = null
  for (const match of trajectory.matches)
    if (stateOf(match) === 'accepted' && (home === null || match.from >= home.from)) home = match
  return home
}
