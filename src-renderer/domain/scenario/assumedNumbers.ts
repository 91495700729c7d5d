import type { Id } from '../model/entities'

/**
 * Numbers of the simulation that a scenario can change without a form of their own; each is the first part of the key of
 * a parameter (`simulation/parameters.ts`). What is asked of the number says what the second part is.
 */
export const ASSUMED_NUMBERS = [
  'waitingAtStart',
  'occupied',
  'usesShelter',
  'selfExit',
  'return',
  'chance',
  'delay',
] as const
export type AssumedNumber = (typeof ASSUMED_NUMBERS)[number]

/** Highest number that makes sense: people, months, or 1 for a share or a rate a month. */
export const MOST_ASSUMED: Readonly<Record<AssumedNumber, number>> = {
  waitingAtStart: 100_000,
  occupied: 1,
  usesShelter: 1,
  selfExit: 1,
  return: 1,
  chance: 1,
  delay: 120,
}

export const isAssumedNumber = (text: string): text is AssumedNumber =>
  ASSUMED_NUMBERS.some((what) => what === text)

/** Key of the parameter. */
export const assumedKey = (what: AssumedNumber, of: Id | null): string =>
  of === null ? what : `${what}/${of}`

/** Number and subject of a key; null when a scenario has another kind of change for it, or none. */
export function assumedOf(key: string): { readonly what: AssumedNumber; readonly of: Id | null } | null {
  const [what = '', of] = key.split('/')
  return isAssumedNumber(what) ? { what, of: of ?? null } : null
}
