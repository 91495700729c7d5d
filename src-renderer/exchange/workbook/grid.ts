import type { IsoDate } from '@/domain/model/entities'
import { ok, refuse, type Result } from '@/domain/result'
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits'

/** A date in a spreadsheet, apart from text that looks like one. */
export interface DateCell {
  readonly date: IsoDate
}

export type GridValue = string | number | boolean | DateCell | null

/** Rectangle of merged cells; rows and columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as Palet sees it, whatever the file was. Rows and columns count from 0; short rows end in nothing. */
export interface Grid {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly GridValue[])[]
  readonly hiddenRows: ReadonlySet<number>
  /** Cells whose value came from a formula. */
  readonly formulas: ReadonlySet<number>
  readonly merged: readonly MergedRange[]
}

export interface Workbook {
  readonly format: 'xlsx' | 'ods' | 'csv'
  readonly sheets: readonly Grid[]
  /** Moment of the last change, ISO 8601 in UTC, when the file says so. */
  readonly changedAt: string | null
}

/** One number for a cell, for sets. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column

/** Column as a spreadsheet names it: 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
  let name = ''
  for (let c = column; c >= 0; c = Math.floor(c / 26) - 1) name = String.fromCharCode(65 + (c % 26)) + name
  return name
}

/** Refuses a sheet that is larger than any table Palet works with. @param rows,columns how many */
export function checkSize(sheet: string, rows: number, columns: number): Result<null> {
  if (rows <= MAX_ROWS && columns <= MAX_COLUMNS && rows * columns <= MAX_CELLS) return ok(null)
  return refuse(
    'too-many-cells',
    `Het blad "${sheet.slice(0, 60)}" is te groot om in te lezen. Er staat iets ver buiten de tabel, tot in rij ${String(rows)} of kolom ${columnName(Math.min(columns, 16_384) - 1)}. Haal dat weg, of bewaar alleen de tabel.`,
  )
}

export const isDateCell = (value: GridValue): value is DateCell => typeof value === 'object' && value !== null
