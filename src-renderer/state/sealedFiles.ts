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

/** What the dialog says that is about to be saved. */
export interface SealWords {
  readonly title: string
  readonly description: string
}

/** A file is about to be saved: with which passphrase, or without. */
export interface SealQuestion {
  readonly words: SealWords
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

/** The content of a file, and what it takes to seal something alike. */
export interface Unsealed {
  readonly content: Uint8Array
  /** Of the keyring in the file; null for a file that wasn't sealed. */
  readonly sealedAs: string | null
  /** What the person typed; null when the file opened without. */
  readonly passphrase: string | null
}

/**
 * The plain content of a file, sealed or not. What was sealed with the keys of this profile opens by itself; for another
 * file the person is asked. Null when they gave up.
 */
export async function unsealed(bytes: Uint8Array, fileName: string): Promise<Result<Uint8Array | null>> {
  const opened = await unsealedWith(bytes, fileName)
  return opened.ok ? ok(opened.value?.content ?? null) : opened
}

/** The same, with the way it opened. */
export async function unsealedWith(bytes: Uint8Array, fileName: string): Promise<Result<Unsealed | null>> {
  if (!isSealedFile(bytes)) return ok({ content: bytes, sealedAs: null, passphrase: null })
  const info = await inspectFile(bytes)
  if (!info.ok) return info
  const { keyringId, hasRecoveryKey } = info.value
  if (isUnlocked() && (await isOfThisProfile(keyringId))) {
    const opened = await openFile(bytes, { vault: theVault() })
    if (opened.ok) return ok({ content: opened.value, sealedAs: keyringId, passphrase: null })
    if (opened.error.code !== 'other-vault') return opened
  }
  return ask(bytes, fileName, keyringId, hasRecoveryKey)
}

async function isOfThisProfile(keyringId: string): Promise<boolean> {
  const own = await readKeyring()
  return own.ok && own.value?.id === keyringId
}

function ask(
  bytes: Uint8Array,
  fileName: string,
  keyringId: string,
  hasRecoveryKey: boolean,
): Promise<Result<Unsealed | null>> {
  unsealQuestion.value?.cancel()
  return new Promise((resolve) => {
    let open = true
    const finish = (result: Result<Unsealed | null>): void => {
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
        const passphrase = 'passphrase' in way ? way.passphrase : null
        finish(opened.ok ? ok({ content: opened.value, sealedAs: keyringId, passphrase }) : opened)
        return null
      },
      cancel: () => {
        finish(ok(null))
      },
    }
  })
}

/** Asks how a file is to be saved; null when the person gives up. */
export function askSeal(words: SealWords): Promise<SealChoice | null> {
  sealQuestion.value?.answer(null)
  return new Promise((resolve) => {
    sealQuestion.value = {
      words,
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
