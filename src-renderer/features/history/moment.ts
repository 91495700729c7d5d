import { formatDateTime } from '../../domain/labels'

/** A moment in UTC as the person's own clock shows it: `14 april 2026, 09:05`. */
export function momentOf(utc: string): string {
  const at = new Date(utc)
  const two = (n: number): string => String(n).padStart(2, '0')
  const date = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return formatDateTime(date, at.getHours(), at.getMinutes())
}

export const KIND_LABELS = { change: 'wijziging', undo: 'ongedaan gemaakt', redo: 'opnieuw gedaan' } as const
