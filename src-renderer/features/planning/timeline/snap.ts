import type { IsoDate } from '@/domain/model/entities'
import { addMonths, toDay, toIso } from '@/domain/time/day'
import type { Zoom } from './timeScale'

const WEEK = 7
/** 1 January 1970 was a Thursday: this many days after a Monday. */
const EPOCH_AFTER_MONDAY = 3

function nearestMonday(date: IsoDate): IsoDate {
  const day = toDay(date) + EPOCH_AFTER_MONDAY
  return toIso(Math.round(day / WEEK) * WEEK - EPOCH_AFTER_MONDAY)
}

function nearestMonth(date: IsoDate): IsoDate {
  const first = `${date.slice(0, 7)}-01`
  const next = addMonths(first, 1)
  return toDay(date) - toDay(first) < toDay(next) - toDay(date) ? first : next
}

/** Where a mark lands that is let go at a date: seen from far on the first of a month, nearer on a Monday or the day. */
export function snapDate(date: IsoDate, zoom: Zoom): IsoDate {
  if (zoom === 'month') return date
  return zoom === 'quarter' ? nearestMonday(date) : nearestMonth(date)
}

type Step = { readonly days: number } | { readonly months: number }

/** How far a key moves a mark: an arrow a day or a week, with Shift a month, with Alt (or Page) a quarter. */
function stepOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>, zoom: Zoom): Step | null {
  if (event.key === 'PageDown') return { months: 3 }
  if (event.key === 'PageUp') return { months: -3 }
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return null
  const way = event.key === 'ArrowRight' ? 1 : -1
  if (event.altKey) return { months: 3 * way }
  if (event.shiftKey) return { months: way }
  return { days: (zoom === 'month' ? 1 : WEEK) * way }
}

/** The date after a key, or null when the key doesn't move anything. */
export function stepDate(
  date: IsoDate,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  zoom: Zoom,
): IsoDate | null {
  const step = stepOf(event, zoom)
  if (step === null) return null
  return 'months' in step ? addMonths(date, step.months) : toIso(toDay(date) + step.days)
}
