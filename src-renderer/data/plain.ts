/**
 * A copy that shares nothing with the original. The store keeps copies of what it is given, because a record
 * from a form may be wrapped by the view layer (and then can't be stored) or may be changed afterwards.
 */
export function plainCopy<T>(value: T): T {
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy)
  const result: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) result[key] = copy(item)
  return result
}
