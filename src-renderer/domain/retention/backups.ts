import type { IsoDate } from '../model/entities'
import { dueOn } from './due'

export interface DatedBackup {
  readonly name: string
  /** Moment in UTC. */
  readonly at: string
  /** The calendar day of that moment, where the person is. */
  readonly day: IsoDate
  /** How far the log was in it; null when that isn't known here. */
  readonly version: number | null
}

/** Backups whose term is over, oldest first. */
export function dueBackups<T extends DatedBackup>(
  backups: readonly T[],
  months: number | null,
  today: IsoDate,
): T[] {
  if (months === null) return []
  return backups.filter(({ day }) => dueOn(day, months) <= today).sort(byAge)
}

/** A deletion for good, as it stands in the log. */
export interface DeletionEntry {
  readonly sequence: number
  /** Moment in UTC. */
  readonly at: string
}

/** Backups that may still hold what was deleted: all that were made before it, oldest first. */
export function backupsBefore<T extends DatedBackup>(backups: readonly T[], deletion: DeletionEntry): T[] {
  return backups
    .filter(({ at, version }) => (version === null ? at <= deletion.at : version < deletion.sequence))
    .sort(byAge)
}

const byAge = (a: DatedBackup, b: DatedBackup): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
