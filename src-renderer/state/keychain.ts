import { type Bytes, fromBase64, toBase64 } from '../data/crypto/bytes'
import {
  addKeychain,
  keepSealedSecret,
  type Keyring,
  removeKeychain,
  unlockWithKeychain,
} from '../data/crypto/keyring'
import { ok, refuse, type Result } from '../domain/result'
import * as platform from '../platform'

export interface KeychainStatus {
  readonly available: boolean
  /** Dutch: why the keychain of this computer is refused. */
  readonly reason: string | null
}

export async function keychainStatus(): Promise<KeychainStatus> {
  const answer = await platform.keychainStatus()
  return answer.ok ? answer.value : { available: false, reason: answer.error.message }
}

/** Lets the keychain of the system seal a secret that opens the keyring. */
export async function addToKeychain(ring: Keyring, dataKey: Bytes): Promise<Result<Keyring>> {
  const { keyring, secret } = await addKeychain(ring, dataKey)
  const sealed = await platform.keychainSeal(toBase64(secret))
  secret.fill(0)
  return sealed.ok
    ? ok(keepSealedSecret(keyring, sealed.value.sealed))
    : refuse(sealed.error.code, sealed.error.message)
}

export const takeOffKeychain = removeKeychain

export async function openFromKeychain(ring: Keyring): Promise<Result<Bytes>> {
  const sealed = ring.keychain?.sealedSecret ?? null
  const opened = sealed === null ? null : await platform.keychainOpen(sealed)
  const secret = opened?.ok === true ? fromBase64(opened.value.secret) : null
  return secret === null
    ? refuse(
        'keychain-silent',
        'De sleutelhanger van deze computer geeft de sleutel niet meer. Gebruik uw wachtzin.',
      )
    : unlockWithKeychain(ring, secret)
}
