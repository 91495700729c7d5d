import type { Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { TableName } from '../domain/model/programmeData'

export interface NetPatch {
  readonly id: Id
  readonly before: unknown
  readonly after: unknown
}

/** What a row of patches comes down to: per table and record the first `before` and the last `after`. */
export function netPatches(patches: readonly Patch[]): Map<TableName, NetPatch[]> {
  const byTable = new Map<TableName, Map<Id, NetPatch>>()
  for (const patch of patches) {
    let table = byTable.get(patch.table)
    if (table === undefined) {
      table = new Map()
      byTable.set(patch.table, table)
    }
    const earlier = table.get(patch.id)
    table.set(patch.id, {
      id: patch.id,
      before: earlier === undefined ? patch.before : earlier.before,
      after: patch.after,
    })
  }
  return new Map([...byTable].map(([name, records]) => [name, [...records.values()]]))
}
