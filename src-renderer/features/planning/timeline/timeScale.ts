import { formatQuarterShort } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import { toDay } from '@/domain/time/day'
import { firstDayOfQuarter, lastDayOfQuarter, quarterOf, quartersBetween } from '@/domain/time/quarter'

export type Zoom = 'quarter' | 'year'

export interface Tick {
  readonly x: number
  readonly width: number
  readonly label: string
  /** First quarter of a year: a stronger line. */
  readonly yearStart: boolean
}

/** Dates to pixels, from the first day of the first quarter to the last day of the last one. */
export interface TimeScale {
  readonly width: number
  readonly ticks: readonly Tick[]
  readonly lines: readonly Tick[]
  /** Left edge of a date, kept inside the axis. */
  readonly x: (date: IsoDate) => number
  readonly shows: (date: IsoDate) => boolean
}

const QUARTER_WIDTH = 112
const LEAST_YEAR_WIDTH = 96

/** @param room pixels that are visible: the view by year fills them */
export function timeScale(start: IsoDate, horizon: IsoDate, zoom: Zoom, room: number): TimeScale {
  const quarters = quartersBetween(start, horizon)
  const from = firstDayOfQuarter(quarterOf(start))
  const to = lastDayOfQuarter(quarterOf(horizon))
  const first = toDay(from)
  const days = Math.max(1, toDay(to) - first + 1)
  const width =
    zoom === 'quarter'
      ? Math.max(room, quarters.length * QUARTER_WIDTH)
      : Math.max(room, (quarters.length / 4) * LEAST_YEAR_WIDTH)
  const perDay = width / days
  const x = (date: IsoDate): number => Math.min(width, Math.max(0, (toDay(date) - first) * perDay))
  const lines = quarters.map((q) => {
    const left = x(firstDayOfQuarter(q))
    return {
      x: left,
      width: x(lastDayOfQuarter(q)) + perDay - left,
      label: formatQuarterShort(q),
      yearStart: q.quarter === 1,
    }
  })
  return {
    width,
    lines,
    ticks:
      zoom === 'quarter'
        ? lines
        : years(
            quarters.map((q) => q.year),
            lines,
          ),
    x,
    shows: (date) => date >= from && date <= to,
  }
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
