import type { IsoDate } from '@/domain/model/entities'
import { formatQuarter } from '@/domain/labels'
import { lastDayOfQuarter, type Quarter, quarterKey } from '@/domain/time/quarter'

/** A matrix of figures: one row per municipality (or association, or type), one column per quarter. */
export interface Matrix<F> {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow<F>[]
  readonly total: MatrixRow<F>
}

export interface MatrixRow<F> {
  /** Null for "without association" and for the total. */
  readonly id: string | null
  readonly name: string
  /** One per column of the matrix. */
  readonly cells: readonly F[]
}

export interface MatrixColumn {
  readonly key: string
  /** The figures of a quarter are those of its last day. */
  readonly date: IsoDate
  readonly quarter: Quarter
  /** A folded year shows its last quarter only. */
  readonly folded: boolean
  /** Full name, to be read aloud. */
  readonly name: string
}

/** Years next to each other in the head, over their quarters. */
export interface YearSpan {
  readonly year: number
  readonly folded: boolean
  readonly first: number
  readonly count: number
}

/**
 * The columns that are on screen: all quarters, or of a folded year only the last.
 * @param foldedYears years of which only the end is shown
 */
export function columnsOf(quarters: readonly Quarter[], foldedYears: ReadonlySet<number>): MatrixColumn[] {
  return quarters.flatMap((quarter, i) => {
    const folded = foldedYears.has(quarter.year)
    if (folded && quarters[i + 1]?.year === quarter.year) return []
    return [
      {
        key: quarterKey(quarter),
        date: lastDayOfQuarter(quarter),
        quarter,
        folded,
        name: folded ? `eind ${String(quarter.year)}` : formatQuarter(quarter),
      },
    ]
  })
}

export function yearSpans(columns: readonly MatrixColumn[]): YearSpan[] {
  const spans: { year: number; folded: boolean; first: number; count: number }[] = []
  columns.forEach((column, i) => {
    const last = spans.at(-1)
    if (last?.year === column.quarter.year) last.count += 1
    else spans.push({ year: column.quarter.year, folded: column.folded, first: i, count: 1 })
  })
  return spans
}

/** Turns tables of one date each into rows with one cell per date. All tables have the same rows, in the same order. */
export function matrixOf<R extends { readonly id: string | null; readonly name: string }>(
  columns: readonly MatrixColumn[],
  tables: readonly { readonly rows: readonly R[]; readonly total: R }[],
): Matrix<R> {
  const first = tables[0]
  const pick = (row: (table: { rows: readonly R[]; total: R }) => R | undefined): R[] =>
    tables.flatMap((table) => row(table) ?? [])
  return {
    columns,
    rows: (first?.rows ?? []).map(({ id, name }, i) => ({ id, name, cells: pick((t) => t.rows[i]) })),
    total: { id: null, name: 'Totaal', cells: pick((t) => t.total) },
  }
}

/** What the grid shows of a cell. */
export interface CellFace {
  readonly text: string
  /** Shape in front of the number; null = none. */
  readonly sign: Sign | null
  /** Strength of the background: 0 = none. */
  readonly heat: Heat
  readonly muted: boolean
  /** Second line, in rows of two lines. */
  readonly below: string
  /** True when the cell differs from what it is compared with. */
  readonly changed: boolean
  /** What the number is and what its sign says: read aloud after it, with the headings of row and column. */
  readonly spoken: string
}

/** shortage: too few, and no plan for the rest; planned: too few, but plans would fill it; even; more than asked. */
export const SIGNS = ['shortage', 'planned', 'even', 'more'] as const
export type Sign = (typeof SIGNS)[number]
export type Heat = 0 | 1 | 2 | 3 | 4
