import type { IsoDate } from '../model/entities'
import { daysInMonth } from './day'

/** A calendar quarter as `2026-Q1`. Quarter figures are those of its last day (indicators.md). */
export interface Quarter {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
}

export function quarterOf(iso: IsoDate): Quarter {
  const month = Number(iso.slice(5, 7))
  return { year: Number(iso.slice(0, 4)), quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4 }
}

export function quarterKey(q: Quarter): string {
  return `${String(q.year)}-Q${String(q.quarter)}`
}

export function lastDayOfQuarter(q: Quarter): IsoDate {
  const month = q.quarter * 3
  return `${String(q.year)}-${String(month).padStart(2, '0')}-${String(daysInMonth(q.year, month))}`
}

export function firstDayOfQuarter(q: Quarter): IsoDate {
  return `${String(q.year)}-${String(q.quarter * 3 - 2).padStart(2, '0')}-01`
}

export function nextQuarter(q: Quarter): Quarter {
  return q.quarter === 4
    ? { year: q.year + 1, quarter: 1 }
    : { year: q.year, quarter: (q.quarter + 1) as 2 | 3 | 4 }
}

/** All quarters that touch the closed period. Empty when `to` is before `from`. */
export function quartersBetween(from: IsoDate, to: IsoDate): Quarter[] {
  const result: Quarter[] = []
  const last = quarterOf(to)
  for (let q = quarterOf(from); q.year * 4 + q.quarter <= last.year * 4 + last.quarter; q = nextQuarter(q))
    result.push(q)
  return result
}
