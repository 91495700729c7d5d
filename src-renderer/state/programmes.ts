import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { type Catalogue, openCatalogue, type ProgrammeEntry } from '../data/catalogue'
import { removeScratch } from '../data/backup/scratch'
import { attempt } from '../data/failure'
import { relistLost } from '../data/recover'
import type { Id } from '../domain/model/entities'
import type { Result } from '../domain/result'
import { vaultOrRefusal } from './heldVault'

let catalogue: Promise<Result<Catalogue>> | null = null

/** The catalogue is opened once; after a refusal the next call tries again. */
export async function theCatalogue(): Promise<Result<Catalogue>> {
  catalogue ??= openAndCheck()
  const opened = await catalogue
  if (!opened.ok) catalogue = null
  return opened
}

async function openAndCheck(): Promise<Result<Catalogue>> {
  const vault = await vaultOrRefusal()
  if (!vault.ok) return vault
  const opened = await openCatalogue(vault.value)
  if (opened.ok) {
    await attempt(removeScratch)
    await attempt(() => relistLost(opened.value, { vault: vault.value }))
  }
  return opened
}

/** The programmes on this computer, last opened first. */
export const useProgrammes = defineStore('programmes', () => {
  const entries = shallowRef<readonly ProgrammeEntry[]>([])
  /** False until the list was read for the first time: then an empty list really means: no programmes. */
  const loaded = shallowRef(false)

  async function refresh(): Promise<Result<readonly ProgrammeEntry[]>> {
    const opened = await theCatalogue()
    if (!opened.ok) return opened
    const listed = await attempt(() => opened.value.list())
    if (!listed.ok) return listed
    entries.value = listed.value
    loaded.value = true
    return listed
  }

  /** A list that can't be written costs no work: what is missing is listed again at the next start. */
  async function put(entry: ProgrammeEntry): Promise<void> {
    const opened = await theCatalogue()
    if (!opened.ok) return
    await attempt(() => opened.value.put(entry))
    await refresh()
  }

  /** Removes a programme for good. Close it first when it is open. */
  async function remove(id: Id): Promise<Result<null>> {
    const opened = await theCatalogue()
    if (!opened.ok) return opened
    const removed = await opened.value.remove(id)
    await refresh()
    return removed
  }

  return { entries, loaded, refresh, put, remove }
})
