import type { IsoDate } from '../model/entities'
import { civilOf, dayOf, daysInMonth, toDay } from '../time/day'

/** The simulation's unit of time: the mean month of the calendar. */
export const DAYS_PER_MONTH = 365.25 / 12

/** A calendar month in the simulation; figures of it are those at the end of its last day. */
export interface SimulatedMonth {
  /** `2026-04`. */
  readonly key: string
  readonly lastDay: IsoDate
  /** End of the last day, in months since the start. */
  readonly end: number
}

/** Beginning of a date in months since the beginning of the start date; below 0 for earlier dates. */
export function timeOf(start: IsoDate, date: IsoDate): number {
  return (toDay(date) - toDay(start)) / DAYS_PER_MONTH
}

/** The calendar months from that of the start; the first may be a part of a month. */
export function monthsOf(start: IsoDate, count: number): SimulatedMonth[] {
  const first = civilOf(toDay(start))
  return Array.from({ length: count }, (_, i) => {
    const index = first.year * 12 + first.month - 1 + i
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    const last = daysInMonth(year, month)
    const key = `${String(year)}-${String(month).padStart(2, '0')}`
    return {
      key,
      lastDay: `${key}-${String(last).padStart(2, '0')}`,
      end: (dayOf(year, month, last) + 1 - toDay(start)) / DAYS_PER_MONTH,
    }
  })
}

/** How many calendar months lie in start…horizon, both included. */
export function monthsUntil(start: IsoDate, horizon: IsoDate): number {
  const [a, b] = [civilOf(toDay(start)), civilOf(toDay(horizon))]
  return Math.max(0, (b.year - a.year) * 12 + b.month - a.month + 1)
}

/** Index of the month of a date; −1 before the start, `count` or more after the end. */
export function monthIndexOf(start: IsoDate, date: IsoDate): number {
  return date < start ? -1 : monthsUntil(start, date) - 1
}
