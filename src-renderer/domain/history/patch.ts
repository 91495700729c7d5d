import type { Id } from '../model/entities'
import { type ProgrammeData, TABLE_NAMES, type TableName, type Tables } from '../model/programmeData'

/** One record before and after: null before means added, null after means removed. Never both null. */
export type Patch = { [K in TableName]: PatchOf<K> }[TableName]

export interface PatchOf<K extends TableName> {
  readonly table: K
  readonly id: Id
  readonly before: Tables[K] | null
  readonly after: Tables[K] | null
}

/** What a command wants changed, with the Dutch line that log and undo message show. */
export interface Change {
  readonly patches: readonly Patch[]
  /** Such as: project "Kamers Wijnbergen" gewijzigd. No capital at the start, no full stop: it is put into sentences. */
  readonly summary: string
}

/**
 * What an entry of the log stands for. `start`, `change`, `import`, `restore`, `undo` and `redo` change data by patches;
 * `deletion`, `compaction` and `migration` are maintenance of the store; the rest only tells what was done.
 */
export const COMMIT_KINDS = [
  'start',
  'change',
  'import',
  'restore',
  'undo',
  'redo',
  'export',
  'print',
  'backup',
  'setting',
  'deletion',
  'compaction',
  'migration',
] as const
export type CommitKind = (typeof COMMIT_KINDS)[number]

/** Kinds that say what was done with the data, or agreed about it, without changing it. */
export const NOTE_KINDS = ['export', 'print', 'backup', 'setting'] as const satisfies readonly CommitKind[]
export type NoteKind = (typeof NOTE_KINDS)[number]

/** The file something came from or went to, recognisable afterwards by its hash (SHA-256, hexadecimal). */
export interface Source {
  readonly fileName: string
  readonly sha256: string
}

/** Who, when, what and why: one entry of the log. A commit is the only way data changes. */
export interface Commit {
  readonly id: Id
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number
  /** Moment as ISO 8601 in UTC; never before that of the entry before it. */
  readonly at: string
  /** What the clock of the computer said, when that was well behind the entry before; null when it was right. */
  readonly clock: string | null
  readonly who: string
  readonly summary: string
  readonly why: string
  readonly kind: CommitKind
  /** For undo and redo: the commit whose patches are turned back or applied again. */
  readonly target: Id | null
  readonly source: Source | null
  readonly patches: readonly Patch[]
}

/** The patches that take a change back, in the opposite order. */
export function invert(patches: readonly Patch[]): Patch[] {
  return patches.map((p) => ({ ...p, before: p.after, after: p.before }) as Patch).reverse()
}

/** New data with the patches applied. Touches only the maps of the tables named; records are shared. */
export function applyPatches(data: ProgrammeData, patches: readonly Patch[]): ProgrammeData {
  const touched = new Map<TableName, Map<Id, Tables[TableName]>>()
  for (const patch of patches) {
    let table = touched.get(patch.table)
    if (table === undefined) {
      table = new Map<Id, Tables[TableName]>(data[patch.table])
      touched.set(patch.table, table)
    }
    if (patch.after === null) table.delete(patch.id)
    else table.set(patch.id, patch.after)
  }
  const next: Record<string, unknown> = {}
  for (const name of TABLE_NAMES) next[name] = touched.get(name) ?? data[name]
  return next as unknown as ProgrammeData
}
