import type { Id } from '../domain/model/entities'
import { stamp } from './sealer'

const MARK = 'gewist:'

/** True when one of the ids occurs somewhere in the value, as a text of its own or as a key. */
export function mentions(value: unknown, ids: ReadonlySet<Id>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mentions(item, ids))
  return Object.entries(value).some(([key, item]) => ids.has(key) || mentions(item, ids))
}

/** Names without meaning for what is deleted, so that what pointed to it still points to one and the same nothing. */
export const aliasFor = (ids: Iterable<Id>): ReadonlyMap<Id, Id> =>
  new Map([...ids].map((id) => [id, `${MARK}${stamp()}`]))

export function replaced<T>(value: T, aliases: ReadonlyMap<Id, Id>): T {
  return replaceIn(value, aliases) as T
}

function replaceIn(value: unknown, aliases: ReadonlyMap<Id, Id>): unknown {
  if (typeof value === 'string') return aliases.get(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, aliases))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [aliases.get(key) ?? key, replaceIn(item, aliases)]),
  )
}

/** True when something in the value points to a record that was deleted for good. */
export function pointsToErased(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith(MARK)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(pointsToErased)
  return Object.entries(value).some(([key, item]) => key.startsWith(MARK) || pointsToErased(item))
}
