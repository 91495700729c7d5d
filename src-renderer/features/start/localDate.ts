import type { IsoDate } from '../../domain/model/entities'

/** The calendar date, where the person is, of a moment in UTC. */
export function localDate(moment: string): IsoDate {
  const at = new Date(moment)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
