import type { Id, IsoDate } from './basics'
import type { Dependency, StartGate } from './dependency'
import type {
  AllocationBasis,
  CapacityStatus,
  Confidence,
  ContractForm,
  Family,
  PartnerKind,
  Phase,
  RatingColour,
  ReportCycle,
} from './values'

export type { Id, IsoDate }

/** A number about the world, with where it comes from; `verified` is false for what is only indicative. */
export interface SourcedCount {
  readonly value: number
  readonly referenceDate: IsoDate
  readonly source: string
  readonly verified: boolean
}

/** The assignment (opgave) as a whole. There is exactly one in a programme; its id is `programme`. */
export interface Programme {
  readonly id: Id
  readonly name: string
  /** Lonkend perspectief: printed at the top of every report. */
  readonly purpose: string
  readonly region: string
  /** Code of the central municipality (centrumgemeente), or null when there is none. */
  readonly centralMunicipalityId: Id | null
  readonly start: IsoDate
  /** Last day the programme looks at. Later than start. */
  readonly horizon: IsoDate
  readonly cycle: ReportCycle
  readonly allocationKey: AllocationKey
  /** Hours a week of one place by band of support; configurable, not law. */
  readonly supportBands: readonly SupportBand[]
  /** True for the invented sample: screens and reports then say "voorbeeld". */
  readonly example: boolean
  /** Facts that a screen or report may quote, each with its source (such as the count of April 2024). */
  readonly facts: readonly RegionFact[]
}

export interface RegionFact {
  readonly id: Id
  /** Dutch, such as "Mensen zonder huis". */
  readonly label: string
  readonly value: number
  /** Date, or year and month, as the source gives it: `2024-04` or `2024-04-01`. */
  readonly referenceDate: string
  readonly source: string
  readonly verified: boolean
}

export interface SupportBand {
  readonly id: Id
  readonly name: string
  /** Hours a week per place; more than 0, at most 168. */
  readonly hoursPerWeek: number
}

/** Verdeelsleutel: divides the region's ambition over municipalities. */
export interface AllocationKey {
  readonly basis: AllocationBasis
  /** Used when the basis is manual: weight per municipality id, 0 or more. */
  readonly manualWeights: Readonly<Record<Id, number>>
  readonly source: string
  readonly decisionDate: IsoDate | null
}

export interface Municipality {
  /** CBS code such as `GM0222`; in an own region any code of the user's. */
  readonly id: Id
  readonly name: string
  /** Region the municipality belongs to: a programme may hold several. */
  readonly region: string
  readonly inhabitants: SourcedCount | null
  /** Dwellings of housing associations, the other usual key. */
  readonly socialStock: SourcedCount | null
  /** Place on the tile map: column and row from 0, or null when not on it. */
  readonly tile: { readonly column: number; readonly row: number } | null
}

export interface Partner {
  readonly id: Id
  readonly name: string
  readonly kind: PartnerKind
  /** Municipalities where the partner works; empty means: the whole region. */
  readonly municipalityIds: readonly Id[]
  /** The role to ask for, such as "manager wonen"; not the name of a person. */
  readonly contactRole: string
  /** The partner's own view of the assignment. */
  readonly perspective: string
  /** When the partner endorsed the shared goal, and in which role that was said; null when not yet. */
  readonly goalEndorsed: { readonly on: IsoDate; readonly byRole: string } | null
  /** How and when the partner is best reached: a role, a desk, hours. Not a person's number. */
  readonly reachability: string
  readonly note: string
}

/** Arrangementtype. Data, not code: users add, change and retire them. */
export interface ArrangementType {
  readonly id: Id
  readonly name: string
  readonly family: Family
  readonly contract: ContractForm
  /** Band of support that one place needs; null means that the type has no support track (shelter). */
  readonly supportBandId: Id | null
  /** Dutch, such as "jongeren van 17 tot 25 jaar". */
  readonly audience: string
  /** Dutch, such as "1 tot 2 jaar". */
  readonly duration: string
  readonly description: string
  /** Retired types stay for old projects but can't be chosen for new ones. */
  readonly retired: boolean
}

/**
 * One dated change in a track: `places` places move from a status to another on `date`.
 * `from: null` adds new places; a closing moves from `available` to `ended`. Because every step is a move, each
 * place has exactly one status on each date. The date is the day from which the change counts.
 */
export interface CapacityStep {
  readonly id: Id
  readonly date: IsoDate
  readonly from: CapacityStatus | null
  readonly to: CapacityStatus
  /** Whole number, 1 or more. */
  readonly places: number
  readonly note: string
}

export interface PhaseDates {
  readonly phase: Phase
  /** First day of the phase by plan. */
  readonly planned: IsoDate | null
  /** First day of the phase as it really was. */
  readonly actual: IsoDate | null
}

/** Stoplicht. Orange and red oblige to cause, consequence and adjustment. */
export interface StatusRating {
  readonly colour: RatingColour
  readonly cause: string
  readonly consequence: string
  readonly adjustment: string
}

/** An arrangement project, or a shelter location (type of family `shelter`). */
export interface Project {
  readonly id: Id
  readonly name: string
  readonly typeId: Id
  readonly municipalityId: Id
  /** Housing association, or null when none is concerned. */
  readonly associationId: Id | null
  readonly supportProviderId: Id | null
  /** Who in the neighbourhood to speak to: a role or organisation, not a person's name. */
  readonly neighbourhoodContact: string
  readonly phase: Phase
  readonly phases: readonly PhaseDates[]
  readonly confidence: Confidence
  /** Track 1: homes (places in dwellings), in order of date. */
  readonly homes: readonly CapacityStep[]
  /** Track 2: support capacity, counted in places supported, in order of date. Empty when the type has no support. */
  readonly support: readonly CapacityStep[]
  readonly rating: StatusRating
  /** Role or organisation that owns the next step. */
  readonly owner: string
  readonly nextStep: string
  /** Decision or agreement that closes (part of) the gap, with its date; shown in the transition balance. */
  readonly closingDecision: { readonly date: IsoDate; readonly text: string } | null
  /** What phases of this project wait for elsewhere. */
  readonly dependencies: readonly Dependency[]
  readonly gate: StartGate
  readonly note: string
}

/** Ambition of one municipality on one date; the earliest is the baseline. One per municipality and date. */
export interface AmbitionMilestone {
  readonly id: Id
  readonly municipalityId: Id
  readonly date: IsoDate
  /** Arrangement places wanted in use on that date: whole, 0 or more. */
  readonly places: number
}

export interface Risk {
  readonly id: Id
  readonly text: string
  readonly measure: string
  /** Role or organisation. */
  readonly owner: string
}

/** The words of one progress report; its figures are always computed. */
export interface ProgressReport {
  readonly id: Id
  readonly name: string
  /** Reference date (peildatum). */
  readonly referenceDate: IsoDate
  /** Municipality ids in scope; empty means: the whole programme. */
  readonly scope: readonly Id[]
  readonly coreMessage: string
  readonly requestedDecision: string
  readonly rating: StatusRating
  /** In order of weight; the first page prints three. */
  readonly risks: readonly Risk[]
  readonly outlook: string
}
