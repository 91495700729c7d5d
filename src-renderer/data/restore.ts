import { sameContent } from '../domain/commands/patches'
import type { Patch } from '../domain/history/patch'
import { calledOf } from '../domain/model/called'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, TABLE_NAMES, type TableName } from '../domain/model/programmeData'
import { StoreFailure } from './failure'
import { pointsToErased } from './mentions'

export interface NamedRecord {
  readonly id: Id
  /** Null for what has no name, such as an ambition. */
  readonly name: string | null
}

/** What of one table would change. */
export interface TableDifference {
  readonly table: TableName
  readonly added: readonly NamedRecord[]
  readonly changed: readonly NamedRecord[]
  readonly removed: readonly NamedRecord[]
}

/** What going back to an entry of the log would bring. */
export interface RestorePreview {
  readonly sequence: number
  /** Only tables in which something changes. */
  readonly tables: readonly TableDifference[]
  /** How many records in all. */
  readonly records: number
}

/** The patches that turn one programme into another. */
export function differences(from: ProgrammeData, to: ProgrammeData): Patch[] {
  const patches: Patch[] = []
  for (const table of TABLE_NAMES) {
    const ids = new Set([...from[table].keys(), ...to[table].keys()])
    for (const id of ids) {
      const before = from[table].get(id) ?? null
      const after = to[table].get(id) ?? null
      if (!sameContent(before, after)) patches.push({ table, id, before, after } as Patch)
    }
  }
  return patches
}

export function previewOf(sequence: number, patches: readonly Patch[]): RestorePreview {
  const tables = TABLE_NAMES.map((table): TableDifference => {
    const mine = patches.filter((patch) => patch.table === table)
    return {
      table,
      added: mine.filter((p) => p.before === null).map(named),
      changed: mine.filter((p) => p.before !== null && p.after !== null).map(named),
      removed: mine.filter((p) => p.after === null).map(named),
    }
  })
  return { sequence, tables: tables.filter(isDifferent), records: patches.length }
}

const isDifferent = ({ added, changed, removed }: TableDifference): boolean =>
  added.length + changed.length + removed.length > 0

/** What is deleted for good can't come back, and what pointed to it then would point to nothing. */
export function refuseErased(patches: readonly Patch[]): void {
  if (patches.some(({ after }) => pointsToErased(after)))
    throw new StoreFailure({
      code: 'restore-incomplete',
      message:
        'Deze stand kan niet terugkomen: er hoorden gegevens bij die daarna voorgoed zijn gewist. Kies een latere regel.',
    })
}

function named({ id, before, after }: Patch): NamedRecord {
  return { id, name: calledOf(after ?? before) }
}
