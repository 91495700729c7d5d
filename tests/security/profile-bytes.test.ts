import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logRecords, tableBlocks, unsnap } from '../e2e/support/leveldb'
import { searchBytes } from '../e2e/support/profileBytes'

const MARKER = 'Mevrouw Dröge-Merkteken'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'palet-bytes-'))))
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const findsIn = (bytes: Uint8Array, name = 'bestand.bin') => {
  writeFileSync(join(folder, name), bytes)
  return searchBytes([folder], [MARKER]).finds.map(({ as }) => as)
}
const around = (bytes: Buffer) =>
  Buffer.concat([Buffer.from([1, 2, 3, 0, 255]), bytes, Buffer.from([9, 0, 8])])

describe('the search for words in a profile', () => {
  it.each([
    ['UTF-8', Buffer.from(MARKER)],
    ['UTF-16', Buffer.from(MARKER, 'utf16le')],
    ['UTF-16 (keys)', Buffer.from(MARKER, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(MARKER, 'latin1')],
    ['JSON', Buffer.from('Mevrouw Dr\\u00f6ge-Merkteken')],
    ['percent', Buffer.from(encodeURIComponent(MARKER))],
    ['hex', Buffer.from(Buffer.from(MARKER).toString('hex'))],
  ])('finds %s', (as, bytes) => {
    expect(findsIn(around(bytes))).toEqual([as])
  })

  it('finds base64 wherever the word begins and ends', () => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      for (let before = 0; before < 4; before += 1) {
        for (let after = 0; after < 4; after += 1) {
          const inner = Buffer.concat([
            Buffer.alloc(before, 77),
            Buffer.from(MARKER, encoding),
            Buffer.alloc(after, 200),
          ])
          expect(findsIn(around(Buffer.from(inner.toString('base64'))))).toHaveLength(1)
        }
      }
    }
  })

  it('finds a word in the name of a file, in a folder below, and in a packed file', () => {
    mkdirSync(join(folder, 'Cache'))
    expect(findsIn(Buffer.from('x'), `Cache/${MARKER}`)).toEqual(['UTF-8'])
    rmSync(join(folder, 'Cache'), { recursive: true })
    for (const pack of [gzipSync, brotliCompressSync]) {
      expect(findsIn(pack(Buffer.from(`${MARKER} ${'vulling '.repeat(50)}`)))).toEqual(['UTF-8'])
    }
  })

  it('finds nothing where nothing is, and says what it looked at', () => {
    writeFileSync(join(folder, 'een'), 'niets')
    writeFileSync(join(folder, '000003.log'), '')
    writeFileSync(join(folder, '000005.ldb'), 'geen tabel')
    expect(searchBytes([folder], [MARKER])).toEqual({
      finds: [],
      files: ['000003.log', '000005.ldb', 'een'],
      bytes: 15,
      tables: 0,
      logs: 1,
      unreadable: ['000005.ldb'],
    })
  })
})

describe('snappy', () => {
  it('takes literals, near and far copies, and copies that overlap themselves', () => {
    expect(String.fromCharCode(...unsnap(Uint8Array.of(5, 0x10, 97, 98, 99, 100, 101)))).toBe('abcde')
    // "ab", then eight signs from two back.
    expect(String.fromCharCode(...unsnap(Uint8Array.of(10, 0x04, 97, 98, 0x11, 2)))).toBe('ababababab')
    expect(String.fromCharCode(...unsnap(Uint8Array.of(6, 0x08, 97, 98, 99, 0x0a, 3, 0)))).toBe('abcabc')
    expect(String.fromCharCode(...unsnap(Uint8Array.of(6, 0x08, 97, 98, 99, 0x0b, 3, 0, 0, 0)))).toBe(
      'abcabc',
    )
    const long = new Uint8Array(100).fill(65)
    expect(unsnap(Uint8Array.of(100, 60 << 2, 99, ...long))).toEqual(long)
  })

  it.each([
    ['a copy from before the start', [4, 0x01, 1]],
    ['a literal past the end', [9, 0x20, 97]],
    ['another length than it says', [9, 0x00, 97]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => unsnap(Uint8Array.from(bytes))).toThrow()
  })
})

describe('the files of a database', () => {
  it('a word cut in two by a block of a log is found', () => {
    const record = Buffer.concat([
      Buffer.alloc(32 * 1024 - 7 - 10, 46),
      Buffer.from(MARKER),
      Buffer.alloc(20, 46),
    ])
    const first = record.subarray(0, 32 * 1024 - 7)
    const rest = record.subarray(32 * 1024 - 7)
    const header = (part: Buffer, kind: number) =>
      Buffer.from([0, 0, 0, 0, part.length & 255, part.length >> 8, kind])
    const log = Buffer.concat([header(first, 2), first, header(rest, 4), rest])
    expect(log.includes(MARKER)).toBe(false)
    expect(Buffer.from(logRecords(log)).equals(record)).toBe(true)
    expect(findsIn(log, '000003.log')).toContain('UTF-8')
  })

  it('a word in a key that is only half written out is found', () => {
    // Two keys that share their first half; the index has one entry that leads to the block.
    const half = MARKER.slice(0, 10)
    const pair = (shared: number, key: Buffer, value: Buffer) =>
      Buffer.concat([Buffer.from([shared, key.length, value.length]), key, value])
    const one = pair(0, Buffer.from(`${half}a`), Buffer.from('1'))
    const two = pair(10, Buffer.from(MARKER.slice(10)), Buffer.from('2'))
    const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])
    const data = Buffer.concat([one, two, restarts])
    const trailer = Buffer.alloc(5)
    const index = Buffer.concat([pair(0, Buffer.from('z'), Buffer.from([0, data.length])), restarts])
    const meta = restarts
    const at = (offset: number, size: number) => Buffer.from([offset, size])
    const indexAt = data.length + 5
    const metaAt = indexAt + index.length + 5
    const footer = Buffer.alloc(48)
    Buffer.concat([at(metaAt, meta.length), at(indexAt, index.length)]).copy(footer)
    footer.writeBigUInt64LE(0xdb4775248b80fb57n, 40)
    const table = Buffer.concat([data, trailer, index, trailer, meta, trailer, footer])
    expect(table.includes(MARKER)).toBe(false)
    expect(tableBlocks(table).some((block) => Buffer.from(block).includes(MARKER))).toBe(true)
    expect(findsIn(table, '000005.ldb')).toEqual(['UTF-8'])
  })
})
