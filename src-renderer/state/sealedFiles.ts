import { shallowRef } from 'vue'
import type { Bytes } from '../data/crypto/bytes'
import { inspectFile, isSealedFile, openFile, sealFile } from '../data/crypto/sealedFile'
import { readKeyring } from '../data/keyringStore'
import { ok, type Result } from '../domain/result'
import { deriveInWorker } from '../workers/kdf/deriveInWorker'
import { isUnlocked, theVault } from './heldVault'

/** A sealed file asks for its passphrase; the dialog stays until it fits or the person gives up. */
export interface UnsealQuestion {
  readonly fileName: string
  readonly hasRecoveryKey: boolean
  /** The Dutch refusal to show in the dialog, or null when the dialog is done. */
  attempt(way: UnsealWay): Promise<string | null>
  cancel(): void
}

export type UnsealWay = { readonly passphrase: string } | { readonly recoveryKey: string }

/** A copy is about to be saved: with which passphrase, or without. */
export interface SealQuestion {
  readonly programmeName: string
  answer(choice: SealChoice | null): void
}

export type SealChoice = { readonly passphrase: string } | 'plain'

export const unsealQuestion = shallowRef<UnsealQuestion | null>(null)
export const sealQuestion = shallowRef<SealQuestion | null>(null)

/** Refusals after which another try makes sense. All others are about the file. */
const AGAIN: readonly string[] = [
  'wrong-passphrase',
  'wrong-recovery-key',
  'recovery-empty',
  'recovery-group',
  'recovery-length',
  'kdf-failed',
]

/**
 * The plain content of a file, sealed or not. What was sealed with the keys of this profile opens by itself; for another
 * file the person is asked. Null when they gave up.
 */
export async function unsealed(bytes: Uint8Array, fileName: string): Promise<Result<Uint8Array | null>> {
  if (!isSealedFile(bytes)) return ok(bytes)
  const info = await inspectFile(bytes)
  if (!info.ok) return info
  if (isUnlocked() && (await isOfThisProfile(info.value.keyringId))) {
    const opened = await openFile(bytes, { vault: theVault() })
    if (opened.ok || opened.error.code !== 'other-vault') return opened
  }
  return ask(bytes, fileName, info.value.hasRecoveryKey)
}

async function isOfThisProfile(keyringId: string): Promise<boolean> {
  const own = await readKeyring()
  return own.ok && own.value?.id === keyringId
}

function ask(bytes: Uint8Array, fileName: string, hasRecoveryKey: boolean): Promise<Result<Bytes | null>> {
  unsealQuestion.value?.cancel()
  return new Promise((resolve) => {
    let open = true
    const finish = (result: Result<Bytes | null>): void => {
      if (!open) return
      open = false
      unsealQuestion.value = null
      resolve(result)
    }
    unsealQuestion.value = {
      fileName,
      hasRecoveryKey,
      async attempt(way) {
        const opened = await openFile(
          bytes,
          'passphrase' in way ? { passphrase: way.passphrase, derive: deriveInWorker } : way,
        )
        if (!opened.ok && AGAIN.includes(opened.error.code)) return opened.error.message
        finish(opened)
        return null
      },
      cancel: () => {
        finish(ok(null))
      },
    }
  })
}

/** Asks how a copy is to be saved; null when the person gives up. */
export function askSeal(programmeName: string): Promise<SealChoice | null> {
  sealQuestion.value?.answer(null)
  return new Promise((resolve) => {
    sealQuestion.value = {
      programmeName,
      answer(choice) {
        sealQuestion.value = null
        resolve(choice)
      },
    }
  })
}

/** The bytes as they go to disk. */
export async function sealedAs(choice: SealChoice, plain: Bytes): Promise<Bytes> {
  if (choice === 'plain') return plain
  return sealFile(plain, { passphrase: choice.passphrase, derive: deriveInWorker })
}
