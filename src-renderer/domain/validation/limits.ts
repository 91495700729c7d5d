/** Bounds of what a record may hold. The file schema uses the same numbers. */
export const MAX_NAME = 120
export const MAX_TEXT = 10_000
/** Places in one step. */
export const MAX_PLACES = 100_000
/** Inhabitants, dwellings, ambition: whole numbers up to this. */
export const MAX_COUNT = 100_000_000
/** Weight in a manual allocation key. */
export const MAX_WEIGHT = 1_000_000_000
export const MAX_HOURS_PER_WEEK = 168
/** Column and row of the tile map. */
export const MAX_TILE = 99
/** Steps in one track. */
export const MAX_STEPS = 500
export const MAX_RISKS = 50
export const MAX_BANDS = 20
export const MAX_FACTS = 100
/** Dependencies of one project. */
export const MAX_DEPENDENCIES = 50
/** Days between a dependency and the phase it holds: ten years. */
export const MAX_LAG_DAYS = 3660
/** Months that a scenario moves a project, forward or back. */
export const MAX_DELAY_MONTHS = 120
/** Changes in one scenario. */
export const MAX_CHANGES = 500
/** Mean stay in months. */
export const MAX_STAY_MONTHS = 1200
/** Factor on inflow or support in a scenario. */
export const MAX_FACTOR = 100
/** An id stands in files and in maps: letters, digits and a few signs, at most 64. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/

/** True for an id that is safe as a key: names that every object has (such as `constructor`) are not. */
export function isId(text: string): boolean {
  return ID_PATTERN.test(text) && !(text in {})
}
