import type { ProgrammeData } from '../../domain/model/programmeData'
import type { Result } from '../../domain/result'
import type { Vault } from '../crypto/vault'
import { deleteDatabase, programmeDatabase, programmesOnDisk } from '../database'
import { attempt } from '../failure'
import { createSession, openSession } from '../open'

/** No programme of a person is called so: theirs are UUIDs, or the name of the sample. */
const SCRATCH = 'proefherstel-'

/**
 * Puts a programme back the way a person would, in a place of its own: written, closed, opened again from the disk, and
 * read. Nothing of it stays.
 */
export async function restoredInScratch(data: ProgrammeData, vault: Vault): Promise<Result<ProgrammeData>> {
  const id = `${SCRATCH}${crypto.randomUUID()}`
  try {
    const created = await createSession(id, data, { who: 'Palet' }, { vault })
    if (!created.ok) return created
    await created.value.close()
    const opened = await openSession(id, { vault })
    if (!opened.ok) return opened
    const found = opened.value.data
    await opened.value.close()
    return { ok: true, value: found }
  } finally {
    await attempt(() => deleteDatabase(programmeDatabase(id)))
  }
}

/** What is left of a check that a power cut ended; it must not show up as a programme. */
export async function removeScratch(): Promise<void> {
  for (const id of await programmesOnDisk())
    if (id.startsWith(SCRATCH)) await attempt(() => deleteDatabase(programmeDatabase(id)))
}
