import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import type { CellValue } from 'hucre/xlsx'
import { asCsv, asOds, asXlsx, utf8, windows1252 } from '../data/workbook/support'
import { archiveOf, type Part } from '../fixtures/archive'
import type { Source } from './workbookSources'

/** What can go wrong with a spreadsheet on its way, or be done to it on purpose. Positions are parts of the whole. */
export type Damage =
  | {
      readonly level: 'bytes'
      readonly how: 'flip' | 'cut' | 'drop' | 'insert' | 'repeat'
      readonly at: number
      readonly size: number
    }
  | { readonly level: 'zip'; readonly how: ZipHow; readonly part: number; readonly number: number }
  | {
      readonly level: 'xml'
      readonly how: XmlHow
      readonly part: number
      readonly at: number
      readonly number: number
    }
  | {
      readonly level: 'cell'
      readonly how: CellHow
      readonly row: number
      readonly column: number
      readonly value: CellValue
    }

const ZIP_HOWS = [
  'drop',
  'twice',
  'declareLess',
  'declareMore',
  'bomb',
  'manyParts',
  'external',
  'rename',
] as const
type ZipHow = (typeof ZIP_HOWS)[number]
const XML_HOWS = ['drop', 'number', 'entity', 'repeat', 'truncate', 'wrap', 'farCell', 'manyRows'] as const
type XmlHow = (typeof XML_HOWS)[number]
const CELL_HOWS = ['set', 'dropRow', 'dropColumn', 'swapRows', 'repeatRow', 'header', 'swapColumns'] as const
type CellHow = (typeof CELL_HOWS)[number]

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true })

const cellArbitrary: fc.Arbitrary<CellValue> = fc.oneof(
  fc.integer({ min: -5, max: 40 }),
  fc.double({ noDefaultInfinity: true }),
  fc.constantFrom<CellValue>(null, true, 1e300, -0, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(
    'klopt',
    'vraag',
    '1.234',
    '1,234',
    '=1+1',
    '#REF!',
    'R1-001',
    'nieuw-3',
    '31-2-2027',
    '1 mei 27',
  ),
  fc.constantFrom('PALET-REVIEW|1|a|1|b|c', 'PALET-REVIEW|9', '__proto__', 'constructor', 'x'.repeat(40_000)),
  fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

export const damageArbitrary: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    level: fc.constant('bytes' as const),
    how: fc.constantFrom('flip', 'cut', 'drop', 'insert', 'repeat'),
    at: share,
    size: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({
    level: fc.constant('zip' as const),
    how: fc.constantFrom(...ZIP_HOWS),
    part: share,
    number: fc.integer({ min: 0, max: 0xffff_ffff }),
  }),
  fc.record({
    level: fc.constant('xml' as const),
    how: fc.constantFrom(...XML_HOWS),
    part: share,
    at: share,
    number: fc.constantFrom(0, -1, 7, 1_048_576, 1_048_577, 999_999_999, 1e21),
  }),
  fc.record({
    level: fc.constant('cell' as const),
    how: fc.constantFrom(...CELL_HOWS),
    row: share,
    column: share,
    value: cellArbitrary,
  }),
)

/** The file with all damage done, the deepest first: cells, XML, archive, bytes. */
export async function damaged(source: Source, damages: readonly Damage[]): Promise<Uint8Array> {
  let bytes = source.bytes
  const cells = damages.filter((d) => d.level === 'cell')
  if (cells.length > 0 && source.kind !== 'palet') bytes = await withCells(source, cells)
  for (const damage of damages)
    if (damage.level === 'xml') bytes = inParts(bytes, (parts) => xmlDamage(parts, damage))
  for (const damage of damages)
    if (damage.level === 'zip') bytes = inParts(bytes, (parts) => zipDamage(parts, damage))
  for (const damage of damages) if (damage.level === 'bytes') bytes = byteDamage(bytes, damage)
  return bytes
}

type Of<L extends Damage['level']> = Extract<Damage, { level: L }>

async function withCells(source: Source, damages: readonly Of<'cell'>[]): Promise<Uint8Array> {
  const sheets = structuredClone(source.sheets)
  for (const damage of damages) cellDamage(sheets['Capaciteit'] ?? [], damage)
  try {
    if (source.kind === 'ods') return await asOds(sheets)
    if (source.kind === 'csv')
      return damages.length % 2 === 0 ? windows1252(asCsv(sheets)) : utf8(asCsv(sheets, ','))
    return await asXlsx(sheets)
  } catch {
    // The library refuses to write some of these values: then the file stays as it was.
    return source.bytes
  }
}

function cellDamage(rows: CellValue[][], { how, row, column, value }: Of<'cell'>): void {
  const at = Math.floor(row * rows.length)
  const line = rows[at]
  if (line === undefined) return
  const width = Math.max(1, line.length)
  const c = Math.floor(column * width)
  if (how === 'set') line[c] = value
  else if (how === 'dropRow') rows.splice(at, 1)
  else if (how === 'dropColumn') for (const r of rows) r.splice(c, 1)
  else if (how === 'repeatRow') rows.splice(at, 0, ...Array.from({ length: 5 }, () => [...line]))
  else if (how === 'header') line[c] = 'Beschikbaar'
  else if (how === 'swapColumns') for (const r of rows) [r[0], r[c]] = [r[c] ?? null, r[0] ?? null]
  else [rows[0], rows[at]] = [line, rows[0] ?? []]
}

/** Unpacks, changes and packs again; what is no archive (any more) stays. */
function inParts(bytes: Uint8Array, change: (parts: Part[]) => Part[]): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes
  try {
    return archiveOf(change(partsOf(bytes)))
  } catch {
    return bytes
  }
}

