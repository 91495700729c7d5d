import { ok, refuse, type Result } from '../../domain/result'
import { type Bytes, fromBase64, randomBytes, sameBytes, sha256, toBase64, toHex, toUtf8 } from './bytes'
import {
  checkParameters,
  type DeriveKey,
  freshParameters,
  isWeaker,
  type KdfParameters,
  parametersText,
} from './kdfParameters'
import { formatRecoveryKey, newRecoverySecret, parseRecoveryKey } from './recoveryKey'
import { openBytes, sealBytes } from './seal'

export type SlotKind = 'passphrase' | 'recovery' | 'keychain'

/** One way in: the data key, wrapped under a key that only the holder of the secret can make. */
export interface Slot {
  /** Base64 of the sealed data key. */
  readonly wrapped: string
  /** Over everything the slot depends on: tells a damaged slot from a wrong passphrase. Protects nothing. */
  readonly checksum: string
}
export interface PassphraseSlot extends Slot {
  readonly kdf: KdfParameters
}
export interface KeychainSlot extends Slot {
  /** The secret as the keychain of the system sealed it, kept here because it is needed while locked. */
  readonly sealedSecret: string | null
}

/** All ways to the one data key. Holds no secret itself. */
export interface Keyring {
  readonly version: 1
  readonly id: string
  readonly passphrase: PassphraseSlot
  readonly recovery: Slot | null
  readonly keychain: KeychainSlot | null
}

export const DATA_KEY_LENGTH = 32
const KEYCHAIN_SECRET_LENGTH = 32

const DAMAGED: Readonly<Record<SlotKind, string>> = {
  passphrase:
    'Het slot van de wachtzin is beschadigd. De wachtzin kan goed zijn en toch niet werken. Gebruik de herstelsleutel op papier.',
  recovery:
    'Het slot van de herstelsleutel is beschadigd. De sleutel kan goed zijn en toch niet werken. Gebruik de wachtzin.',
  keychain: 'De sleutel bij uw computeraccount is beschadigd. Gebruik de wachtzin.',
}
const WRONG: Readonly<Record<SlotKind, readonly [code: string, message: string]>> = {
  passphrase: ['wrong-passphrase', 'Deze wachtzin past niet. Let op hoofdletters en spaties.'],
  recovery: [
    'wrong-recovery-key',
    'Deze herstelsleutel past niet. Misschien is er later een nieuwe gemaakt.',
  ],
  keychain: ['wrong-keychain-key', 'De sleutel bij uw computeraccount past niet meer. Gebruik de wachtzin.'],
}

/** A new data key with a passphrase and a recovery key. The caller wipes the data key (`openVault` does). */
export async function createKeyring(
  passphrase: string,
  derive: DeriveKey,
): Promise<{ keyring: Keyring; dataKey: Bytes; recoveryKey: string }> {
  const dataKey = randomBytes(DATA_KEY_LENGTH)
  const bare = await keyringFor(passphrase, dataKey, derive)
  return { ...(await renewRecoveryKey(bare, dataKey)), dataKey }
}

/** A keyring with a passphrase only, as a sealed file of its own has. */
export async function keyringFor(passphrase: string, dataKey: Bytes, derive: DeriveKey): Promise<Keyring> {
  const id = toHex(randomBytes(16))
  const slot = await passphraseSlot(id, passphrase, dataKey, derive)
  return { version: 1, id, passphrase: slot, recovery: null, keychain: null }
}

/** Only the new passphrase opens after this. The same passphrase gives the slot today's parameters. */
export async function changePassphrase(
  keyring: Keyring,
  dataKey: Bytes,
  next: string,
  derive: DeriveKey,
): Promise<Keyring> {
  return { ...keyring, passphrase: await passphraseSlot(keyring.id, next, dataKey, derive) }
}

/** Only the new recovery key opens after this. */
export async function renewRecoveryKey(
  keyring: Keyring,
  dataKey: Bytes,
): Promise<{ keyring: Keyring; recoveryKey: string }> {
  const secret = newRecoverySecret()
  const recoveryKey = formatRecoveryKey(secret)
  const recovery = await wrap(keyring.id, 'recovery', null, secret, dataKey)
  return { keyring: { ...keyring, recovery }, recoveryKey }
}

/** A new way in for the keychain of the system, which is to seal the secret. The old one stops working. */
export async function addKeychain(
  keyring: Keyring,
  dataKey: Bytes,
): Promise<{ keyring: Keyring; secret: Bytes }> {
  const secret = randomBytes(KEYCHAIN_SECRET_LENGTH)
  const slot = await wrap(keyring.id, 'keychain', null, Uint8Array.from(secret), dataKey)
  return { keyring: { ...keyring, keychain: { ...slot, sealedSecret: null } }, secret }
}

/** Puts what the keychain made of the secret beside its slot. */
export const keepSealedSecret = (keyring: Keyring, sealedSecret: string): Keyring =>
  keyring.keychain === null ? keyring : { ...keyring, keychain: { ...keyring.keychain, sealedSecret } }

