import type { AnswerKind, AnswerSource, ProposedRow, ReviewField, ReviewValue } from './model'

/** Where in a file something was found, for a person who looks at it: row and column as the spreadsheet counts them. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: string | null
}

/** Something the reader of an answer should know; nothing of it stops the answer. */
export interface Notice {
  readonly code: string
  /** Information: read as meant. Warning: look at it. Error: this part was not read. */
  readonly level: 'info' | 'warning' | 'error'
  /** Plain Dutch, a whole sentence. */
  readonly message: string
  readonly place: Place | null
}

/** For what round a file was made. */
export interface AnswerStamp {
  readonly roundId: string
  readonly roundNumber: number
  readonly associationId: string
  readonly programmeName: string
}

/** A cell as a file has it. `given` is a value in a table, of which the round tells whether it was changed. */
export interface FileCell {
  readonly field: ReviewField
  readonly kind: AnswerKind | 'given'
  readonly value: ReviewValue
  readonly remark: string
  /** As the spreadsheet calls it; where the row stands is with the row. Null outside spreadsheets. */
  readonly column: string | null
}

/** What somebody chose for a whole row. */
export type RowVerdict = 'agreed' | 'changed' | 'question' | 'none'

export interface FileRow {
  readonly rowId: string
  readonly verdict: RowVerdict
  readonly remark: string
  readonly cells: readonly FileCell[]
  /** Texts of locked cells, to see whether they were changed; absent when the file doesn't repeat them. */
  readonly locked: {
    readonly projectName: string
    readonly municipalityName: string
    readonly typeName: string
  } | null
  readonly place: Place | null
}

/** An answer as it came out of a file, before it is laid beside its round. */
export interface AnswerFile {
  readonly stamp: AnswerStamp
  readonly source: AnswerSource
  readonly sender: string
  readonly answeredAt: string | null
  readonly rows: readonly FileRow[]
  readonly proposed: readonly ProposedRow[]
  readonly notices: readonly Notice[]
}
