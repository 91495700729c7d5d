import { sameContent } from '../domain/commands/patches'
import type { Patch } from '../domain/history/patch'
import type { ProgrammeData } from '../domain/model/programmeData'
import { netPatches } from './net'
import { plainCopy } from './plain'

/** The patches that make a difference, sharing nothing with the caller; records that are ours already stay ours. */
export function realPatches(data: ProgrammeData, patches: readonly Patch[]): Patch[] {
  return patches
    .filter((patch) => !sameContent(patch.before, patch.after))
    .map((patch) => {
      const ours = patch.before !== null && data[patch.table].get(patch.id) === patch.before
      const before = ours ? patch.before : plainCopy(patch.before)
      return { ...patch, before, after: plainCopy(patch.after) } as Patch
    })
}

/** True when every record is what the patches say it was before. */
export function fits(data: ProgrammeData, patches: readonly Patch[]): boolean {
  for (const [table, records] of netPatches(patches))
    for (const { id, before } of records) if (!sameContent(data[table].get(id) ?? null, before)) return false
  return true
}
