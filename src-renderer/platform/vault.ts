import type { Answer, KeychainStatus, LockReason, PaletBridge } from '@main/contract'
import { bridge } from './bridge'

type Nothing = Awaited<ReturnType<PaletBridge['vaultLocked']>>

/** Whether the system offers a keychain that really keeps secrets; if not, why not. */
export function keychainStatus(): Promise<Answer<KeychainStatus>> {
  return bridge().keychainStatus({})
}

/** Gives a secret (base64) to the keychain of the system. */
export function keychainSeal(secret: string): Promise<Answer<{ sealed: string }>> {
  return bridge().keychainSeal({ secret })
}

/** Opens what `keychainSeal` gave. */
export function keychainOpen(sealed: string): Promise<Answer<{ secret: string }>> {
  return bridge().keychainOpen({ sealed })
}

/** From now on the program watches for idleness, sleep and screen lock. Also called when the minutes change. */
export function vaultOpened(lockAfterMinutes: number | null): Promise<Nothing> {
  return bridge().vaultOpened({ lockAfterMinutes })
}

/** Everything is kept and the keys are gone. After the answer this page is replaced by a fresh one. */
export function vaultLocked(): Promise<Nothing> {
  return bridge().vaultLocked({})
}

/** The vault has to be locked now. Returns a function that ends the subscription. */
export function onLock(listener: (reason: LockReason) => void): () => void {
  return bridge().onLock(listener)
}
