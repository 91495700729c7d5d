import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Bytes } from '../data/crypto/bytes'
import {
  changePassphrase as changedPassphrase,
  createKeyring,
  hasKeychain as isOnKeychain,
  type Keyring,
  needsUpgrade,
  renewRecoveryKey,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
} from '../data/crypto/keyring'
import { openVault } from '../data/crypto/vault'
import { readKeyring, writeKeyring } from '../data/keyringStore'
import { anythingSealed, removeAllSealed } from '../data/withoutKeys'
import { type DomainError, ok, refuse, type Result } from '../domain/result'
import { deriveInWorker } from '../workers/kdf/deriveInWorker'
import { useAttempts } from './attempts'
import { dropVault, holdVault, theVault } from './heldVault'
import { addToKeychain, openFromKeychain, takeOffKeychain } from './keychain'

export { theVault }

/** `absent`: no passphrase was ever chosen here. `failed`: it can't be told, or the keys are gone while data is there. */
export type VaultStatus = 'unknown' | 'absent' | 'locked' | 'open' | 'failed'

/** Keys that are made but not kept yet: first the person has to have the recovery key on paper. */
export interface NewKeys {
  readonly recoveryKey: string
  keep(): Promise<Result<null>>
  cancel(): void
}

/** The recovery key was right. Palet opens once a new passphrase is chosen. */
export interface Recovery {
  finish(passphrase: string): Promise<Result<null>>
  cancel(): void
}

const KEYS_GONE: DomainError = {
  code: 'keys-gone',
  message:
    'Op deze computer staan versleutelde gegevens van Palet, maar de sleutels zijn weg. Zonder die sleutels kan niemand de gegevens openen, ook niet met uw wachtzin.',
}

const tooSoon = (seconds: number): Result<never> =>
  refuse('vault-wait', `Probeer het over ${String(seconds)} seconden opnieuw.`)

