import type { IsoDate } from '../domain/model/entities'

/** The date of today where the person is: an edit late in the evening belongs to that day. */
export function localToday(now = new Date()): IsoDate {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
