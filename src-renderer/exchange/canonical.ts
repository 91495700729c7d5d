/** `id` and `name` first, for people who read the file; then by letter. */
function keyOrder(a: string, b: string): number {
  if (a === b) return 0
  if (a === 'id' || b === 'id') return a === 'id' ? -1 : 1
  if (a === 'name' || b === 'name') return a === 'name' ? -1 : 1
  return a < b ? -1 : 1
}

// Records share a few sets of keys: sorting each set once saves most of the time on a large programme.
const sortedKeys = new Map<string, readonly string[]>()

function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value)
  const shape = keys.join('\n')
  const known = sortedKeys.get(shape)
  if (known !== undefined) return known
  const sorted = keys.sort(keyOrder)
  if (sortedKeys.size < 500) sortedKeys.set(shape, sorted)
  return sorted
}

/** JSON without spaces and with keys in a fixed order: equal content gives equal text. For plain, shallow records. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members: string[] = []
  const record = new Map<string, unknown>(Object.entries(value))
  for (const key of keysOf(value)) members.push(`${JSON.stringify(key)}:${canonicalJson(record.get(key))}`)
  return `{${members.join(',')}}`
}
