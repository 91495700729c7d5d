import type { Patch } from '../history/patch'
import type { Id } from '../model/entities'
import type { ProgrammeData, TableName, Tables } from '../model/programmeData'

/** Equality of plain records by content; the order of keys doesn't count. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = new Map<string, unknown>(Object.entries(b))
  return left.length === right.size && left.every(([k, v]) => right.has(k) && sameContent(v, right.get(k)))
}

/** The patch that puts a record in its table; none when it is there already. */
export function put<K extends TableName>(data: ProgrammeData, table: K, record: Tables[K]): Patch[] {
  const before = (data[table] as ReadonlyMap<Id, Tables[K]>).get(record.id) ?? null
  if (before !== null && sameContent(before, record)) return []
  return [{ table, id: record.id, before, after: record } as unknown as Patch]
}

/** The patch that takes a record out of its table; none when it isn't there. */
export function drop<K extends TableName>(data: ProgrammeData, table: K, id: Id): Patch[] {
  const before = (data[table] as ReadonlyMap<Id, Tables[K]>).get(id)
  return before === undefined ? [] : [{ table, id, before, after: null } as unknown as Patch]
}
