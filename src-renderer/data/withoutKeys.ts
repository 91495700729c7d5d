import type { Result } from '../domain/result'
import {
  CATALOGUE_DATABASE,
  deleteDatabase,
  programmeDatabase,
  programmesOnDisk,
  reserveDatabase,
  reservesOnDisk,
} from './database'
import { attempt } from './failure'

/** Whether there is sealed data in this profile. Without a keyring nobody can open it any more. */
export async function anythingSealed(): Promise<Result<boolean>> {
  return attempt(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    return names.includes(CATALOGUE_DATABASE) || (await programmesOnDisk()).length > 0
  })
}

/** Removes everything that is sealed, for a profile whose keys are gone for good. */
export async function removeAllSealed(): Promise<Result<null>> {
  return attempt(async () => {
    for (const { id, formatVersion } of await reservesOnDisk())
      await deleteDatabase(reserveDatabase(id, formatVersion))
    for (const id of await programmesOnDisk()) await deleteDatabase(programmeDatabase(id))
    await deleteDatabase(CATALOGUE_DATABASE)
    return null
  })
}
