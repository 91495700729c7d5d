import type { Id } from '../domain/model/entities'
import type { Result } from '../domain/result'
import { useDrafts } from './drafts'
import { useProgramme } from './programme'
import { forgetProgrammeSettings } from './programmeSettings'
import { useProgrammes } from './programmes'

/** Removes a programme from this computer, with what stood unsaved in its forms and what was set about it. */
export async function removeProgramme(id: Id): Promise<Result<null>> {
  const programme = useProgramme()
  if (programme.id === id) await programme.close()
  const removed = await useProgrammes().remove(id)
  if (!removed.ok) return removed
  await useDrafts().forgetAll(id)
  await forgetProgrammeSettings(id)
  return removed
}
