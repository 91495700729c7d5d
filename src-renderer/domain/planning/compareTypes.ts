import type { Id, IsoDate } from '../model/entities'
import type { Phase } from '../model/values'

/** Places of a project or area on the date of the comparison, as the balance counts them. */
export interface PlanPlaces {
  readonly shelterOpen: number
  readonly realised: number
  readonly committed: number
  readonly planned: number
}

/** A date then and now; null = not known, or not planned. Later is above zero. */
export interface MovedDate {
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** Null when one of the two isn't there. */
  readonly days: number | null
  /** Whole calendar months, towards zero. */
  readonly months: number | null
}

export interface MovedPhase extends MovedDate {
  readonly phase: Phase
}

export interface MovedProject {
  readonly projectId: Id
  readonly name: string
  readonly municipalityId: Id
  readonly shelter: boolean
  /** Day on which all places are there; for shelter the day of the last closing. Null when it didn't move. */
  readonly delivery: MovedDate | null
  readonly phases: readonly MovedPhase[]
  readonly decision: MovedDate | null
}

export interface ComparedProject {
  readonly projectId: Id
  readonly name: string
  /** Where it is now; for a vanished project where it was. */
  readonly municipalityId: Id
  readonly shelter: boolean
  /** Null when it wasn't in the plan then (appeared), or isn't now (vanished). */
  readonly before: PlanPlaces | null
  readonly after: PlanPlaces | null
  readonly difference: PlanPlaces
}

export interface ComparedArea {
  /** Null for the whole programme. */
  readonly id: Id | null
  readonly name: string
  readonly before: PlanPlaces & { readonly ambition: number; readonly gap: number }
  readonly after: PlanPlaces & { readonly ambition: number; readonly gap: number }
  readonly difference: PlanPlaces & { readonly ambition: number; readonly gap: number }
}

/** What changed in the plan since a baseline. Places are those on `date`. */
export interface BaselineComparison {
  readonly date: IsoDate
  readonly moved: readonly MovedProject[]
  readonly appeared: readonly ComparedProject[]
  readonly vanished: readonly ComparedProject[]
  /** In both plans, with other places (or another municipality) on the date. */
  readonly changed: readonly ComparedProject[]
  /** All municipalities of then and now, by name. */
  readonly municipalities: readonly ComparedArea[]
  readonly total: ComparedArea
  /** Dutch, whole sentences. */
  readonly summary: string
}
