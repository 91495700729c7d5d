/** Limits that hold before a schema looks at the content, so that no file can exhaust the machine or reach a prototype. */

const MAX_DEPTH = 12

export type GuardProblem = { readonly kind: 'depth' } | { readonly kind: 'key'; readonly key: string }

/**
 * Walks plain JSON without recursion.
 * @returns the first problem: nested too deep, or a key that every object has by itself (`__proto__`, `constructor`)
 */
export function guardJson(json: unknown): GuardProblem | null {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return { kind: 'depth' }
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Array.isArray(value)) {
        for (const item of value) if (typeof item === 'object' && item !== null) next.push(item)
        continue
      }
      for (const [key, inner] of Object.entries(value)) {
        if (key in {}) return { kind: 'key', key }
        if (typeof inner === 'object' && inner !== null) next.push(inner)
      }
    }
    level = next
  }
  return null
}
