import { type Bytes, toUtf8 } from './bytes'

/** The one data key of this profile while it is unlocked. Parts of the store get keys of their own out of it. */
export interface Vault {
  /** The key for one purpose, such as `programme/<id>`: always the same, and it can't be read out. */
  keyFor(purpose: string): Promise<CryptoKey>
  /** Forgets everything; any use after this is refused. */
  close(): void
}

export class VaultClosed extends Error {
  constructor() {
    super('the vault is locked')
    this.name = 'VaultClosed'
  }
}

/** Opens a vault on the data key (32 bytes). The bytes given are wiped: only keys that can't be read out stay. */
export async function openVault(dataKey: Bytes): Promise<Vault> {
  let base: CryptoKey | null = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  dataKey.fill(0)
  const known = new Map<string, Promise<CryptoKey>>()

  function keyFor(purpose: string): Promise<CryptoKey> {
    if (base === null) return Promise.reject(new VaultClosed())
    let key = known.get(purpose)
    if (key === undefined) {
      key = crypto.subtle.deriveKey(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: toUtf8(`palet/${purpose}`) },
        base,
        { name: 'AES-GCM', length: 256 },
        false,
        ['encrypt', 'decrypt'],
      )
      known.set(purpose, key)
    }
    return key
  }

  return {
    keyFor,
    close() {
      base = null
      known.clear()
    },
  }
}
