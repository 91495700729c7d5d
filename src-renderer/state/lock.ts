import { nextTick } from 'vue'
import { attempt } from '../data/failure'
import * as platform from '../platform'
import { useDrafts } from './drafts'
import { useNotices } from './notices'
import { useProgramme } from './programme'
import { theCatalogue } from './programmes'
import { useVault } from './vault'

export type LockReason = 'person' | 'idle' | 'sleep' | 'screen'

/** Where the person was when Palet locked. */
export interface Place {
  readonly programmeId: string | null
  /** Path and query of the screen. */
  readonly address: string
}

const PLACE = 'resume'
const MINUTES = 'lockAfterMinutes'
/** An automatic lock waits this long for the disk, in milliseconds, and then locks anyway. */
const PATIENCE = 4_000
/** Outlives the reload, not the end of Palet: after locking, the keychain doesn't open by itself. */
const LOCKED_MARK = 'palet-locked'

export const LOCK_CHOICES = [5, 10, 15, 30, 60, null] as const
const DEFAULT_MINUTES = 15

let locking: Promise<boolean> | null = null

/** Keeps everything, forgets everything, and starts the page afresh: what is gone from memory can't be read. */
export function lock(reason: LockReason, address: string): Promise<boolean> {
  locking ??= lockNow(reason, address).finally(() => {
    locking = null
  })
  return locking
}

async function lockNow(reason: LockReason, address: string): Promise<boolean> {
  const vault = useVault()
  if (vault.status !== 'open') return false
  // Leaving a field is what settles its value.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await nextTick()
  const kept = await within(PATIENCE, keepAll(address))
  if (!kept && reason === 'person') {
    useDrafts().goOn()
    useNotices().show({
      kind: 'error',
      text: 'Palet is niet vergrendeld: wat u typte kan nu niet bewaard worden. Maak ruimte vrij op de schijf of bewaar eerst zelf.',
    })
    return false
  }
  await within(PATIENCE, closeAll())
  vault.closeNow()
  sessionStorage.setItem(LOCKED_MARK, reason)
  await platform.vaultLocked()
  return true
}

async function keepAll(address: string): Promise<boolean> {
  const programme = useProgramme()
  const drafts = await useDrafts().keepAll()
  await programme.settled()
  await writeSetting(PLACE, { programmeId: programme.id, address } satisfies Place)
  return drafts
}

async function closeAll(): Promise<boolean> {
  await useProgramme().close()
  const catalogue = await theCatalogue()
  if (catalogue.ok) catalogue.value.close()
  return true
}

function within(time: number, work: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => {
      resolve(false)
    }, time)
  })
  return Promise.race([work.catch(() => false), late])
}

/** Where the person was, once: after that it is forgotten. */
export async function takePlace(): Promise<Place | null> {
  const kept = await readSetting(PLACE)
  if (typeof kept !== 'object' || kept === null || !('address' in kept) || !('programmeId' in kept))
    return null
  await writeSetting(PLACE, null)
  const { address, programmeId } = kept
  return typeof address === 'string' && (typeof programmeId === 'string' || programmeId === null)
    ? { address, programmeId }
    : null
}

/** Why Palet locked in this run, or null at the first start. */
export const lockedFor = (): string | null => sessionStorage.getItem(LOCKED_MARK)

/** Minutes without anything being touched before Palet locks by itself; null is never. */
export async function lockAfterMinutes(): Promise<number | null> {
  const kept = await readSetting(MINUTES)
  if (kept === 'never') return null
  return LOCK_CHOICES.find((choice) => choice !== null && choice === kept) ?? DEFAULT_MINUTES
}

export async function setLockAfterMinutes(minutes: number | null): Promise<void> {
  await writeSetting(MINUTES, minutes ?? 'never')
  await platform.vaultOpened(minutes)
}

/** Starts watching for idle time, now that there is something to lock. */
export async function watchIdle(): Promise<void> {
  await platform.vaultOpened(await lockAfterMinutes())
}

async function readSetting(key: string): Promise<unknown> {
  const opened = await theCatalogue()
  if (!opened.ok) return null
  const kept = await attempt(() => opened.value.setting(key))
  return kept.ok ? kept.value : null
}

async function writeSetting(key: string, value: unknown): Promise<void> {
  const opened = await theCatalogue()
  if (opened.ok) await attempt(() => opened.value.setSetting(key, value))
}
