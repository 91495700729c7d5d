import { calledOf } from '../domain/model/called'
import type { StoredPatch } from './tables'

/**
 * Which records a commit changed, and what they were called then. A compaction keeps this of the commits whose patches it
 * drops, so that deleting a record for good still finds the entries that tell about it.
 */
export interface Touch {
  readonly touched: number
  /** Per record: table and id as `table/id`, and its names. */
  readonly records: readonly (readonly [string, ...string[]])[]
}

export const refKey = ({ table, id }: { readonly table: string; readonly id: string }): string =>
  `${table}/${id}`

export const isTouch = (item: StoredPatch | Touch): item is Touch => 'touched' in item

export const isPatch = (item: StoredPatch | Touch): item is StoredPatch => !isTouch(item)

export function touchOf(sequence: number, patches: readonly StoredPatch[]): Touch {
  const records = new Map<string, Set<string>>()
  for (const patch of patches) {
    const names = records.get(refKey(patch)) ?? new Set()
    for (const name of [calledOf(patch.before), calledOf(patch.after)]) if (name !== null) names.add(name)
    records.set(refKey(patch), names)
  }
  return { touched: sequence, records: [...records].map(([key, names]) => [key, ...names]) }
}
