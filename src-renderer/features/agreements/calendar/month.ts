import type { IsoDate } from '@/domain/model/entities'
import { addMonths, daysInMonth, toDay, toIso, weekdayOf, weekNumber } from '@/domain/time/day'

/** A month as `2026-11`. */
export type Month = string

export const monthOf = (date: IsoDate): Month => date.slice(0, 7)
export const stepMonth = (month: Month, by: number): Month => monthOf(addMonths(`${month}-01`, by))

export interface Week {
  readonly number: number
  /** Seven days from Monday; those at the ends may be of the month before or after. */
  readonly days: readonly IsoDate[]
}

/** The weeks that a month touches. */
export function weeksOf(month: Month): Week[] {
  const first = toDay(`${month}-01`)
  const last = first + daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) - 1
  const weeks: Week[] = []
  for (let monday = first - weekdayOf(first); monday <= last; monday += 7)
    weeks.push({
      number: weekNumber(monday),
      days: Array.from({ length: 7 }, (_, i) => toIso(monday + i)),
    })
  return weeks
}

/** The day a key leads to in a calendar; null when the key doesn't move. */
export function moveDay(from: IsoDate, key: string): IsoDate | null {
  const day = toDay(from)
  switch (key) {
    case 'ArrowLeft':
      return toIso(day - 1)
    case 'ArrowRight':
      return toIso(day + 1)
    case 'ArrowUp':
      return toIso(day - 7)
    case 'ArrowDown':
      return toIso(day + 7)
    case 'Home':
      return toIso(day - weekdayOf(day))
    case 'End':
      return toIso(day - weekdayOf(day) + 6)
    case 'PageUp':
      return addMonths(from, -1)
    case 'PageDown':
      return addMonths(from, 1)
    default:
      return null
  }
}