function partsOf(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end > 0 && view.getUint32(end, true) !== 0x0605_4b50) end -= 1
  const parts: Part[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = view.getUint16(end + 10, true); i > 0; i -= 1) {
    const [method, packed] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)]
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const offset = view.getUint32(at + 42, true)
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    const body = bytes.subarray(from, from + packed)
    parts.push({ name, data: method === 0 ? body : new Uint8Array(inflateRawSync(body)) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

const ZEROS = new Uint8Array(6 * 1024 * 1024)

function zipDamage(parts: Part[], { how, part, number }: Of<'zip'>): Part[] {
  const at = Math.floor(part * parts.length)
  const chosen = parts[at]
  if (chosen === undefined) return parts
  const others = parts.filter((p) => p !== chosen)
  switch (how) {
    case 'drop':
      return others
    case 'twice':
      return [...parts, chosen]
    case 'declareLess':
      return [...others, { ...chosen, declared: number % (chosen.data.length + 1) }]
    case 'declareMore':
      return [...others, { ...chosen, declared: Math.min(0xffff_fffe, chosen.data.length + number) }]
    case 'bomb':
      return [...others, { name: chosen.name, data: ZEROS, ...(number % 2 === 0 ? {} : { declared: 1_000 }) }]
    case 'manyParts':
      return [
        ...parts,
        ...Array.from({ length: number % 3_000 }, (_, i) => ({ name: `d/${String(i)}`, data: utf8('a') })),
      ]
    case 'external':
      return [...parts, { name: 'xl/externalLinks/externalLink1.xml', data: utf8('<externalLink/>') }]
    case 'rename':
      return [...others, { ...chosen, name: `../${chosen.name}` }]
  }
}

function xmlDamage(parts: Part[], { how, part, at, number }: Of<'xml'>): Part[] {
  const texts = parts.filter((p) => /\.(xml|rels)$/.test(p.name))
  const chosen = texts[Math.floor(part * texts.length)]
  if (chosen === undefined) return parts
  const text = new TextDecoder().decode(chosen.data)
  const cut = Math.floor(at * text.length)
  const bent = bendXml(text, how, cut, number)
  return parts.map((p) => (p === chosen ? { name: p.name, data: utf8(bent) } : p))
}

function bendXml(text: string, how: XmlHow, cut: number, number: number): string {
  const rest = text.slice(cut)
  switch (how) {
    case 'drop':
      return text.slice(0, cut) + text.slice(cut + 25)
    case 'number':
      return text.slice(0, cut) + rest.replace(/\d+/, String(number))
    case 'entity':
      return `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(500)}">]>${text.slice(0, cut)}&a;&#x41;&#xffffffff;${rest}`
    case 'repeat':
      return text.slice(0, cut) + rest.slice(0, 200).repeat(30) + rest
    case 'truncate':
      return text.slice(0, cut)
    case 'wrap':
      return `${'<a>'.repeat(3_000)}${text}${'</a>'.repeat(3_000)}`
    case 'farCell':
      return text.replace(/r="([A-Z]+)\d+"/, `r="$1${String(number)}"`)
    case 'manyRows':
      return text.replace(
        '<table:table-row',
        `<table:table-row table:number-rows-repeated="${String(number)}"`,
      )
  }
}

function byteDamage(bytes: Uint8Array, { how, at, size }: Of<'bytes'>): Uint8Array {
  const from = Math.floor(at * bytes.length)
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)]
  const joined = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))
  if (how === 'cut') return before
  if (how === 'drop') return joined(before, after.subarray(size))
  if (how === 'insert') return joined(before, new Uint8Array(size).fill(size & 0xff), after)
  if (how === 'repeat') return joined(before, after.subarray(0, size), after)
  const copy = new Uint8Array(bytes)
  for (let i = from; i < Math.min(from + (size % 8) + 1, copy.length); i += 1)
    copy[i] = (copy[i] ?? 0) ^ (size & 0xff)
  return copy
}
