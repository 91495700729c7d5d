/** The moment of the last entry of the log, and whether the person was told that the clock is behind it. */
export interface Clock {
  readonly last: string
  readonly told: boolean
}

export interface Moment {
  /** Never before that of the entry before. */
  readonly at: string
  /** What the clock said, when it was well behind; null when it was right. */
  readonly off: string | null
  readonly warning: string | null
  readonly clock: Clock
}

/** A clock is put right by a few seconds all the time; more than this somebody did. */
const TOLERANCE = 60_000

const WARNING =
  'De klok van deze computer loopt achter op de laatste wijziging in het logboek. Controleer de datum en de tijd van de computer.'

export function momentAfter(clock: Clock, now: string): Moment {
  if (now >= clock.last) return { at: now, off: null, warning: null, clock: { last: now, told: false } }
  const behind = Date.parse(clock.last) - Date.parse(now) > TOLERANCE
  return {
    at: clock.last,
    off: behind ? now : null,
    warning: behind && !clock.told ? WARNING : null,
    clock: { last: clock.last, told: behind },
  }
}
