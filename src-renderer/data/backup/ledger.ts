import type { Id } from '../../domain/model/entities'

/** Why a backup was made; the word stands in the name of the file. */
export const REASONS = ['gesloten', 'werk', 'import', 'herstel', 'zelf'] as const
export type Reason = (typeof REASONS)[number]

export const PLACES = ['own', 'first', 'second'] as const
export type Place = (typeof PLACES)[number]

/** What came of looking into a backup again. */
export interface Check {
  /** Moment in UTC. */
  readonly at: string
  /** `read`: opened, and it held what it should. `restored`: also put back in a programme of its own, and compared. */
  readonly how: 'read' | 'restored'
  /** What is wrong with it in Dutch, or null. */
  readonly fault: string | null
}

/** What this profile knows of a backup that it made. Kept sealed with the settings. */
export interface BackupRecord {
  readonly name: string
  readonly programmeId: Id
  readonly programmeName: string
  /** Moment in UTC. */
  readonly at: string
  /** How far the log of the programme was. */
  readonly version: number
  /** SHA-256 of the content, hexadecimal. */
  readonly digest: string
  readonly checks: Partial<Record<Place, Check>>
}

export interface Ledger {
  readonly records: readonly BackupRecord[]
  /** Per place what went wrong the last time, as it was told; gone as soon as it goes well again. */
  readonly faults: Partial<Record<Place, string>>
  /** Minutes between two backups while working; null is never. */
  readonly everyMinutes: number | null
}

export const EVERY_CHOICES = [1, 5, 15, 30, 60, null] as const
const DEFAULT_MINUTES = 15

export const emptyLedger: Ledger = { records: [], faults: {}, everyMinutes: DEFAULT_MINUTES }

/** Reads what was kept; what doesn't look as it should is left out. */
export function ledgerFrom(kept: unknown): Ledger {
  if (!isObject(kept)) return emptyLedger
  const { records, faults, everyMinutes } = kept as Record<string, unknown>
  return {
    records: Array.isArray(records) ? records.filter(isRecord) : [],
    faults: isObject(faults) ? faultsFrom(faults) : {},
    everyMinutes: EVERY_CHOICES.find((choice) => choice === everyMinutes) ?? minutesFrom(everyMinutes),
  }
}

const minutesFrom = (kept: unknown): number | null => (kept === null ? null : DEFAULT_MINUTES)

function faultsFrom(kept: object): Partial<Record<Place, string>> {
  const faults: Partial<Record<Place, string>> = {}
  for (const [place, text] of Object.entries(kept)) {
    const known = PLACES.find((each) => each === place)
    if (known !== undefined && typeof text === 'string') faults[known] = text
  }
  return faults
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isRecord = (value: unknown): value is BackupRecord =>
  isObject(value) &&
  ['name', 'programmeId', 'programmeName', 'at', 'digest'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  ) &&
  typeof Reflect.get(value, 'version') === 'number' &&
  isObject(Reflect.get(value, 'checks'))

/** The ledger with one record put in the place of its earlier form. */
export function withRecord(ledger: Ledger, record: BackupRecord): Ledger {
  return { ...ledger, records: [...ledger.records.filter(({ name }) => name !== record.name), record] }
}

export function withCheck(ledger: Ledger, name: string, place: Place, check: Check): Ledger {
  return {
    ...ledger,
    records: ledger.records.map((record) =>
      record.name === name ? { ...record, checks: { ...record.checks, [place]: check } } : record,
    ),
  }
}

export function withFault(ledger: Ledger, place: Place, fault: string | null): Ledger {
  const others = Object.entries(ledger.faults).filter(([each]) => each !== place)
  return {
    ...ledger,
    faults: { ...Object.fromEntries(others), ...(fault === null ? {} : { [place]: fault }) },
  }
}

/** The newest backup of a programme, as far as this profile made it. */
export function latestOf(ledger: Ledger, programmeId: Id): BackupRecord | null {
  return ledger.records
    .filter((record) => record.programmeId === programmeId)
    .reduce<BackupRecord | null>((last, each) => (last === null || each.at > last.at ? each : last), null)
}
