import { WEEKDAYS } from '../labels'
import type { IsoDate } from '../model/basics'
import { civilOf, dayOf, daysInMonth, isIsoDate, toDay, toIso, weekdayOf } from '../time/day'

const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?(?!\d)/
const WRITTEN = /^(\d{1,2})\s+([a-z]+)\.?(?:\s+(\d{4}))?(?!\d)/
const END = /^eind\s+([a-z]+)(?:\s+(\d{4}))?(?!\d)/

/** A date at the begin of a text, as people type it, and how many characters it took. */
export interface FoundDate {
  readonly date: IsoDate
  readonly length: number
}

/**
 * Reads `12-12`, `12-12-2026`, `2026-12-12`, `12 december`, `eind mei`, `vrijdag`, `volgende week`, `morgen`. Without a
 * year it is the first such day on or after `today`.
 */
export function readDutchDate(given: string, today: IsoDate): FoundDate | null {
  const text = given.toLowerCase()
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0]
  if (iso !== undefined) return isIsoDate(iso) ? { date: iso, length: iso.length } : null
  const numeric = NUMERIC.exec(text)
  if (numeric !== null) return inYear(numeric, Number(numeric[1]), Number(numeric[2]), numeric[3], today)
  const written = WRITTEN.exec(text)
  if (written !== null) return inYear(written, Number(written[1]), monthOf(written[2]), written[3], today)
  const end = END.exec(text)
  if (end !== null) {
    const month = monthOf(end[1])
    const year = end[2] === undefined ? yearFor(today, month, 31) : Number(end[2])
    return month === 0 ? null : inYear(end, daysInMonth(year, month), month, String(year), today)
  }
  return relative(text, today)
}

/** Month 1–12 of a word or its beginning, 0 for none. */
function monthOf(word: string | undefined): number {
  const start = (word ?? '').slice(0, 3)
  return start === 'maa' ? 3 : MONTHS.indexOf(start) + 1
}

function yearFor(today: IsoDate, month: number, day: number): number {
  const { year, month: now, day: dayNow } = civilOf(toDay(today))
  return month > now || (month === now && day >= dayNow) ? year : year + 1
}

function inYear(
  match: RegExpExecArray,
  day: number,
  month: number,
  given: string | undefined,
  today: IsoDate,
): FoundDate | null {
  const year =
    given === undefined
      ? yearFor(today, month, day)
      : given.length === 2
        ? 2000 + Number(given)
        : Number(given)
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2199 || day > daysInMonth(year, month))
    return null
  return { date: toIso(dayOf(year, month, day)), length: match[0].trimEnd().length }
}

function relative(text: string, today: IsoDate): FoundDate | null {
  const now = toDay(today)
  const fixed: readonly (readonly [string, number])[] = [
    ['vandaag', 0],
    ['morgen', 1],
    ['overmorgen', 2],
    ['volgende week', 7],
    ['volgende maand', 30],
  ]
  for (const [word, days] of fixed)
    if (text.startsWith(word)) return { date: toIso(now + days), length: word.length }
  const weekday = WEEKDAYS.findIndex((word) => text.startsWith(word))
  if (weekday < 0) return null
  // A weekday is always the coming one, never today.
  const ahead = (weekday - weekdayOf(now) + 7) % 7
  return { date: toIso(now + (ahead === 0 ? 7 : ahead)), length: WEEKDAYS[weekday]?.length ?? 0 }
}
