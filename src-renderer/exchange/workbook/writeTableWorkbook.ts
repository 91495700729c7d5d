import { writeOds } from 'hucre/ods'
import { type CellStyle, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { IsoDate } from '@/domain/model/entities'
import { isIsoDate } from '@/domain/time/day'
import type { ExportCell, ExportColumn, ExportTable } from '../table'
import { columnName } from './grid'
import { DATE_FORMAT } from './styles'
import { properties, safeText, serialDate } from './write'

export interface TableFile {
  /** Name of the sheet and of the document. */
  readonly title: string
  readonly madeOn: IsoDate
  readonly format: 'xlsx' | 'ods'
}

/** Any table as a workbook: numbers are numbers, dates are dates, the head stays in sight and filters. */
export async function writeTableWorkbook(table: ExportTable, file: TableFile): Promise<Uint8Array> {
  const sheet = tableSheet(table, sheetName(file.title))
  const options = { sheets: [sheet], properties: properties(file.title, file.madeOn) }
  return file.format === 'xlsx' ? writeXlsx(options) : writeOds(options)
}

const head: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4B63' } },
}

function tableSheet(table: ExportTable, name: string): WriteSheet {
  const body = table.rows.map((row) => table.columns.map((column, i) => cellValue(row[i] ?? null, column)))
  const heads = new Map(
    table.columns.map(({ label }, i) => [`0,${String(i)}`, { value: safeText(label), style: head }] as const),
  )
  return {
    name,
    rows: [table.columns.map((column) => safeText(column.label)), ...body],
    cells: heads,
    columns: table.columns.map((column, i) => ({
      width: widthOf(column, body, i),
      ...(column.kind === 'date' ? { style: { numFmt: DATE_FORMAT } } : {}),
    })),
    freezePane: { rows: 1 },
    ...(table.columns.length === 0
      ? {}
      : {
          autoFilter: {
            range: `A1:${columnName(table.columns.length - 1)}${String(body.length + 1)}`,
          },
        }),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function cellValue(cell: ExportCell, { kind }: ExportColumn): CellValue {
  if (cell === null) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? (cell === 0 ? 0 : cell) : null
  return kind === 'date' && isIsoDate(cell) ? serialDate(cell) : safeText(cell)
}

/** Wide enough for most of what is in the column; the first rows tell. */
function widthOf(
  { label, kind }: ExportColumn,
  body: readonly (readonly CellValue[])[],
  column: number,
): number {
  if (kind !== 'text') return Math.max(12, Math.min(24, label.length + 2))
  const longest = body
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, String(row[column] ?? '').length), label.length)
  return Math.max(10, Math.min(60, longest + 2))
}

/** What Excel takes as the name of a sheet: at most 31 signs, none of `[]:*?/\`, no apostrophe at the ends. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/[\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  return name === '' ? 'Tabel' : name
}
