/** A calendar date as `YYYY-MM-DD`: no time, no zone. Two of them compare as text in the order of time. */
export type IsoDate = string
/** Opaque identifier; never carries meaning, never shown. */
export type Id = string
