import type { Id, IsoDate } from '../model/basics'
import type { Link } from '../regie/link'
import type { FitAnswer, FitCheckName, Household, MatchOutcome, Situation, TrajectoryStep } from './codes'

/** From this day on the person is in this situation. */
export interface SituationChange {
  readonly id: Id
  readonly on: IsoDate
  readonly situation: Situation
  readonly note: string
}

/** From this day on the trajectory is at this step. */
export interface StepTaken {
  readonly id: Id
  readonly on: IsoDate
  readonly step: TrajectoryStep
  readonly note: string
}

/** One of the four checks. The note says why; with a "no" it says why it may go on all the same. */
export interface FitCheck {
  readonly answer: FitAnswer
  readonly note: string
}
export type FitChecks = Readonly<Record<FitCheckName, FitCheck>>

export interface OutcomeOfMatch {
  readonly id: Id
  readonly on: IsoDate
  readonly outcome: MatchOutcome
  /** Why it didn't go through; empty when it was accepted. */
  readonly reason: string
}

/** A place in a project that may become someone's home. */
export interface Match {
  readonly id: Id
  readonly projectId: Id
  readonly proposedOn: IsoDate
  /** The day from which the person would live there. */
  readonly from: IsoDate
  readonly checks: FitChecks
  /** In order: none, accepted, not gone through, or accepted and then not gone through. */
  readonly outcomes: readonly OutcomeOfMatch[]
}

/**
 * The way of one person or household to a home. Pseudonymous: a code, never a name, number or address. What happened is
 * dated and only grows; who the code stands for is known outside Palet.
 */
export interface Trajectory {
  readonly id: Id
  /** Made by Palet, such as `T-0042`; never used twice at the same time, never changed. */
  readonly code: string
  readonly household: Household | null
  /** A year at most. */
  readonly birthYear: number | null
  /** Day of the signal: nothing in the trajectory is older. */
  readonly since: IsoDate
  /** Null when unknown, or outside the region. */
  readonly originId: Id | null
  readonly preferredId: Id | null
  /** Wished type of arrangement. */
  readonly typeId: Id | null
  /** At least one, in order of date; the last is the situation now. */
  readonly situations: readonly SituationChange[]
  /** At least one, in order of date; the last is where it is now. */
  readonly steps: readonly StepTaken[]
  readonly matches: readonly Match[]
  readonly note: string
  readonly links: readonly Link[]
}
