import { ok, refuse, type Result } from '../../domain/result'
import { type Bytes, concat, fromBase64, randomBytes, toBase64, toHex } from './bytes'
import type { DeriveKey } from './kdfParameters'
import {
  DATA_KEY_LENGTH,
  type Keyring,
  keyringFor,
  removeKeychain,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
} from './keyring'
import { importSealKey, openBytes, SEAL_OVERHEAD, sealBytes } from './seal'
import {
  chunkSizeFor,
  NOTHING_OPENED,
  partsOf,
  type ReadHeader,
  readHeader,
  type SealedHeader,
  writeHeader,
} from './sealedHeader'
import { openVault, type Vault } from './vault'

export { isSealedFile } from './sealedHeader'

/** The purpose of the key of the vault under which the keys of files are sealed: `vault.keyFor(FILE_PURPOSE)`. */
export const FILE_PURPOSE = 'file'

/** A passphrase of its own, or the ways in of this profile: then it opens without asking on this computer. */
export type FileLock =
  | { readonly passphrase: string; readonly derive: DeriveKey }
  | { readonly keyring: Keyring; readonly dataKeyKey: CryptoKey }

export type FileUnlock =
  | { readonly passphrase: string; readonly derive: DeriveKey }
  | { readonly recoveryKey: string }
  | { readonly vault: Vault }

export interface SealedFileInfo {
  /** Of the profile for a backup; of its own for a file with a passphrase of its own. */
  readonly keyringId: string
  readonly hasRecoveryKey: boolean
  /** Bytes of content. */
  readonly length: number
}

/** Seals content with a fresh key, in parts that only open in this file, in this order, and all together. */
export async function sealFile(plain: Bytes, lock: FileLock): Promise<Bytes> {
  const { keyring, key } =
    'keyring' in lock ? { keyring: lock.keyring, key: lock.dataKeyKey } : await own(lock)
  const raw = randomBytes(32)
  const fileKey = await importSealKey(raw)
  const header: SealedHeader = {
    chunkSize: chunkSizeFor(plain.length),
    fileKey: toBase64(await sealBytes(key, raw, fileKeyPlace(keyring))),
    // What opens only with the keychain of this computer is of no use elsewhere.
    keyring: removeKeychain(keyring),
    length: plain.length,
  }
  raw.fill(0)
  const { bytes, digest } = await writeHeader(header)
  const parts = partsOf(header)
  const sealed: Bytes[] = [bytes]
  for (let part = 1; part <= parts; part++) {
    const from = (part - 1) * header.chunkSize
    const piece = plain.subarray(from, from + header.chunkSize)
    sealed.push(await sealBytes(fileKey, piece, partPlace(digest, part, parts)))
  }
  return concat(...sealed)
}

async function own(lock: { readonly passphrase: string; readonly derive: DeriveKey }) {
  const dataKey = randomBytes(DATA_KEY_LENGTH)
  const keyring = await keyringFor(lock.passphrase, dataKey, lock.derive)
  const vault = await openVault(dataKey)
  return { keyring, key: await vault.keyFor(FILE_PURPOSE) }
}

/** What can be known without opening. Refuses what is damaged outside, cut off, or from a newer version. */
export async function inspectFile(bytes: Uint8Array): Promise<Result<SealedFileInfo>> {
  const header = await readHeader(bytes)
  if (!header.ok) return header
  const { keyring, length } = header.value
  return ok({ keyringId: keyring.id, hasRecoveryKey: keyring.recovery !== null, length })
}

/** The content, or which part of the file is damaged, or that this key doesn't fit. */
export async function openFile(bytes: Uint8Array, unlock: FileUnlock): Promise<Result<Bytes>> {
  const header = await readHeader(bytes)
  if (!header.ok) return header
  const key = await keyOf(header.value.keyring, unlock)
  if (!key.ok) return key
  const sealed = fromBase64(header.value.fileKey)
  if (sealed === null) return headerKeyBroken()
  let raw: Bytes
  try {
    raw = await openBytes(key.value, sealed, fileKeyPlace(header.value.keyring))
  } catch {
    return 'vault' in unlock
      ? refuse(
          'other-vault',
          'Dit bestand is gemaakt met een andere sleutel dan die van deze computer. Vul de wachtzin van toen in, of de herstelsleutel.',
        )
      : headerKeyBroken()
  }
  if (raw.length !== 32) return headerKeyBroken()
  const fileKey = await importSealKey(raw)
  raw.fill(0)
  return openParts(bytes, header.value, fileKey)
}

const headerKeyBroken = (): Result<never> =>
  refuse('sealed-header-damaged', `De sleutel in de kop van dit bestand is beschadigd. ${NOTHING_OPENED}`)

async function keyOf(keyring: Keyring, unlock: FileUnlock): Promise<Result<CryptoKey>> {
  if ('vault' in unlock) return ok(await unlock.vault.keyFor(FILE_PURPOSE))
  const dataKey =
    'passphrase' in unlock
      ? await unlockWithPassphrase(keyring, unlock.passphrase, unlock.derive)
      : await unlockWithRecoveryKey(keyring, unlock.recoveryKey)
  if (!dataKey.ok) return dataKey
  const vault = await openVault(dataKey.value)
  return ok(await vault.keyFor(FILE_PURPOSE))
}

/** Goes through all parts, so that the message names every damaged one. */
async function openParts(bytes: Uint8Array, header: ReadHeader, fileKey: CryptoKey): Promise<Result<Bytes>> {
  const parts = partsOf(header)
  const plain = new Uint8Array(header.length)
  const damaged: number[] = []
  let at = header.start
  for (let part = 1; part <= parts; part++) {
    const from = (part - 1) * header.chunkSize
    const length = Math.min(header.chunkSize, header.length - from) + SEAL_OVERHEAD
    try {
      plain.set(
        await openBytes(fileKey, bytes.subarray(at, at + length), partPlace(header.digest, part, parts)),
        from,
      )
    } catch {
      damaged.push(part)
    }
    at += length
  }
  return damaged.length === 0 ? ok(plain) : refuse('sealed-part-damaged', damagedText(damaged, parts))
}

const NAMED = 5

function damagedText(damaged: readonly number[], parts: number): string {
  if (damaged.length === 1)
    return `Deel ${String(damaged[0])} van ${String(parts)} van het bestand is beschadigd. ${NOTHING_OPENED}`
  const named = damaged.slice(0, NAMED).map(String)
  const rest = damaged.length - named.length
  const last = rest > 0 ? `nog ${String(rest)}` : (named.pop() ?? '')
  return `De delen ${named.join(', ')} en ${last} van ${String(parts)} van het bestand zijn beschadigd of staan niet op hun plaats. ${NOTHING_OPENED}`
}

const fileKeyPlace = (keyring: Keyring): string => `palet/file-key/1/${keyring.id}`

/** The place of one part: this file, this number, and whether it is the last. */
const partPlace = (digest: Bytes, part: number, parts: number): string =>
  `palet/file/1/${toHex(digest)}/${String(part)}/${part === parts ? 'last' : 'more'}`
