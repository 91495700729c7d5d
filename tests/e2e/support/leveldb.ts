import { concat } from '@/data/crypto/bytes'

/**
 * Reads back what the engine's databases (LevelDB: IndexedDB, local and session storage) hold on the disk, as far as a
 * search needs it: tables hide words by compression, logs by cutting them in blocks.
 */
const FOOTER = 48
const TRAILER = 5
const MAGIC = 0xdb4775248b80fb57n
const LOG_BLOCK = 32 * 1024
const LOG_HEADER = 7

interface Range {
  readonly offset: number
  readonly size: number
}

class Reader {
  at = 0
  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    const value = this.bytes[this.at]
    if (value === undefined) throw new Error('past the end')
    this.at += 1
    return value
  }

  varint(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new Error('past the end')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}

/** Snappy, the block form: a length, then literal runs and copies of what came before. */
export function unsnap(bytes: Uint8Array): Uint8Array {
  const reader = new Reader(bytes)
  const out = new Uint8Array(reader.varint())
  let filled = 0
  while (!reader.done) {
    const tag = reader.byte()
    const kind = tag & 3
    if (kind === 0) {
      const short = tag >> 2
      const length = short < 60 ? short + 1 : littleEndian(reader.take(short - 59)) + 1
      out.set(reader.take(length), filled)
      filled += length
      continue
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const back =
      kind === 1 ? ((tag >> 5) << 8) | reader.byte() : littleEndian(reader.take(kind === 2 ? 2 : 4))
    if (back === 0 || back > filled) throw new Error('copy from before the start')
    // One by one: a copy may overlap what it makes.
    for (let each = 0; each < length; each += 1, filled += 1) out[filled] = out[filled - back] ?? 0
  }
  if (filled !== out.length) throw new Error('length differs')
  return out
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0)
}

/** The blocks of a table (.ldb), decompressed, with every key written out in full before its value. */
export function tableBlocks(table: Uint8Array): Uint8Array[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  if (table.length < FOOTER || view.getBigUint64(table.length - 8, true) !== MAGIC) {
    throw new Error('not a table')
  }
  const footer = new Reader(table.subarray(table.length - FOOTER))
  const metaIndex = range(footer)
  const index = block(table, range(footer))
  const blocks = entries(index).map(({ value }) => block(table, range(new Reader(value))))
  return [index, block(table, metaIndex), ...blocks].flatMap((each) => [each, written(each)])
}

function range(reader: Reader): Range {
  return { offset: reader.varint(), size: reader.varint() }
}

function block(table: Uint8Array, { offset, size }: Range): Uint8Array {
  if (offset + size + TRAILER > table.length) throw new Error('block past the end')
  const stored = table.subarray(offset, offset + size)
  const kind = table[offset + size]
  if (kind === 0) return stored
  if (kind === 1) return unsnap(stored)
  throw new Error(`unknown compression ${String(kind)}`)
}

function* pairs(content: Uint8Array): Generator<{ key: Uint8Array; value: Uint8Array }> {
  const restarts = new DataView(content.buffer, content.byteOffset + content.length - 4, 4).getUint32(0, true)
  const reader = new Reader(content.subarray(0, content.length - 4 - restarts * 4))
  let key = new Uint8Array()
  while (!reader.done) {
    // A key only says where it differs from the one before, so a word in it can be cut in two.
    const shared = reader.varint()
    const rest = reader.varint()
    const length = reader.varint()
    key = concat(key.subarray(0, shared), reader.take(rest))
    yield { key, value: reader.take(length) }
  }
}

const entries = (content: Uint8Array) => [...pairs(content)]
const written = (content: Uint8Array) => concat(...entries(content).flatMap(({ key, value }) => [key, value]))

/** The records of a log (.log, MANIFEST), each in one piece. */
export function logRecords(log: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let start = 0; start < log.length; start += LOG_BLOCK) {
    const end = Math.min(start + LOG_BLOCK, log.length)
    for (let at = start; at + LOG_HEADER <= end;) {
      const length = (log[at + 4] ?? 0) | ((log[at + 5] ?? 0) << 8)
      if (log[at + 6] === 0 || at + LOG_HEADER + length > end) break
      parts.push(log.subarray(at + LOG_HEADER, at + LOG_HEADER + length))
      at += LOG_HEADER + length
    }
  }
  return concat(...parts)
}
