import type { CellValue, Sheet } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { ok, refuse, type Result } from '@/domain/result'
import { type Archive, unpack } from './archive'
import { cellKey, checkSize, type Grid, type GridValue, type Workbook } from './grid'
import { MAX_CELL_TEXT, MAX_SHEETS } from './limits'

/** An Excel workbook as Palet sees it. Its sheets are measured first: the library makes a full rectangle of each. */
export async function readXlsxWorkbook(archive: Archive): Promise<Result<Workbook>> {
  for (const entry of archive.entries.values()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) continue
    const measure = new SheetMeasure()
    const done = await unpack(archive, entry, (piece) => {
      measure.add(piece)
    })
    if (!done.ok) return done
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
    return refuse(
      'damaged',
      'Dit bestand is beschadigd: het is geen werkmap die Palet kan lezen. Open het in het rekenprogramma, bewaar het opnieuw als .xlsx en kies het daarna.',
    )
  }
}

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
  private readonly decoder = new TextDecoder('windows-1252')
  private rest = ''
  private row = 0
  private column = 0

  add(piece: Uint8Array): void {
    const text = this.rest + this.decoder.decode(piece, { stream: true })
    const cut = text.lastIndexOf('<')
    this.rest = cut === -1 ? '' : text.slice(cut, cut + 4_096)
    const tags = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)/g
    const whole = cut === -1 ? '' : text.slice(0, cut)
    for (let found = tags.exec(whole); found !== null; found = tags.exec(whole)) {
      const reference = /\sr\s*=\s*["']([A-Za-z]*)(\d*)/.exec(found[2] ?? '')
      if (found[1] === 'row') {
        this.row = Number(reference?.[2] ?? '') || this.row + 1
        this.column = 0
      } else this.cell(reference?.[1] ?? '', reference?.[2] ?? '')
    }
  }

  private cell(letters: string, digits: string): void {
    this.column = letters === '' ? this.column + 1 : columnNumber(letters)
    this.rows = Math.max(this.rows, digits === '' ? this.row : Number(digits))
    this.columns = Math.max(this.columns, this.column)
  }
}

/** `A` → 1, `AB` → 28. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase().slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
