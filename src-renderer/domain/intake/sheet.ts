import type { IsoDate } from '../model/entities'

/** What a cell of a spreadsheet holds. */
export type Cell = string | number | boolean | { readonly date: IsoDate } | null

/** A sheet as it was read. Rows and columns count from 0; short rows end in nothing. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly Cell[])[]
  readonly hiddenRows: ReadonlySet<number>
  /** Cells whose value came from a formula, by `cellKey` of the readers. */
  readonly formulas: ReadonlySet<number>
  readonly merged: readonly {
    readonly top: number
    readonly left: number
    readonly bottom: number
    readonly right: number
  }[]
}

/** A cell read as what it should hold. `odd` says what was strange though it could be read. */
export type CellRead<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: T; readonly odd: string | null }
  | { readonly kind: 'wrong'; readonly why: string }

/** How cells are read: passed in, since the forms that numbers and dates take are for the reader of files to know. */
export interface CellReaders {
  count(cell: Cell): CellRead<number>
  date(cell: Cell): CellRead<IsoDate>
  text(cell: Cell): string
  /** True for the word that a formula with a mistake leaves behind. */
  isError(text: string): boolean
  cellKey(row: number, column: number): number
  /** 0 → `A`. */
  columnName(column: number): string
}

/** Merged cells reach no further down than this: else one range could fill a memory. */
const MAX_FILLED = 200_000

/**
 * The table below the heads. A cell that is merged with cells below it counts for all rows that it spans: that is how
 * people write a municipality once beside its projects.
 */
export class TableCells {
  private readonly filled = new Map<number, Cell>()
  /** Rows that got a value from a merged cell above. */
  readonly mergedRows = new Set<number>()

  constructor(
    readonly sheet: Sheet,
    readonly head: number,
    private readonly readers: CellReaders,
  ) {
    for (const { top, left, bottom } of sheet.merged) {
      if (bottom <= head || bottom === top) continue
      const value = sheet.rows[top]?.[left] ?? null
      if (value === null) continue
      for (let row = Math.max(top, head) + 1; row <= bottom && row < sheet.rows.length; row += 1) {
        if (this.filled.size >= MAX_FILLED) return
        this.filled.set(readers.cellKey(row, left), value)
        this.mergedRows.add(row)
      }
    }
  }

  at(row: number, column: number): Cell {
    const value = this.sheet.rows[row]?.[column] ?? null
    if (value !== null || this.filled.size === 0) return value
    return this.filled.get(this.readers.cellKey(row, column)) ?? null
  }

  /** True for a formula of which the program that wrote the file kept no outcome. */
  isEmptyFormula(row: number, column: number): boolean {
    return (
      this.sheet.formulas.size > 0 &&
      this.sheet.formulas.has(this.readers.cellKey(row, column)) &&
      (this.sheet.rows[row]?.[column] ?? null) === null
    )
  }
}

/** The heads as text; a column without one has an empty text. */
export function headingsOf(sheet: Sheet, head: number, readers: CellReaders): string[] {
  const row = sheet.rows[head] ?? []
  return Array.from(row, (cell) =>
    readers
      .text(cell ?? null)
      .replace(/\s+/g, ' ')
      .slice(0, 200),
  )
}
