/** A table to hand to a spreadsheet. Every row has one cell per column; null is an empty cell. */
export interface ExportColumn {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'date'
}

export type ExportCell = string | number | null

export interface ExportTable {
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportCell[])[]
}

/** Dutch decimals without dots for thousands: what a Dutch spreadsheet takes in as a number. */
function dutchNumber(value: number): string {
  return Number.isFinite(value) ? plainDecimal(value).replace('.', ',') : ''
}

/** No exponent, no sign on zero, at most ten decimals. */
function plainDecimal(value: number): string {
  const text = String(value === 0 ? 0 : value)
  if (!text.includes('e')) return text
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(10)
}

/**
 * The text of a cell. A text that a spreadsheet would take for a formula gets an apostrophe in front: names come from
 * other people, and a formula can run commands or send data away.
 */
export function cellText(cell: ExportCell, kind: ExportColumn['kind']): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return dutchNumber(cell)
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return `${cell.slice(8, 10)}-${cell.slice(5, 7)}-${cell.slice(0, 4)}`
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}

/** The cells of the table as text, header first; short rows are filled up, long ones cut. */
export function tableText(table: ExportTable): string[][] {
  const header = table.columns.map((c) => cellText(c.label, 'text'))
  const body = table.rows.map((row) => table.columns.map((c, i) => cellText(row[i] ?? null, c.kind)))
  return [header, ...body]
}
