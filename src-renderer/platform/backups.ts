import type { Answer, BackupInfo, BackupPlaceInfo, BackupResult, ChosenBackupPlace } from '@main/contract'
import { bridge } from './bridge'

/** The three places for backups, and whether they can be reached now. */
export function backupPlaces(): Promise<Answer<BackupPlaceInfo[]>> {
  return bridge().backupPlaces({})
}

/** Lets the person choose a folder; the value is null when they cancel. */
export function chooseBackupPlace(place: ChosenBackupPlace): Promise<Answer<BackupPlaceInfo[] | null>> {
  return bridge().chooseBackupPlace({ place })
}

/** The backups in that folder stay; Palet no longer writes there. */
export function forgetBackupPlace(place: ChosenBackupPlace): Promise<Answer<BackupPlaceInfo[]>> {
  return bridge().forgetBackupPlace({ place })
}

/** Writes into every chosen place; the outcome is told for each. The name comes from `backupName`. */
export function writeBackup(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<BackupResult[]>> {
  return bridge().writeBackup({ name, bytes })
}

/** What lies in the places that can be reached now. */
export function listBackups(): Promise<Answer<BackupInfo[]>> {
  return bridge().listBackups({})
}

export function readBackup(token: string): Promise<Answer<{ name: string; bytes: Uint8Array }>> {
  return bridge().readBackup({ token })
}

export function removeBackup(token: string): Promise<Answer<object>> {
  return bridge().removeBackup({ token })
}

/** What the name of a backup tells: when it was made, why, and of which programme. */
export interface BackupLabel {
  /** ISO 8601 in UTC. */
  readonly at: string
  /** One word in small letters, such as 'automatisch' or 'import'. */
  readonly why: string
  readonly programmeId: string
}

export function backupName({ at, why, programmeId }: BackupLabel): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T')
  return `palet-${day}-${time.slice(0, 8).replaceAll(':', '')}-${why}-${programmeId}.palet`
}

const NAME = /^palet-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-([a-z]{1,16})-([0-9a-f-]{8,36})\.palet$/

/** Reads back what `backupName` wrote; null for a name that isn't a backup's. */
export function readBackupName(name: string): BackupLabel | null {
  const [, day, hours, minutes, seconds, why = '', programmeId = ''] = NAME.exec(name) ?? []
  const at = new Date(`${day ?? ''}T${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}Z`)
  return Number.isNaN(at.getTime()) ? null : { at: at.toISOString(), why, programmeId }
}