/** Locked or open, and every change of the keys. Locking itself is in `lock.ts`. */
export const useVault = defineStore('vault', () => {
  const status = shallowRef<VaultStatus>('unknown')
  const failure = shallowRef<DomainError | null>(null)
  const keyring = shallowRef<Keyring | null>(null)
  const attempts = useAttempts()
  const onKeychain = computed(() => keyring.value !== null && isOnKeychain(keyring.value))
  /** Set while something waits for a passphrase to be chosen for the first time. */
  const asking = shallowRef<((made: boolean) => void) | null>(null)

  /** Called once, before the first screen. */
  async function look(): Promise<void> {
    const found = await readKeyring()
    if (!found.ok) {
      fail(found.error)
      return
    }
    // A new passphrase over data of old keys would make that data look lost by accident.
    const left = found.value === null ? await anythingSealed() : ok(false)
    if (!left.ok || left.value) {
      fail(left.ok ? KEYS_GONE : left.error)
      return
    }
    failure.value = null
    keyring.value = found.value
    status.value = found.value === null ? 'absent' : 'locked'
    if (found.value !== null) await attempts.load()
  }

  function fail(error: DomainError): void {
    failure.value = error
    status.value = 'failed'
  }

  /** Gives up data that nobody can open any more, so that there can be a new beginning. */
  async function startOver(): Promise<void> {
    const removed = await removeAllSealed()
    if (removed.ok) await look()
    else fail(removed.error)
  }

  async function openWith(dataKey: Bytes): Promise<void> {
    holdVault(await openVault(dataKey))
    status.value = 'open'
  }

  async function keep(next: Keyring): Promise<Result<null>> {
    const written = await writeKeyring(next)
    if (written.ok) keyring.value = next
    return written
  }

  /** True when data may be kept. The first time, the person is asked to choose a passphrase before it goes on. */
  function ready(): Promise<boolean> {
    if (status.value === 'open') return Promise.resolve(true)
    if (status.value !== 'absent') return Promise.resolve(false)
    asking.value?.(false)
    return new Promise((resolve) => {
      asking.value = (made) => {
        asking.value = null
        resolve(made)
      }
    })
  }

  async function setUp(passphrase: string): Promise<Result<NewKeys>> {
    if (status.value !== 'absent') return refuse('vault-present', 'Er is al een wachtzin gekozen.')
    const made = await createKeyring(passphrase, deriveInWorker)
    return ok(
      waiting(made.dataKey, made.recoveryKey, async () => {
        const kept = await keep(made.keyring)
        if (kept.ok) await openWith(made.dataKey)
        return kept
      }),
    )
  }

  /** The data key of a right passphrase. Wrong tries are counted, also while unlocked. */
  async function dataKeyOf(passphrase: string): Promise<Result<Bytes>> {
    if (keyring.value === null) return refuse('vault-absent', 'Er is nog geen wachtzin gekozen.')
    if (attempts.secondsLeft.value > 0) return tooSoon(attempts.secondsLeft.value)
    await attempts.begin()
    const opened = await unlockWithPassphrase(keyring.value, passphrase, deriveInWorker)
    if (opened.ok) await attempts.right()
    else attempts.wrong()
    return opened
  }

  async function unlock(passphrase: string): Promise<Result<null>> {
    const key = await dataKeyOf(passphrase)
    if (!key.ok) return key
    const copy = keyring.value !== null && needsUpgrade(keyring.value) ? key.value.slice() : null
    await openWith(key.value)
    if (copy !== null) void strengthen(passphrase, copy)
    return ok(null)
  }

  /**
   * The slot was made with less than today's cost: the same passphrase gets a new one, beside the person. When that
   * fails, the old slot still opens and the next unlock tries again.
   */
  async function strengthen(passphrase: string, dataKey: Bytes): Promise<void> {
    const before = keyring.value
    try {
      if (before === null) return
      const next = await changedPassphrase(before, dataKey, passphrase, deriveInWorker)
      // Whatever was changed meanwhile counts.
      if (keyring.value === before) await keep(next)
    } catch {
      // No memory for it now.
    } finally {
      dataKey.fill(0)
    }
  }

  async function recover(recoveryKey: string): Promise<Result<Recovery>> {
    const before = keyring.value
    if (before === null) return refuse('vault-absent', 'Er is nog geen wachtzin gekozen.')
    const opened = await unlockWithRecoveryKey(before, recoveryKey)
    if (!opened.ok) return opened
    const dataKey = opened.value
    return ok({
      async finish(passphrase) {
        const kept = await keep(await changedPassphrase(before, dataKey, passphrase, deriveInWorker))
        if (!kept.ok) return kept
        await attempts.right()
        await openWith(dataKey)
        return ok(null)
      },
      cancel: () => dataKey.fill(0),
    })
  }

  async function unlockWithKeychain(): Promise<Result<null>> {
    if (keyring.value === null) return refuse('vault-absent', 'Er is nog geen wachtzin gekozen.')
    const opened = await openFromKeychain(keyring.value)
    if (!opened.ok) return opened
    await openWith(opened.value)
    return ok(null)
  }

  /** Changes the keyring with the data key that the passphrase gives; that key is wiped afterwards. */
  async function changing(
    passphrase: string,
    change: (ring: Keyring, dataKey: Bytes) => Promise<Result<Keyring>>,
  ): Promise<Result<null>> {
    const key = await dataKeyOf(passphrase)
    if (!key.ok) return key
    try {
      if (keyring.value === null) return refuse('vault-absent', 'Er is nog geen wachtzin gekozen.')
      const next = await change(keyring.value, key.value)
      return next.ok ? await keep(next.value) : next
    } finally {
      key.value.fill(0)
    }
  }

  const changePassphrase = (current: string, next: string): Promise<Result<null>> =>
    changing(current, async (ring, dataKey) =>
      ok(await changedPassphrase(ring, dataKey, next, deriveInWorker)),
    )

  /** A new recovery key; the old one works until this one is kept. */
  async function newRecoveryKey(passphrase: string): Promise<Result<NewKeys>> {
    const before = keyring.value
    const key = await dataKeyOf(passphrase)
    if (!key.ok) return key
    if (before === null) return refuse('vault-absent', 'Er is nog geen wachtzin gekozen.')
    const made = await renewRecoveryKey(before, key.value)
    return ok(waiting(key.value, made.recoveryKey, () => keep(made.keyring)))
  }

  const turnKeychainOn = (passphrase: string): Promise<Result<null>> => changing(passphrase, addToKeychain)

  async function turnKeychainOff(): Promise<Result<null>> {
    if (keyring.value === null) return ok(null)
    return keep(takeOffKeychain(keyring.value))
  }

  function closeNow(): void {
    dropVault()
    // Not `locked` yet: first the main process puts a fresh page in the place of this one.
    status.value = 'unknown'
  }

  return {
    status,
    failure,
    asking,
    onKeychain,
    secondsLeft: attempts.secondsLeft,
    look,
    startOver,
    ready,
    setUp,
    unlock,
    recover,
    unlockWithKeychain,
    changePassphrase,
    newRecoveryKey,
    turnKeychainOn,
    turnKeychainOff,
    closeNow,
  }
})

/** Keys in waiting: the data key is wiped as soon as they are kept or given up. */
function waiting(dataKey: Bytes, recoveryKey: string, keep: () => Promise<Result<null>>): NewKeys {
  return {
    recoveryKey,
    async keep() {
      const kept = await keep()
      if (kept.ok) dataKey.fill(0)
      return kept
    },
    cancel: () => dataKey.fill(0),
  }
}
