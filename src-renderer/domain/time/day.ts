import type { IsoDate } from '../model/entities'

/**
 * A date as a number of days since 1970-01-01, for hot paths. Calendar arithmetic without time or zone, from the
 * proleptic Gregorian calendar (days-from-civil), so that it runs alike in every engine.
 */
export type Day = number

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days from 1970-01-01 for a civil date. Month 1–12. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function civilOf(day: Day): CivilDate {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a real date written as YYYY-MM-DD, years 1900–2199. */
export function isIsoDate(text: string): boolean {
  const m = ISO.exec(text)
  if (m === null) return false
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return (
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  )
}

/** Day number of an ISO date that is known to be valid (all data in memory is). */
export function toDay(iso: IsoDate): Day {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

const two = (n: number): string => (n < 10 ? `0${String(n)}` : String(n))

export function toIso(day: Day): IsoDate {
  const { year, month, day: d } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(d)}`
}

/** Day of the week, Monday 0: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

/** Week of the year by ISO 8601: the week that holds most of its days of a year belongs to that year. */
export function weekNumber(day: Day): number {
  const thursday = day - weekdayOf(day) + 3
  return Math.floor((thursday - dayOf(civilOf(thursday).year, 1, 1)) / 7) + 1
}

/** Same day k months later (k may be negative), else the last day of that month. Source: indicators.md. */
export function addMonths(iso: IsoDate, k: number): IsoDate {
  const { year, month, day } = civilOf(toDay(iso))
  const index = year * 12 + (month - 1) + k
  const y = Math.floor(index / 12)
  const m = (((index % 12) + 12) % 12) + 1
  return toIso(dayOf(y, m, Math.min(day, daysInMonth(y, m))))
}
