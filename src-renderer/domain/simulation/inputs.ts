import type { Id, IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { Confidence } from '../model/values'

/**
 * Where a number comes from: counted in the world, taken from the plan, estimated from people's trajectories, entered by
 * the user, or merely assumed. Screens show it; an assumed number is never passed off as a fact.
 */
export type InputBasis = 'counted' | 'planned' | 'estimated' | 'entered' | 'assumed'

/** A number with its range (bereik): the lowest and highest that are thinkable, and the most likely one. */
export interface RangedInput {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Dutch: where it comes from. */
  readonly source: string
  /** Date of the source, also `YYYY-MM`. */
  readonly date: string
  readonly basis: InputBasis
}

/** A group of people with the same need (behoefteprofiel). */
export interface NeedsProfile {
  readonly id: Id
  readonly name: string
  /** Types that suit, in order of preference. */
  readonly suits: readonly Id[]
  /** Weight in the inflow and in the list at the start; the weights of all profiles are brought to 1 together. */
  readonly share: RangedInput
  /** Leaves the list without help: the rate a month (0.04 = 4 of 100 waiting people a month). */
  readonly selfExit: RangedInput
  /** Share that takes a shelter bed when one is free, 0–1. */
  readonly usesShelter: RangedInput
}

/** An arrangement type as the simulation sees it; shelter is no type here but beds. */
export interface PlaceType {
  readonly id: Id
  readonly name: string
  readonly supportBandId: Id | null
  /** Mean stay in months. */
  readonly stay: RangedInput
  /** 1 = exponential; k = sum of k equal exponential parts (Erlang), so less spread around the same mean. */
  readonly stayShape: number
  /** Share that returns to the waiting list at the end of the stay; the others move on for good. */
  readonly returnShare: RangedInput
  /** False for a retired type: its places stay, but advice doesn't ask for new ones. */
  readonly offered: boolean
}

export interface SupportBandInput {
  readonly id: Id
  readonly name: string
  readonly hoursPerWeek: number
  /** Share of the support in the plan that is really there, 0 or more. */
  readonly staffed: RangedInput
}

export interface MunicipalityInput {
  readonly id: Id
  readonly name: string
  /** Weight in the inflow. */
  readonly inflowWeight: number
  /** Weight in the list at the start. */
  readonly startWeight: number
}

/** What a lot of places waits for: `present` is there at the start, `sure` comes on its date without chance or delay. */
export const CERTAINTIES = ['present', 'sure', 'preparing', 'committed', 'explored', 'idea'] as const
export type Certainty = (typeof CERTAINTIES)[number]
export const PLANNED_CERTAINTIES = ['preparing', 'committed', 'explored', 'idea'] as const
export type PlannedCertainty = (typeof PLANNED_CERTAINTIES)[number]

/** Places of one project that come, and perhaps go, together. */
export interface PlaceLot {
  readonly projectId: Id
  readonly projectName: string
  readonly municipalityId: Id
  /** `shelter`: beds; `homes` and `support`: the two tracks of an arrangement. */
  readonly track: 'homes' | 'support' | 'shelter'
  readonly typeId: Id
  readonly places: number
  readonly certainty: Certainty
  readonly confidence: Confidence
  /** Expected date; ignored when present. */
  readonly date: IsoDate
  /** First day on which the places are gone, or null. */
  readonly ends: IsoDate | null
}

export interface InflowChange {
  readonly id: Id
  readonly from: IsoDate
  /** Last day, or null: to the end. */
  readonly until: IsoDate | null
  readonly factor: RangedInput
}

/** Everything the simulation runs on; plain data, so that it can cross to a worker and be kept in a file. */
export interface SimulationInputs {
  /** First day. */
  readonly start: IsoDate
  /** Calendar months, that of the start included. */
  readonly months: number
  readonly municipalities: readonly MunicipalityInput[]
  readonly profiles: readonly NeedsProfile[]
  readonly types: readonly PlaceType[]
  readonly bands: readonly SupportBandInput[]
  /** People waiting at the start; null = unknown. */
  readonly waitingAtStart: RangedInput | null
  /** People who become homeless a month, whole region; null = unknown. */
  readonly inflow: RangedInput | null
  /** Periods in which the inflow is multiplied, for instance by prevention; where they overlap, factors multiply. */
  readonly inflowChanges: readonly InflowChange[]
  /** Share of the places present that are taken at the start, 0–1. */
  readonly occupied: RangedInput
  /** Chance that places go through, by the certainty of today. */
  readonly chance: Readonly<Record<PlannedCertainty, RangedInput>>
  /** Months later than planned, by the confidence of the project. Each project draws its own delay. */
  readonly delay: Readonly<Record<Confidence, RangedInput>>
  readonly lots: readonly PlaceLot[]
  /** Projects of which a scenario says that they go, or don't go, through. */
  readonly verdicts: Readonly<Record<Id, 'go' | 'noGo'>>
  /** May people be housed outside their own municipality when nobody there waits for the place? */
  readonly acrossRegion: boolean
}

/**
 * Where inputs come from. Today: the programme and its facts, with assumptions for the rest. Later: estimated, with
 * their uncertainty, from people's trajectories; nothing else has to change for that.
 */
export interface InputSource {
  /** Dutch name, shown with the result. */
  readonly name: string
  inputs(data: ProgrammeData, date: IsoDate): SimulationInputs
}

/** A number without a range. */
export function exactly(
  value: number,
  source: string,
  date: string,
  basis: InputBasis = 'entered',
): RangedInput {
  return { value, low: value, high: value, source, date, basis }
}

export function ranged(
  value: number,
  low: number,
  high: number,
  source: string,
  date: string,
  basis: InputBasis = 'assumed',
): RangedInput {
  return { value, low, high, source, date, basis }
}
