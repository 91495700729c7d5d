import type { Partner, Project } from '../model/entities'
import type { FieldKey } from './fields'

/** Something about a row that a person should know, with the cell it is about and what to do. */
export interface RowProblem {
  /** `error`: the row can't come in like this. `warning`: the row comes in, but for this cell. */
  readonly level: 'error' | 'warning'
  /** As a spreadsheet names it: `C`. Null when it is about the row as a whole. */
  readonly column: string | null
  readonly message: string
}

export interface FieldChange {
  readonly field: FieldKey
  readonly label: string
  readonly from: string
  readonly to: string
}

export type RowRecord = Project | Partner

/** What one row would do. Rows count from 1, as in the spreadsheet. */
export interface RowOutcome {
  readonly row: number
  readonly kind: 'new' | 'changed' | 'same' | 'problem'
  readonly name: string
  /** Dutch, to tell rows of one name apart: the municipality, or the kind of partner. */
  readonly where: string
  readonly changes: readonly FieldChange[]
  readonly problems: readonly RowProblem[]
  /** The record as it would be; null when the row can't come in or nothing changes. */
  readonly after: RowRecord | null
  /** The record as it is; null for a new one, and where nothing changes. */
  readonly before: RowRecord | null
}

/** What a row says, read cell by cell; the problems are gathered beside it. */
export interface RowValues {
  readonly texts: Readonly<Partial<Record<FieldKey, string>>>
  readonly counts: Readonly<Partial<Record<FieldKey, number>>>
  readonly dates: Readonly<Partial<Record<FieldKey, string>>>
  /** Ids by field; a list may have several. */
  readonly choices: Readonly<Partial<Record<FieldKey, readonly string[]>>>
  /** As they stand in the cells of choices: a name that the record has already is no change. */
  readonly words: Readonly<Partial<Record<FieldKey, string>>>
  /** What is wrong with the cell of a choice, unless it says what the record says already. */
  readonly open: Readonly<Partial<Record<FieldKey, RowProblem>>>
}
