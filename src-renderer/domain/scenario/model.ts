import type { Id, IsoDate, Project } from '../model/entities'
import type { AssumedNumber } from './assumedNumbers'

/** A number that a scenario assumes, with its range: low ≤ value ≤ high. */
export interface AssumedRange {
  readonly value: number
  readonly low: number
  readonly high: number
}

interface ChangeBase {
  readonly id: Id
  /** Dutch: where the assumption comes from, or why. */
  readonly note: string
}

/** Changes that say something about the world: they steer the simulation and never the plan. */
export type AssumptionChange =
  /** Inflow times `factor` from a day on, up to and including `until` (null = to the end). */
  | (ChangeBase & {
      readonly kind: 'inflow'
      readonly from: IsoDate
      readonly until: IsoDate | null
      readonly factor: AssumedRange
    })
  /** Share of a needs profile in the demand, 0–1. */
  | (ChangeBase & { readonly kind: 'mix'; readonly profileId: Id; readonly share: AssumedRange })
  /** Mean stay in an arrangement type, in months. */
  | (ChangeBase & { readonly kind: 'stay'; readonly typeId: Id; readonly months: AssumedRange })
  /** Share of the planned support in a band that is really there, 0 or more. */
  | (ChangeBase & { readonly kind: 'supportHours'; readonly bandId: Id; readonly factor: AssumedRange })
  /** Any other number that the simulation assumes: `what`, of a profile, type, status or confidence when it has one. */
  | (ChangeBase & {
      readonly kind: 'assumption'
      readonly what: AssumedNumber
      readonly of: Id | null
      readonly range: AssumedRange
    })

/** Changes of the plan itself: these are what promoting a scenario carries out. */
export type PlanChange =
  /** The project comes whole months later, or earlier when below zero; what waits for it may follow. */
  | (ChangeBase & {
      readonly kind: 'delay'
      readonly projectId: Id
      readonly months: number
      readonly followDownstream: boolean
    })
  /** The places of the project that aren't there yet surely come, or don't come at all. */
  | (ChangeBase & { readonly kind: 'goNoGo'; readonly projectId: Id; readonly verdict: 'go' | 'noGo' })
  /** The shelter is closed on this day: its closings move along with the last one, and what stayed open closes then. */
  | (ChangeBase & { readonly kind: 'closingDate'; readonly projectId: Id; readonly date: IsoDate })
  | (ChangeBase & { readonly kind: 'newProject'; readonly project: Project })

export type ScenarioChange = AssumptionChange | PlanChange

export const PLAN_CHANGE_KINDS = ['delay', 'goNoGo', 'closingDate', 'newProject'] as const
export const ASSUMPTION_CHANGE_KINDS = ['inflow', 'mix', 'stay', 'supportHours', 'assumption'] as const

/** A what-if: the live plan with these changes on top, in this order. It keeps no copy of the plan. */
export interface Scenario {
  readonly id: Id
  readonly name: string
  readonly note: string
  readonly createdOn: IsoDate
  readonly changes: readonly ScenarioChange[]
}

export function isPlanChange(change: ScenarioChange): change is PlanChange {
  return PLAN_CHANGE_KINDS.some((kind) => kind === change.kind)
}