export const removeKeychain = (keyring: Keyring): Keyring => ({ ...keyring, keychain: null })

export const hasKeychain = (keyring: Keyring): boolean => keyring.keychain !== null

/** True when the passphrase slot was made with less than today's parameters. */
export const needsUpgrade = (keyring: Keyring): boolean => isWeaker(keyring.passphrase.kdf)

export async function unlockWithPassphrase(
  keyring: Keyring,
  passphrase: string,
  derive: DeriveKey,
): Promise<Result<Bytes>> {
  const { kdf } = keyring.passphrase
  const allowed = checkParameters(kdf)
  if (!allowed.ok) return allowed
  const whole = await checkSlot(keyring.id, 'passphrase', kdf, keyring.passphrase)
  if (!whole.ok) return whole
  let secret: Bytes
  try {
    secret = await derive(passphrase.normalize('NFC'), kdf)
  } catch {
    return refuse(
      'kdf-failed',
      'Er is niet genoeg werkgeheugen om de wachtzin te controleren. Sluit andere programma’s en probeer het opnieuw.',
    )
  }
  return unwrap(keyring.id, 'passphrase', kdf, secret, keyring.passphrase)
}

/** Takes the recovery key as a person typed it. */
export async function unlockWithRecoveryKey(keyring: Keyring, text: string): Promise<Result<Bytes>> {
  const secret = parseRecoveryKey(text)
  if (!secret.ok) return secret
  if (keyring.recovery === null)
    return refuse('no-recovery-key', 'Hier is geen herstelsleutel voor gemaakt. Gebruik de wachtzin.')
  const whole = await checkSlot(keyring.id, 'recovery', null, keyring.recovery)
  if (!whole.ok) return whole
  return unwrap(keyring.id, 'recovery', null, secret.value, keyring.recovery)
}

/** Wipes the secret. */
export async function unlockWithKeychain(keyring: Keyring, secret: Bytes): Promise<Result<Bytes>> {
  if (keyring.keychain === null)
    return refuse('no-keychain', 'Openen met uw computeraccount staat uit. Gebruik de wachtzin.')
  const whole = await checkSlot(keyring.id, 'keychain', null, keyring.keychain)
  if (!whole.ok) return whole
  return unwrap(keyring.id, 'keychain', null, secret, keyring.keychain)
}

async function passphraseSlot(
  id: string,
  passphrase: string,
  dataKey: Bytes,
  derive: DeriveKey,
): Promise<PassphraseSlot> {
  const kdf = freshParameters()
  const secret = await derive(passphrase.normalize('NFC'), kdf)
  return { kdf, ...(await wrap(id, 'passphrase', kdf, secret, dataKey)) }
}

/** The place a wrapped key belongs to: a slot of another keyring, kind or cost doesn't open here. */
function placeOf(id: string, kind: SlotKind, kdf: KdfParameters | null): string {
  const place = `palet/keyring/1/${id}/${kind}`
  return kdf === null ? place : `${place}/${parametersText(kdf)}`
}

async function slotKey(id: string, kind: SlotKind, secret: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  secret.fill(0)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: toUtf8(id), info: toUtf8(`palet/slot/${kind}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function checksumOf(place: string, wrapped: string): Promise<string> {
  return toBase64((await sha256(toUtf8(`${place}/${wrapped}`))).subarray(0, 12))
}

/** Wipes the secret. */
async function wrap(
  id: string,
  kind: SlotKind,
  kdf: KdfParameters | null,
  secret: Bytes,
  dataKey: Bytes,
): Promise<Slot> {
  const place = placeOf(id, kind, kdf)
  const wrapped = toBase64(await sealBytes(await slotKey(id, kind, secret), dataKey, place))
  return { wrapped, checksum: await checksumOf(place, wrapped) }
}

async function checkSlot(
  id: string,
  kind: SlotKind,
  kdf: KdfParameters | null,
  slot: Slot,
): Promise<Result<null>> {
  const expected = await checksumOf(placeOf(id, kind, kdf), slot.wrapped)
  return sameBytes(toUtf8(expected), toUtf8(slot.checksum))
    ? ok(null)
    : refuse(`${kind}-slot-damaged`, DAMAGED[kind])
}

/** Wipes the secret. */
async function unwrap(
  id: string,
  kind: SlotKind,
  kdf: KdfParameters | null,
  secret: Bytes,
  slot: Slot,
): Promise<Result<Bytes>> {
  const sealed = fromBase64(slot.wrapped)
  if (sealed === null) return refuse(`${kind}-slot-damaged`, DAMAGED[kind])
  const key = await slotKey(id, kind, secret)
  try {
    return ok(await openBytes(key, sealed, placeOf(id, kind, kdf)))
  } catch {
    return refuse(...WRONG[kind])
  }
}
