import { ok, refuse, type Result } from '@/domain/result'
import { checkSize, type GridValue, type Workbook } from './grid'
import { MAX_CELL_TEXT } from './limits'

const SEPARATORS = [';', ',', '\t'] as const

/**
 * Text that a spreadsheet saved: with semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252, with or without byte
 * order mark. Everything in it is text; what a number or date is, is for the reader of the columns.
 */
export function readCsvWorkbook(bytes: Uint8Array): Result<Workbook> {
  const text = decodeText(bytes)
  if (text === null || text.includes('\u0000'))
    return refuse(
      'unreadable',
      'Palet kan dit soort bestand niet lezen. Kies een .xlsx, .ods of .csv uit een rekenprogramma, of een bestand van Palet.',
    )
  const marked = /^sep=(.)\r?\n/i.exec(text)
  const body = marked === null ? text : text.slice(marked[0].length)
  const rows = splitRows(body, marked?.[1] ?? separatorOf(body))
  if (!rows.ok) return rows
  const grid = {
    name: 'csv',
    hidden: false,
    rows: rows.value,
    hiddenRows: new Set<number>(),
    formulas: new Set<number>(),
    merged: [],
  }
  return ok({ format: 'csv', sheets: [grid], changedAt: null })
}

/** Null for what is no text. Bytes that aren't UTF-8 are taken for Windows-1252, in which Dutch Excel saves. */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0) ? null : windows1252(bytes)
  }
}

/** Signs of Windows-1252 that Latin 1 hasn't, from 0x80 on. Written out: engines differ in what they make of these. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    const codes = Array.from(bytes.subarray(at, at + 8_192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? WINDOWS.charCodeAt(byte - 0x80) : byte,
    )
    parts.push(String.fromCharCode(...codes))
  }
  return parts.join('')
}

/** The sign that divides the first lines into most columns, outside quotes. */
export function separatorOf(text: string): string {
  let best: string = SEPARATORS[0]
  let most = 0
  for (const separator of SEPARATORS) {
    const rows = splitRows(text.slice(0, 65_536), separator, 30)
    const width = rows.ok ? rows.value.reduce((n, row) => Math.max(n, row.length), 0) : 0
    if (width > most) {
      best = separator
      most = width
    }
  }
  return best
}

function splitRows(
  text: string,
  separator: string,
  atMost = Number.POSITIVE_INFINITY,
): Result<GridValue[][]> {
  const rows: GridValue[][] = []
  let row: GridValue[] = []
  let columns = 0
  let at = 0
  const add = (field: string): void => {
    row.push(field === '' ? null : field.slice(0, MAX_CELL_TEXT))
  }
  while (at < text.length) {
    const field = text.charAt(at) === '"' ? quotedField(text, at) : bareField(text, at, separator)
    add(field.text)
    at = field.end
    if (text.charAt(at) === separator && at < text.length) {
      at += 1
      // A separator at the very end still begins a last, empty field.
      if (at === text.length) add('')
      else continue
    }
    if (text.charAt(at) === '\r') at += 1
    if (text.charAt(at) === '\n') at += 1
    rows.push(row)
    columns = Math.max(columns, row.length)
    const size = checkSize('csv', rows.length, columns)
    if (!size.ok) return size
    if (rows.length >= atMost) return ok(rows)
    row = []
  }
  return ok(rows)
}

interface Field {
  readonly text: string
  readonly end: number
}

function bareField(text: string, from: number, separator: string): Field {
  let end = from
  while (end < text.length) {
    const sign = text.charAt(end)
    if (sign === separator || sign === '\n' || sign === '\r') break
    end += 1
  }
  return { text: text.slice(from, end), end }
}

/** What follows a closing quote up to the separator belongs to the field: people edit these files by hand. */
function quotedField(text: string, from: number): Field {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { text: parts.join('') + text.slice(at), end: text.length }
    parts.push(text.slice(at, quote))
    if (text.charAt(quote + 1) !== '"') return { text: parts.join(''), end: quote + 1 }
    parts.push('"')
    at = quote + 2
  }
}
