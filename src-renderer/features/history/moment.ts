import type { CommitKind } from '../../domain/history/patch'
import { formatDateTime } from '../../domain/labels'

/** A moment in UTC as the person's own clock shows it: `14 april 2026, 09:05`. */
export function momentOf(utc: string): string {
  const at = new Date(utc)
  const two = (n: number): string => String(n).padStart(2, '0')
  const date = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return formatDateTime(date, at.getHours(), at.getMinutes())
}

export const KIND_LABELS: Readonly<Record<CommitKind, string>> = {
  start: 'begin',
  change: 'wijziging',
  import: 'ingelezen',
  restore: 'hersteld',
  undo: 'ongedaan gemaakt',
  redo: 'opnieuw gedaan',
  export: 'uitgevoerd naar bestand',
  print: 'afgedrukt',
  backup: 'reservekopie',
  deletion: 'voorgoed gewist',
  compaction: 'opgeruimd',
  migration: 'overgezet',
}
