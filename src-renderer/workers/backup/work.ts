import { type Bytes, sha256, toHex, toUtf8 } from '../../data/crypto/bytes'
import type { Keyring } from '../../data/crypto/keyring'
import { openFile, sealFile } from '../../data/crypto/sealedFile'
import type { Vault } from '../../data/crypto/vault'
import type { ProgrammeData } from '../../domain/model/programmeData'
import { ok, type Result } from '../../domain/result'
import { type PaletStamp, parsePalet, serialisePalet } from '../../exchange'

/** What seals a backup: the ways in of this profile, and its key for files. */
export interface BackupLock {
  readonly keyring: Keyring
  readonly dataKeyKey: CryptoKey
}

export interface MadeBackup {
  /** Sealed, as it goes to disk. */
  readonly bytes: Bytes
  /** SHA-256 of the content, hexadecimal: the same content with the same stamp has the same digest. */
  readonly digest: string
}

const contentOf = (data: ProgrammeData, stamp: PaletStamp): Bytes => toUtf8(serialisePalet(data, stamp))

export async function digestOf(data: ProgrammeData, stamp: PaletStamp): Promise<string> {
  return toHex(await sha256(contentOf(data, stamp)))
}

export async function makeBackup(
  data: ProgrammeData,
  stamp: PaletStamp,
  lock: BackupLock,
): Promise<MadeBackup> {
  const plain = contentOf(data, stamp)
  return { digest: toHex(await sha256(plain)), bytes: await sealFile(plain, lock) }
}

/** Opens a backup, reads it as the person would, and tells the digest of what was read. */
export async function readBackup(bytes: Bytes, dataKeyKey: CryptoKey): Promise<Result<string>> {
  const vault: Vault = { keyFor: () => Promise.resolve(dataKeyKey), close: () => undefined }
  const opened = await openFile(bytes, { vault })
  if (!opened.ok) return opened
  const parsed = parsePalet(opened.value)
  if (!parsed.ok) return parsed
  const { data, savedAt, programmeId } = parsed.value
  return ok(await digestOf(data, { savedAt, programmeId }))
}
