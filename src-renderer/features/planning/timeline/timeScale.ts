import { formatQuarterShort } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import { toDay, toIso } from '@/domain/time/day'
import { firstDayOfQuarter, lastDayOfQuarter, quarterOf, quartersBetween } from '@/domain/time/quarter'
import { monthStarts } from '@/domain/timeline/capacitySeries'

export type Zoom = 'month' | 'quarter' | 'year'
/** From far to near. */
export const ZOOMS: readonly Zoom[] = ['year', 'quarter', 'month']

export interface Tick {
  readonly x: number
  readonly width: number
  readonly label: string
  /** First quarter or month of a year: a stronger line. */
  readonly yearStart: boolean
}

/** Dates to pixels, from the first day of the first quarter to the last day of the last one. */
export interface TimeScale {
  readonly width: number
  readonly from: IsoDate
  readonly to: IsoDate
  readonly ticks: readonly Tick[]
  readonly lines: readonly Tick[]
  /** Left edge of a date, kept inside the axis. */
  readonly x: (date: IsoDate) => number
  /** The day at a place on the axis, also beyond its ends. */
  readonly dateAt: (x: number) => IsoDate
  readonly shows: (date: IsoDate) => boolean
}

const MONTH_WIDTH = 92
const QUARTER_WIDTH = 112
const LEAST_YEAR_WIDTH = 96
const MONTH_NAMES = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

function leastWidth(quarters: number, zoom: Zoom): number {
  if (zoom === 'month') return quarters * 3 * MONTH_WIDTH
  return zoom === 'quarter' ? quarters * QUARTER_WIDTH : (quarters / 4) * LEAST_YEAR_WIDTH
}

/** @param room pixels that are visible: the view by year fills them */
export function timeScale(start: IsoDate, horizon: IsoDate, zoom: Zoom, room: number): TimeScale {
  const quarters = quartersBetween(start, horizon)
  const from = firstDayOfQuarter(quarterOf(start))
  const to = lastDayOfQuarter(quarterOf(horizon))
  const first = toDay(from)
  const days = Math.max(1, toDay(to) - first + 1)
  const width = Math.max(room, leastWidth(quarters.length, zoom))
  const perDay = width / days
  const x = (date: IsoDate): number => Math.min(width, Math.max(0, (toDay(date) - first) * perDay))
  const lines =
    zoom === 'month'
      ? between(
          monthStarts(from, to).map((date) => ({ date, label: monthLabel(date) })),
          x,
          width,
        )
      : between(
          quarters.map((q) => ({ date: firstDayOfQuarter(q), label: formatQuarterShort(q) })),
          x,
          width,
        )
  return {
    width,
    from,
    to,
    lines,
    ticks:
      zoom === 'year'
        ? years(
            quarters.map((q) => q.year),
            lines,
          )
        : lines,
    x,
    dateAt: (at) => toIso(first + Math.floor(at / perDay + 1e-9)),
    shows: (date) => date >= from && date <= to,
  }
}

function monthLabel(date: IsoDate): string {
  const month = Number(date.slice(5, 7))
  const name = MONTH_NAMES[month - 1] ?? ''
  return month === 1 ? `${name} ${date.slice(0, 4)}` : name
}

/** Each tick runs until the next one, the last one until the end. */
function between(
  starts: readonly { readonly date: IsoDate; readonly label: string }[],
  x: (date: IsoDate) => number,
  width: number,
): Tick[] {
  return starts.map(({ date, label }, i) => {
    const left = x(date)
    const next = starts[i + 1]
    return {
      x: left,
      width: (next === undefined ? width : x(next.date)) - left,
      label,
      yearStart: date.slice(5, 7) === '01',
    }
  })
}

function years(yearOf: readonly number[], lines: readonly Tick[]): Tick[] {
  const ticks = new Map<number, Tick>()
  lines.forEach((line, i) => {
    const year = yearOf[i] ?? 0
    const known = ticks.get(year)
    ticks.set(
      year,
      known === undefined
        ? { ...line, label: String(year), yearStart: true }
        : { ...known, width: line.x + line.width - known.x },
    )
  })
  return [...ticks.values()]
}
