import type { IsoDate } from '../model/entities'
import { addMonths } from './day'
import { lastDayOfQuarter, quarterOf } from './quarter'

/** Last day of the quarter that lies `quarters` away from the quarter of the date. */
export function quarterEnd(date: IsoDate, quarters = 0): IsoDate {
  return lastDayOfQuarter(quarterOf(addMonths(date, quarters * 3)))
}

/** The last quarter end before a date. */
export function previousQuarterEnd(date: IsoDate): IsoDate {
  return quarterEnd(date, -1)
}

/** The first quarter end after a date: that of its own quarter, unless the date is that day. */
export function nextQuarterEnd(date: IsoDate): IsoDate {
  const own = quarterEnd(date)
  return date < own ? own : quarterEnd(date, 1)
}
