import type { BackupRecord, Ledger } from '../../data/backup/ledger'
import { type BackupInfo, readBackupName } from '../../platform'
import type { ProgrammeEntry } from '../../data/catalogue'
import { localDay, type Mark, markOf, reasonWords, timeOfDay } from './words'

export interface BackupRow {
  readonly name: string
  /** Moment in UTC. */
  readonly at: string
  readonly time: string
  readonly reason: string
  readonly size: number
  /** One for each place where it is. */
  readonly copies: readonly BackupInfo[]
  /** Null when this profile didn't make it, or no longer knows. */
  readonly record: BackupRecord | null
  readonly mark: Mark
}

export interface BackupDay {
  readonly day: string
  readonly rows: readonly BackupRow[]
}

export interface BackupGroup {
  /** The id in the names of the files. */
  readonly id: string
  readonly programmeId: string | null
  /** Null for a programme that Palet doesn't know here. */
  readonly programme: string | null
  readonly days: readonly BackupDay[]
  readonly count: number
}

/** Backups by programme and by day, newest first; the programme with the newest backup comes first. */
export function groupsOf(
  found: readonly BackupInfo[],
  ledger: Ledger,
  entries: readonly ProgrammeEntry[],
): BackupGroup[] {
  const records = new Map(ledger.records.map((record) => [record.name, record]))
  const byName = grouped(found)
  const programmes = new Map<string, BackupRow[]>()
  for (const [name, copies] of byName) {
    const label = readBackupName(name)
    const [first] = copies
    if (label === null || first === undefined) continue
    const record = records.get(name) ?? null
    const rows = programmes.get(label.programmeId) ?? []
    rows.push({
      name,
      at: label.at,
      time: timeOfDay(label.at),
      reason: reasonWords(label.why),
      size: first.size,
      copies,
      record,
      mark: markOf(
        record,
        copies.map(({ place }) => place),
      ),
    })
    programmes.set(label.programmeId, rows)
  }
  return [...programmes]
    .map(([id, rows]) => groupOf(id, rows.sort(newestFirst), entries))
    .sort((a, b) => newestFirst(firstOf(a), firstOf(b)))
}

function grouped(found: readonly BackupInfo[]): Map<string, BackupInfo[]> {
  const byName = new Map<string, BackupInfo[]>()
  for (const each of found) {
    const copies = byName.get(each.name) ?? []
    copies.push(each)
    byName.set(each.name, copies)
  }
  return byName
}

const newestFirst = (a: { readonly at: string }, b: { readonly at: string }): number =>
  a.at < b.at ? 1 : a.at > b.at ? -1 : 0

const firstOf = (group: BackupGroup): { readonly at: string } => ({ at: group.days[0]?.rows[0]?.at ?? '' })

function groupOf(id: string, rows: readonly BackupRow[], entries: readonly ProgrammeEntry[]): BackupGroup {
  const record = rows.find((row) => row.record !== null)?.record ?? null
  const programmeId = record?.programmeId ?? entries.find((entry) => entry.id === id)?.id ?? null
  const entry = entries.find((each) => each.id === programmeId)
  const days = new Map<string, BackupRow[]>()
  for (const row of rows) {
    const day = localDay(row.at)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return {
    id,
    programmeId,
    programme: entry?.name ?? record?.programmeName ?? null,
    days: [...days].map(([day, ofDay]) => ({ day, rows: ofDay })),
    count: rows.length,
  }
}
