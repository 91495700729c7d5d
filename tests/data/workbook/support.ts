import { writeOds } from 'hucre/ods'
import { type Cell, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { AnswerFile } from '@/domain/review'
import {
  type GridValue,
  isDateCell,
  readReviewAnswer,
  readWorkbook,
  type Workbook,
} from '@/exchange/workbook'
import { columnOf, type ColumnKey } from '@/exchange/workbook/layout'

/** A workbook as plain values that a test may bend, and save as any kind of file. */
export type Sheets = Record<string, CellValue[][]>

export async function opened(bytes: Uint8Array): Promise<Workbook> {
  const book = await readWorkbook(bytes)
  if (!book.ok) throw new Error(`${book.error.code}: ${book.error.message}`)
  return book.value
}

export const plain = (value: GridValue): CellValue =>
  isDateCell(value) ? new Date(`${value.date}T00:00:00Z`) : value

export async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  const book = await opened(bytes)
  return Object.fromEntries(book.sheets.map((s) => [s.name, s.rows.map((row) => row.map(plain))]))
}

export function table(sheets: Sheets): CellValue[][] {
  const found = sheets['Capaciteit']
  if (found === undefined) throw new Error('no table')
  return found
}

/** Row of the heads, from 0. */
export const HEAD = 5
export const FIRST = 6

export function columnAt(rows: readonly (readonly CellValue[])[], key: ColumnKey, head = HEAD): number {
  const at = rows[head]?.findIndex((cell) => typeof cell === 'string' && columnOf(cell) === key) ?? -1
  if (at === -1) throw new Error(`no column ${key}`)
  return at
}

export function fill(sheets: Sheets, row: number, key: ColumnKey, value: CellValue): void {
  const rows = table(sheets)
  const line = rows[FIRST + row]
  if (line === undefined) throw new Error(`no row ${String(row)}`)
  const at = columnAt(rows, key)
  while (line.length <= at) line.push(null)
  line[at] = value
}

type Extra = Partial<Record<string, Partial<WriteSheet>>>

export const asXlsx = (sheets: Sheets, extra: Extra = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, ...extra[name] })) })

export const asOds = (sheets: Sheets, extra: Extra = {}): Promise<Uint8Array> =>
  writeOds({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, ...extra[name] })) })

/** The table as a spreadsheet saves it: dates and numbers as they are shown. */
export function asCsv(sheets: Sheets, separator = ';'): string {
  const shown = (value: CellValue): string => {
    if (value === null) return ''
    if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('-')
    const text = typeof value === 'boolean' ? (value ? 'WAAR' : 'ONWAAR') : String(value)
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return table(sheets)
    .map((row) => row.map(shown).join(separator))
    .join('\r\n')
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** One byte a sign, as Dutch Excel saves; only for signs that Latin 1 has. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => (sign === '·' ? 0xb7 : sign === '…' ? 0x85 : sign.charCodeAt(0)))

export async function answerOf(bytes: Uint8Array, name = 'antwoord.xlsx'): Promise<AnswerFile> {
  const answer = await readReviewAnswer(bytes, name)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

export async function refusalOf(bytes: Uint8Array): Promise<string> {
  const answer = await readReviewAnswer(bytes, 'x')
  if (answer.ok) throw new Error('the file was accepted')
  return answer.error.code
}

export const cellsWith = (cells: Record<string, Partial<Cell>>): Map<string, Partial<Cell>> =>
  new Map(Object.entries(cells))
