import type { FigureQuery } from '@/domain/indicators'

/** What the grid shows: columns, body rows and the rows of totals, the last of which is the whole. Plain data, so that screen, clipboard and file agree. */
export interface GridColumn {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'number'
  /** Width in pixels; text columns may grow. */
  readonly width: number
  /** Text columns at the start stay in place while the rest scrolls sideways. */
  readonly sticky: boolean
  readonly sortable: boolean
}

export interface GridCell {
  readonly value: string | number | null
  /** The explanation that a number opens; null for text and for numbers that don't exist. */
  readonly query: FigureQuery | null
  /** A shortage is shown with weight, nothing with less. */
  readonly tone?: 'shortage' | 'muted'
}

export interface GridRow {
  readonly key: string
  /** A part is one of the kinds of which the total is the sum. */
  readonly kind: 'detail' | 'subtotal' | 'part' | 'total'
  readonly cells: readonly GridCell[]
}

export interface GridModel {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly totals: readonly GridRow[]
}

export interface GridSort {
  readonly key: string
  readonly descending: boolean
}

export const textCell = (value: string, tone?: 'muted'): GridCell =>
  tone === undefined ? { value, query: null } : { value, query: null, tone }

export const numberCell = (value: number | null, query: FigureQuery | null, tone?: 'shortage'): GridCell => {
  if (value === null) return { value, query: null }
  if (tone !== undefined) return { value, query, tone }
  return value === 0 ? { value, query, tone: 'muted' } : { value, query }
}

/** A click on the column that already sorts turns it round; numbers start with the largest. */
export function nextSort(current: GridSort | null, column: GridColumn): GridSort {
  if (current?.key === column.key) return { key: column.key, descending: !current.descending }
  return { key: column.key, descending: column.kind === 'number' }
}
