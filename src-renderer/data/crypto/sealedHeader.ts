import { formatNumber, plural } from '../../domain/labels'
import { ok, refuse, type Result } from '../../domain/result'
import { canonicalJson } from '../../exchange/canonical'
import { type Bytes, concat, fromUtf8, sameBytes, sha256, toUtf8 } from './bytes'
import { checkParameters } from './kdfParameters'
import type { Keyring } from './keyring'
import { parseKeyring } from './parseKeyring'
import { SEAL_OVERHEAD } from './seal'

/**
 * The outside of a sealed file, as the README lays it down: magic, version, length of the header, header, checksum. A
 * later version keeps this frame, so that a file from the future is told apart from a damaged one.
 */
const MAGIC = Uint8Array.of(0x89, 0x50, 0x41, 0x4c, 0x45, 0x54, 0x0d, 0x0a)
/** So many bytes of the magic may be wrong for a file to be called damaged instead of strange. */
const MAGIC_SLIPS = 2
export const FILE_VERSION = 1
const FRAME_LENGTH = MAGIC.length + 2 + 4
const CHECKSUM_LENGTH = 32
const LONGEST_HEADER = 65_536
const CHUNKS = { smallest: 65_536, largest: 1_048_576 } as const
/** Above this the larger chunk: fewer parts to seal. */
const LARGE = 8_388_608

export interface SealedHeader {
  /** Bytes of content in each part; the last holds the rest. */
  readonly chunkSize: number
  /** Base64: the key of this file, sealed with the key `palet/file` of the keyring. */
  readonly fileKey: string
  readonly keyring: Keyring
  /** Bytes of content in the whole file. */
  readonly length: number
}

/** A header that was read and is whole. */
export interface ReadHeader extends SealedHeader {
  /** Each part is bound to this. */
  readonly digest: Bytes
  /** Where the first part starts. */
  readonly start: number
}

export const chunkSizeFor = (length: number): number => (length > LARGE ? CHUNKS.largest : CHUNKS.smallest)

/** An empty file has one part as well: its end is sealed too. */
export const partsOf = ({ length, chunkSize }: Pick<SealedHeader, 'length' | 'chunkSize'>): number =>
  Math.max(1, Math.ceil(length / chunkSize))

/** True for a sealed file, and for one of which the first bytes were damaged. */
export function isSealedFile(bytes: Uint8Array): boolean {
  return slipsIn(bytes) <= MAGIC_SLIPS
}

const slipsIn = (bytes: Uint8Array): number =>
  MAGIC.reduce((slips, value, at) => slips + (bytes[at] === value ? 0 : 1), 0)

export async function writeHeader(header: SealedHeader): Promise<{ bytes: Bytes; digest: Bytes }> {
  const text = toUtf8(canonicalJson(header))
  const frame = new Uint8Array(FRAME_LENGTH)
  frame.set(MAGIC)
  const view = new DataView(frame.buffer)
  view.setUint16(MAGIC.length, FILE_VERSION)
  view.setUint32(MAGIC.length + 2, text.length)
  const digest = await sha256(concat(frame, text))
  return { bytes: concat(frame, text, digest), digest }
}

const REST = 'Er is niets geopend of gewijzigd. Gebruik een andere kopie.'
const headerDamaged = (what: string): Result<never> =>
  refuse('sealed-header-damaged', `${what} van dit bestand is beschadigd. ${REST}`)

/** Reads and checks the outside: what is refused here is refused before anybody is asked for a passphrase. */
export async function readHeader(bytes: Uint8Array): Promise<Result<ReadHeader>> {
  const slips = slipsIn(bytes)
  if (slips > MAGIC_SLIPS) return refuse('not-sealed', 'Dit is geen verzegeld bestand van Palet.')
  if (slips > 0) return headerDamaged('Het begin')
  if (bytes.length < FRAME_LENGTH) return cutOff()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(MAGIC.length + 2)
  if (length > LONGEST_HEADER) return headerDamaged('Het begin')
  const end = FRAME_LENGTH + length
  if (bytes.length < end + CHECKSUM_LENGTH) return cutOff()
  const digest = await sha256(bytes.slice(0, end))
  if (!sameBytes(digest, bytes.subarray(end, end + CHECKSUM_LENGTH))) return headerDamaged('De kop')
  if (view.getUint16(MAGIC.length) > FILE_VERSION)
    return refuse(
      'sealed-newer',
      'Dit bestand is gemaakt met een nieuwere versie van Palet. Installeer de nieuwste versie om het te openen.',
    )
  const header = view.getUint16(MAGIC.length) === 0 ? null : parseHeader(bytes.subarray(FRAME_LENGTH, end))
  if (header === null) return headerDamaged('De kop')
  const allowed = checkParameters(header.keyring.passphrase.kdf)
  if (!allowed.ok) return allowed
  const read = { ...header, digest, start: end + CHECKSUM_LENGTH }
  const size = checkSize(read, bytes.length)
  return size.ok ? ok(read) : size
}

/** Null when it isn't what a writer of this version makes. The checksum is right here, so somebody made it by hand. */
function parseHeader(bytes: Uint8Array): SealedHeader | null {
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(bytes))
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const members = new Map<string, unknown>(Object.entries(value))
  const chunkSize = members.get('chunkSize')
  const fileKey = members.get('fileKey')
  const length = members.get('length')
  const keyring = parseKeyring(members.get('keyring'))
  if (typeof chunkSize !== 'number' || !Number.isInteger(chunkSize)) return null
  if (chunkSize < CHUNKS.smallest || chunkSize > CHUNKS.largest) return null
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) return null
  if (typeof fileKey !== 'string' || !keyring.ok) return null
  return { chunkSize, fileKey, keyring: keyring.value, length }
}

/** The header says how long the file is: too short and too long are seen before anything is opened. */
function checkSize(header: ReadHeader, size: number): Result<null> {
  const parts = partsOf(header)
  const expected = header.start + header.length + parts * SEAL_OVERHEAD
  if (size > expected)
    return refuse(
      'sealed-too-long',
      `Achter het einde van dit bestand is iets toegevoegd (${plural(size - expected, 'byte', 'bytes')}). ${REST}`,
    )
  if (size === expected) return ok(null)
  const whole = Math.floor((size - header.start) / (header.chunkSize + SEAL_OVERHEAD))
  const what =
    parts === 1
      ? 'het einde ontbreekt.'
      : `van de ${formatNumber(parts)} delen ${whole === 1 ? 'is' : 'zijn'} er ${formatNumber(whole)} heel aanwezig.`
  return refuse('sealed-cut-off', `Dit bestand is niet compleet: ${what} ${REST}`)
}

const cutOff = (): Result<never> =>
  refuse('sealed-cut-off', `Dit bestand is niet compleet: het houdt op in de kop. ${REST}`)

export { REST as NOTHING_OPENED }
