import { type Bytes, concat, randomBytes, toUtf8 } from './bytes'

/** What was sealed can't be opened: other key, other place, or changed. Which of the three can't be known. */
export class SealBroken extends Error {
  constructor() {
    super('sealed bytes do not open')
    this.name = 'SealBroken'
  }
}

/** First byte of everything sealed, so that a later way of sealing can be told apart. */
const FORM = 1
const NONCE_LENGTH = 12
const TAG_LENGTH = 16
/** How many bytes sealing adds. */
export const SEAL_OVERHEAD = 1 + NONCE_LENGTH + TAG_LENGTH

/**
 * Seals bytes with AES-256-GCM: form (1 byte), nonce (12, random), ciphertext with tag. They open only with the same key
 * and the same `associated` text, which names the place they belong to (store, table, number, version), so that sealed
 * pieces can't be swapped. A random nonce of 96 bits is safe far beyond the number of writes of one key in a lifetime.
 */
export async function sealBytes(key: CryptoKey, plain: Bytes, associated: string): Promise<Bytes> {
  const nonce = randomBytes(NONCE_LENGTH)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: toUtf8(associated) },
    key,
    plain,
  )
  return concat(Uint8Array.of(FORM), nonce, new Uint8Array(sealed))
}

/** Throws {@link SealBroken} when the bytes are not what was sealed with this key for this place. */
export async function openBytes(key: CryptoKey, sealed: Uint8Array, associated: string): Promise<Bytes> {
  if (sealed.length < SEAL_OVERHEAD || sealed[0] !== FORM) throw new SealBroken()
  const own = sealed.slice(1)
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: own.subarray(0, NONCE_LENGTH), additionalData: toUtf8(associated) },
      key,
      own.subarray(NONCE_LENGTH),
    )
    return new Uint8Array(plain)
  } catch {
    throw new SealBroken()
  }
}

export async function importSealKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
