import type { CapacityStatus, Confidence, Phase } from '@/domain/model/values'

/** A project of the sample in short form; `projectOf` makes a full record of it. */
export interface ProjectSpec {
  readonly key: string
  readonly name: string
  readonly type: string
  readonly municipality: string
  readonly association?: string
  readonly provider: string
  readonly contact: string
  readonly phase: Phase
  /** First day in use: real, or as expected now. The dates of the phases are reckoned back from it. */
  readonly delivery: string
  /** Months that the project is later than first planned. */
  readonly slip?: number
  readonly confidence: Confidence
  readonly homes: readonly StepSpec[]
  /** Default: the same steps as the homes, for a type with support. */
  readonly support?: readonly StepSpec[]
  readonly rating: RatingSpec
  readonly owner: string
  readonly next: string
  readonly closing?: readonly [date: string, text: string]
  readonly note?: string
}

/** Date, from, to, places, note. */
export type StepSpec = readonly [
  date: string,
  from: CapacityStatus | null,
  to: CapacityStatus,
  places: number,
  note?: string,
]

export type RatingSpec =
  | 'green'
  | 'grey'
  | readonly [colour: 'orange' | 'red', cause: string, consequence: string, adjustment: string]

/** New places that come with this status. */
export const add = (date: string, to: CapacityStatus, places: number, note?: string): StepSpec =>
  note === undefined ? [date, null, to, places] : [date, null, to, places, note]

export const move = (
  date: string,
  from: CapacityStatus,
  to: CapacityStatus,
  places: number,
  note?: string,
): StepSpec => (note === undefined ? [date, from, to, places] : [date, from, to, places, note])

/** Shelter places that close. */
export const close = (date: string, places: number, note: string): StepSpec => [
  date,
  'available',
  'ended',
  places,
  note,
]
