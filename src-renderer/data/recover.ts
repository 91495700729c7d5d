import { programmeOf } from '../domain/model/programmeData'
import type { Catalogue } from './catalogue'
import { programmesOnDisk } from './database'
import { openSession, type StoreOptions } from './open'

/**
 * Puts programmes in the list that are on disk but not in it, as after a power cut between making one and listing it.
 * What can't be opened is left as it is.
 */
export async function relistLost(catalogue: Catalogue, options: StoreOptions): Promise<number> {
  const listed = new Set((await catalogue.list()).map((entry) => entry.id))
  let found = 0
  for (const id of await programmesOnDisk()) {
    if (listed.has(id)) continue
    const opened = await openSession(id, options)
    if (!opened.ok) continue
    const { name, region, example } = programmeOf(opened.value.data)
    const at = opened.value.savedAt
    await catalogue.put({ id, name, region, example, createdAt: at, lastOpenedAt: at })
    await opened.value.close()
    found += 1
  }
  return found
}
