import type { Command } from '../commands/context'
import { gone } from '../commands/save'
import type { Patch } from '../history/patch'
import type { Id } from '../model/entities'
import { TABLE_NAMES, type ProgrammeData } from '../model/programmeData'
import { ok } from '../result'
import { mentions, withId } from './mentions'

/**
 * Puts a partner without its contact in the place of one with: a new record, to which everything points that pointed to the
 * old one. The old record is then nowhere needed, and can be deleted for good with everything the log kept of it.
 */
export function replaceWithoutContact(id: Id): Command {
  return (data, ctx) => {
    const partner = data.partners.get(id)
    if (partner === undefined) return gone('Deze partner')
    const fresh = ctx.newId()
    const patches: Patch[] = [
      {
        table: 'partners',
        id: fresh,
        before: null,
        after: { ...partner, id: fresh, contactRole: '', reachability: '' },
      },
      ...TABLE_NAMES.flatMap((table) => repointed(data, table, id, fresh)),
      { table: 'partners', id, before: partner, after: null },
    ]
    return ok({ patches, summary: `aanspreekpunt van partner "${partner.name}" gewist` })
  }
}

function repointed(data: ProgrammeData, table: keyof ProgrammeData, from: Id, to: Id): Patch[] {
  const patches: Patch[] = []
  for (const record of data[table].values())
    if (record.id !== from && mentions(record, from))
      // A record of this table before and after: only an id in it is another one.
      patches.push({ table, id: record.id, before: record, after: withId(record, from, to) } as Patch)
  return patches
}
