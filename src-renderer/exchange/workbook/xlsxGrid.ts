import type { CellValue, Sheet } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { ok, refuse, type Result } from '@/domain/result'
import { type Archive, unpack } from './archive'
import { cellKey, checkSize, type Grid, type GridValue, type Workbook } from './grid'
import { MAX_CELL_TEXT, MAX_SHEETS } from './limits'
import { endOfTag } from './xml'

/** An Excel workbook as Palet sees it. Its sheets are measured first: the library makes a full rectangle of each. */
export async function readXlsxWorkbook(archive: Archive): Promise<Result<Workbook>> {
  for (const entry of archive.entries.values()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) continue
    const measure = new SheetMeasure()
    const done = await unpack(archive, entry, (piece) => {
      measure.add(piece)
    })
    if (!done.ok) return done
    if (measure.strange) return notRead()
    const size = checkSize(entry.name.replace(/^.*\/|\.xml$/gi, ''), measure.rows, measure.columns)
    if (!size.ok) return size
  }
  try {
    const book = await readXlsx(archive.bytes)
    if (book.sheets.length > MAX_SHEETS)
      return refuse('too-many-cells', 'Dit bestand heeft te veel bladen om in te lezen.')
    const changed = book.properties?.modified
    return ok({
      format: 'xlsx',
      sheets: book.sheets.map(asGrid),
      changedAt:
        changed === undefined || Number.isNaN(changed.getTime())
          ? null
          : `${changed.toISOString().slice(0, 19)}Z`,
    })
  } catch {
    return notRead()
  }
}

const notRead = (): Result<never> =>
  refuse(
    'damaged',
    'Dit bestand is beschadigd: het is geen werkmap die Palet kan lezen. Open het in het rekenprogramma, bewaar het opnieuw als .xlsx en kies het daarna.',
  )

function asGrid(sheet: Sheet): Grid {
  const formulas = new Set<number>()
  for (const [at, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    const comma = at.indexOf(',')
    formulas.add(cellKey(Number(at.slice(0, comma)), Number(at.slice(comma + 1))))
  }
  const hiddenRows = new Set<number>()
  for (const [row, def] of sheet.rowDefs ?? []) if (def.hidden === true) hiddenRows.add(row)
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.map((row) => row.map(asValue)),
    hiddenRows,
    formulas,
    merged: (sheet.merges ?? []).map((m) => ({
      top: m.startRow,
      left: m.startCol,
      bottom: m.endRow,
      right: m.endCol,
    })),
  }
}

function asValue(value: CellValue): GridValue {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) }
  if (typeof value === 'string') return value === '' ? null : value.slice(0, MAX_CELL_TEXT)
  return value
}

/**
 * The last row and column that hold a cell, found in the bytes as they come out of the archive. Rows without cells don't
 * count: LibreOffice writes the height of the very last row of a sheet.
 */
export class SheetMeasure {
  rows = 0
  columns = 0
  /** True for a sheet that hides its cells from this look: it is refused. */
  strange = false
  private readonly decoder = new TextDecoder('windows-1252')
  private rest = ''
  private row = 0
  private column = 0

  add(piece: Uint8Array): void {
    const text = this.rest + this.decoder.decode(piece, { stream: true })
    const cut = text.lastIndexOf('<')
    this.rest = cut === -1 ? '' : text.slice(cut)
    if (this.rest.length > LONGEST_TAG) this.strange = true
    for (let at = text.indexOf('<'); at !== -1 && at < cut; at = text.indexOf('<', at + 1)) {
      const next = text.charCodeAt(at + 1)
      // The plain form of nearly every cell, `<c r="AB12"`, is read sign by sign: there are millions of them.
      if (next === 0x63 && text.startsWith(' r="', at + 2)) this.plainCell(text, at + 6)
      else if (next !== 0x2f) this.tag(text, at)
    }
  }

  private plainCell(text: string, from: number): void {
    let [at, column, row] = [from, 0, 0]
    for (let code = text.charCodeAt(at); code >= 0x41 && code <= 0x5a; code = text.charCodeAt((at += 1)))
      column = column * 26 + code - 0x40
    for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt((at += 1)))
      row = row * 10 + code - 0x30
    this.cell(column, row)
  }

  /** A row, or a cell in an unusual form: with a prefix, other attributes first, or without its name. */
  private tag(text: string, at: number): void {
    const end = endOfTag(text, at + 1)
    if (end === -1 || end - at > LONGEST_TAG) {
      // Only a tag made to mislead is this long: which cell it names can't be told for sure.
      this.strange ||= /^<(\w+:)?(row|c)\s/.test(text.slice(at, at + 80))
      return
    }
    const found = TAG.exec(text.slice(at, end))
    if (found === null) return
    const reference = /\sr\s*=\s*["']([A-Za-z]*)(\d*)/.exec(found[2] ?? '')
    const number = Number(reference?.[2] ?? '')
    if (found[1] === 'row') {
      this.row = number || this.row + 1
      this.column = 0
    } else this.cell(columnNumber(reference?.[1] ?? ''), number)
  }

  /** @param column,row from 1; 0 when the cell doesn't say, and so comes after the one before */
  private cell(column: number, row: number): void {
    this.column = column === 0 ? this.column + 1 : column
    this.rows = Math.max(this.rows, row === 0 ? this.row : row)
    this.columns = Math.max(this.columns, this.column)
  }
}

const TAG = /^<(?:\w+:)?(row|c)(?=[\s/]|$)([\s\S]*)$/
const LONGEST_TAG = 4_096

/** `A` → 1, `AB` → 28. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase().slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
