import { type Vault, VaultClosed } from '../data/crypto/vault'
import { attempt } from '../data/failure'
import type { Result } from '../domain/result'

let held: Vault | null = null

/** Keys of the store while Palet is unlocked. Throws VaultClosed while it is locked, or before a passphrase was chosen. */
export function theVault(): Vault {
  if (held === null) throw new VaultClosed()
  return held
}

/** The same as a value: a refusal in Dutch while Palet is locked. */
export const vaultOrRefusal = (): Promise<Result<Vault>> => attempt(() => Promise.resolve().then(theVault))

export const isUnlocked = (): boolean => held !== null

export function holdVault(vault: Vault): void {
  held?.close()
  held = vault
}

/** Forgets all keys. */
export function dropVault(): void {
  held?.close()
  held = null
}
