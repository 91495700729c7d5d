import type { CommitKind, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '../domain/model/programmeData'

/** Down here a record is anything with an id: what it means is for the layers above. */
export interface StoredRecord {
  readonly id: Id
}

/** Points to one record. */
export interface RecordRef {
  readonly table: string
  readonly id: Id
}

export type StoredTables = ReadonlyMap<string, ReadonlyMap<Id, StoredRecord>>
export type LooseTables = Map<string, Map<Id, StoredRecord>>

export interface StoredPatch {
  readonly table: string
  readonly id: Id
  readonly before: StoredRecord | null
  readonly after: StoredRecord | null
}

/** Which records of which table. */
export type RecordSet = Map<string, Set<Id>>

export const tablesOf = (data: ProgrammeData): StoredTables =>
  new Map<string, ReadonlyMap<Id, StoredRecord>>(Object.entries(data))

/**
 * The one place where what was stored becomes a programme again. Only validated records were ever written, in a
 * format that is known to be the current one, and nobody without the key can have changed them.
 */
export const programmeFrom = (tables: StoredTables): ProgrammeData =>
  ({ ...emptyProgrammeData(), ...Object.fromEntries(tables) }) as unknown as ProgrammeData

export const asPatches = (patches: readonly StoredPatch[]): readonly Patch[] =>
  patches as unknown as readonly Patch[]

/** Kinds whose patches change the data. */
const CHANGING: ReadonlySet<CommitKind> = new Set<CommitKind>(['change', 'import', 'restore', 'undo', 'redo'])
export const changesData = (kind: CommitKind): boolean => CHANGING.has(kind)

/** Applies patches in place; says in `touched` which records it were. */
export function applyTo(tables: LooseTables, patches: readonly StoredPatch[], touched?: RecordSet): void {
  for (const { table, id, after } of patches) {
    let records = tables.get(table)
    if (records === undefined) tables.set(table, (records = new Map()))
    if (after === null) records.delete(id)
    else records.set(id, after)
    if (touched !== undefined) mark(touched, table, id)
  }
}

/** Takes patches back in place, the last one first. */
export function takeBackFrom(tables: LooseTables, patches: readonly StoredPatch[]): void {
  for (const { table, id, before } of [...patches].reverse()) {
    let records = tables.get(table)
    if (records === undefined) tables.set(table, (records = new Map()))
    if (before === null) records.delete(id)
    else records.set(id, before)
  }
}

export const looseCopy = (tables: StoredTables): LooseTables =>
  new Map([...tables].map(([name, records]) => [name, new Map(records)]))

export function mark(set: RecordSet, table: string, id: Id): void {
  const ids = set.get(table)
  if (ids === undefined) set.set(table, new Set([id]))
  else ids.add(id)
}

/** Every record as one that was added: how a whole programme is written down as patches. */
export function* snapshotOf(tables: StoredTables): Generator<StoredPatch> {
  for (const [table, records] of tables)
    for (const record of records.values()) yield { table, id: record.id, before: null, after: record }
}
