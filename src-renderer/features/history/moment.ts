import type { CommitKind } from '../../domain/history/patch'
import { formatDateTime } from '../../domain/labels'
import { localToday } from '../../state/clock'

/** A moment in UTC as the person's own clock shows it: `14 april 2026, 09:05`. */
export function momentOf(utc: string): string {
  const at = new Date(utc)
  return formatDateTime(localToday(at), at.getHours(), at.getMinutes())
}

/** The day of a moment on the person's own clock. */
export const dayOfMoment = (utc: string): string => localToday(new Date(utc))

/** `09:05:12`, for where the order of things counts. */
export function timeOf(utc: string): string {
  const at = new Date(utc)
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':')
}

export const KIND_LABELS: Readonly<Record<CommitKind, string>> = {
  start: 'begin',
  change: 'wijziging',
  import: 'ingelezen',
  restore: 'teruggezet',
  undo: 'ongedaan gemaakt',
  redo: 'opnieuw gedaan',
  export: 'export',
  print: 'afdruk',
  backup: 'reservekopie',
  setting: 'instelling',
  deletion: 'verwijdering',
  compaction: 'opschoning',
  migration: 'overgezet',
}
