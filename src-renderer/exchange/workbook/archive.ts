import { ok, refuse, type Result } from '@/domain/result'
import { MAX_ENTRIES, MAX_FILE_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES } from './limits'

/** A part of a zip archive, as its central directory has it. */
export interface ArchiveEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

export interface Archive {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ArchiveEntry>
}

const damaged = (): Result<never> =>
  refuse(
    'damaged',
    'Dit bestand is beschadigd of niet helemaal overgekomen. Vraag de afzender om een nieuwe kopie.',
  )

const tooLarge = (): Result<never> =>
  refuse(
    'too-large',
    'Dit bestand is te groot om te openen. Een tabel uit Palet is veel kleiner. Vraag de afzender om alleen de tabel te sturen.',
  )

const STORED = 0
const DEFLATED = 8

/**
 * Reads the table of contents of a zip archive and refuses what could exhaust the machine, before any part of it is
 * unpacked: too many parts, too much once unpacked, more packed together than a table can be, parts outside the file.
 * Refuses with `damaged`, `too-large` or `encrypted`.
 */
export function openArchive(bytes: Uint8Array): Result<Archive> {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return damaged()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // All ones would point to a longer form, for archives that are over the limits anyway.
  if (count > MAX_ENTRIES || at === 0xffff_ffff) return tooLarge()
  const entries = new Map<string, ArchiveEntry>()
  let total = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x0201_4b50) return damaged()
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return damaged()
    const entry: ArchiveEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    if ((flags & 1) !== 0) return encrypted()
    total += entry.unpacked
    if (total > MAX_UNPACKED_BYTES || isBomb(entry)) return tooLarge()
    // Two parts of one name: programs differ in which one they read.
    if (entries.has(entry.name) || !isSound(view, entry)) return damaged()
    entries.set(entry.name, entry)
    at = next
  }
  return ok({ bytes, entries })
}

export const encrypted = (): Result<never> =>
  refuse(
    'encrypted',
    'Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf in het rekenprogramma, bewaar het opnieuw en kies het daarna.',
  )

function endOfDirectory(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at -= 1)
    if (view.getUint32(at, true) === 0x0605_4b50) return at
  return null
}

function isBomb({ packed, unpacked, method }: ArchiveEntry): boolean {
  if (method === STORED) return packed !== unpacked
  return unpacked > RATIO_FROM_BYTES && unpacked > packed * MAX_RATIO
}

/** The part lies within the file, is packed in a way that every program knows, and says how large it is. */
function isSound(view: DataView, { offset, packed, unpacked, method }: ArchiveEntry): boolean {
  if (method !== STORED && method !== DEFLATED) return false
  if (packed === 0 && unpacked > 0) return false
  if (method === DEFLATED && unpacked === 0 && packed > 64) return false
  return offset + 30 + packed <= view.byteLength && view.getUint32(offset, true) === 0x0403_4b50
}

/**
 * Unpacks a part, piece by piece. Refuses `damaged` when it turns out larger or smaller than the table of contents says,
 * so that nothing more than was counted ever comes out.
 */
export async function unpack(
  { bytes }: Archive,
  entry: ArchiveEntry,
  piece: (part: Uint8Array) => void,
): Promise<Result<null>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) return damaged()
  if (entry.method === STORED) {
    piece(packed)
    return ok(null)
  }
  let size = 0
  try {
    const copy = new Uint8Array(packed)
    const reader = new Blob([copy]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > entry.unpacked) {
        await reader.cancel().catch(() => undefined)
        return damaged()
      }
      piece(value)
    }
  } catch {
    return damaged()
  }
  return size === entry.unpacked ? ok(null) : damaged()
}

/** A whole part as text in UTF-8. */
export async function unpackText(archive: Archive, entry: ArchiveEntry): Promise<Result<string>> {
  const decoder = new TextDecoder()
  const parts: string[] = []
  const done = await unpack(archive, entry, (part) => parts.push(decoder.decode(part, { stream: true })))
  if (!done.ok) return done
  parts.push(decoder.decode())
  return ok(parts.join(''))
}
