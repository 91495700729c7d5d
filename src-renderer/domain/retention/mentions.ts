import type { Id } from '../model/entities'
import { type ProgrammeData, TABLE_NAMES, type TableName } from '../model/programmeData'

export interface RecordPlace {
  readonly table: TableName
  readonly id: Id
}

/** True when the id occurs somewhere in the value, as a text of its own or as a key. */
export function mentions(value: unknown, id: Id): boolean {
  if (typeof value === 'string') return value === id
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mentions(item, id))
  return Object.entries(value).some(([key, item]) => key === id || mentions(item, id))
}

/** Per id the records that point to it, found in one pass. What points to itself doesn't count. */
export function pointersTo(
  data: ProgrammeData,
  ids: ReadonlySet<Id>,
): ReadonlyMap<Id, readonly RecordPlace[]> {
  const found = new Map<Id, RecordPlace[]>()
  if (ids.size === 0) return found
  for (const table of TABLE_NAMES)
    for (const record of data[table].values()) {
      const named = new Set<Id>()
      collect(record, ids, named)
      named.delete(record.id)
      for (const id of named) found.set(id, [...(found.get(id) ?? []), { table, id: record.id }])
    }
  return found
}

function collect(value: unknown, ids: ReadonlySet<Id>, named: Set<Id>): void {
  if (typeof value === 'string') {
    if (ids.has(value)) named.add(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, ids, named)
    return
  }
  for (const [key, item] of Object.entries(value)) {
    if (ids.has(key)) named.add(key)
    collect(item, ids, named)
  }
}

/** The same value with another id in the place of one. */
export function withId<T>(value: T, from: Id, to: Id): T {
  // The form of the value stays what it was: only texts that are exactly this id become another text.
  return replaced(value, from, to) as T
}

function replaced(value: unknown, from: Id, to: Id): unknown {
  if (typeof value === 'string') return value === from ? to : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => replaced(item, from, to))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === from ? to : key, replaced(item, from, to)]),
  )
}
