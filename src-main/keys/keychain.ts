import type { KeychainStatus } from '../contract'
import { BridgeFailure } from '../files/failure'

/** As much of Electron's safeStorage as is needed here. */
export interface SecretStorage {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(sealed: Buffer): string
  /** Linux only. An engine without it has no plain text to fall back on either: available there means real. */
  getSelectedStorageBackend?(): string
}

/** On Linux, only these ask a person's login before they give a secret away. Whatever is new is refused first. */
const REAL_BACKENDS: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])

const NO_KEYCHAIN =
  'Deze computer biedt geen sleutelhanger aan waarin een sleutel veilig ligt. Ontgrendel Palet met uw wachtzin.'
const PLAIN_TEXT =
  'De sleutelhanger van deze computer bewaart geheimen leesbaar op de schijf. Palet zet er daarom niets in. ' +
  'Ontgrendel Palet met uw wachtzin.'
const NOT_SEALED =
  'De sleutelhanger van deze computer nam de sleutel niet aan. Ontgrendel Palet met uw wachtzin.'
const NOT_OPENED =
  'De sleutelhanger van deze computer gaf de sleutel niet terug. Ontgrendel Palet met uw wachtzin en zet de ' +
  'sleutelhanger daarna opnieuw aan.'

/** Marks what is ours: the keychain of the engine must not open anything else for the page. */
const MARK = 'palet-sleutel-1:'

/** The keychain of the system, refused where it would be no more than a text file. */
export class Keychain {
  readonly #storage: SecretStorage
  readonly #platform: NodeJS.Platform

  constructor(storage: SecretStorage, platform: NodeJS.Platform) {
    this.#storage = storage
    this.#platform = platform
  }

  status(): KeychainStatus {
    const reason = this.#refusal()
    return { available: reason === null, reason }
  }

  seal(secret: string): string {
    this.#insist()
    try {
      return this.#storage.encryptString(MARK + secret).toString('base64')
    } catch {
      throw new BridgeFailure('keychain-failed', NOT_SEALED)
    }
  }

  open(sealed: string): string {
    this.#insist()
    const plain = this.#decrypted(sealed)
    if (!plain?.startsWith(MARK)) throw new BridgeFailure('keychain-failed', NOT_OPENED)
    return plain.slice(MARK.length)
  }

  #decrypted(sealed: string): string | null {
    try {
      return this.#storage.decryptString(Buffer.from(sealed, 'base64'))
    } catch {
      return null
    }
  }

  #insist(): void {
    const reason = this.#refusal()
    if (reason !== null) throw new BridgeFailure('keychain-unavailable', reason)
  }

  #refusal(): string | null {
    if (this.#platform === 'linux' && this.#storage.getSelectedStorageBackend) {
      const backend = this.#storage.getSelectedStorageBackend()
      if (backend === 'basic_text') return PLAIN_TEXT
      if (!REAL_BACKENDS.has(backend)) return NO_KEYCHAIN
    }
    return this.#storage.isEncryptionAvailable() ? null : NO_KEYCHAIN
  }
}
