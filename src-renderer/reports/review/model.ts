import type { IsoDate } from '../../domain/model/entities'
import type { ReviewField } from '../../domain/review'

/** What stands above and below every page about one association in one round. */
export interface ReviewSheetHead {
  readonly programmeName: string
  /** Of the programme as it is now. */
  readonly purpose: string
  readonly example: boolean
  readonly roundNumber: number
  readonly associationName: string
  readonly referenceDate: IsoDate
  /** The date that the sheet says it was made on: the only thing in it that isn't data. */
  readonly generatedOn: IsoDate
}

export type ReviewPaper = 'a4' | 'a3'

/** A row of either sheet: what it is about, and a text for each field that is asked. */
export interface SheetRow<Cell> {
  readonly id: string
  readonly project: string
  readonly municipality: string
  readonly type: string
  /** By field; a project that can't have a field has no cell. */
  readonly cells: Partial<Readonly<Record<ReviewField, Cell>>>
}

/** The table as it was asked, to fill in by pen at a meeting. */
export interface ReviewTable {
  readonly kind: 'table'
  readonly paper: ReviewPaper
  readonly head: ReviewSheetHead
  readonly dueDate: IsoDate
  readonly question: string
  readonly fields: readonly ReviewField[]
  readonly rows: readonly SheetRow<string>[]
  /** Places asked, by status. */
  readonly totals: Partial<Readonly<Record<ReviewField, number>>>
}

/** A figure of the plan, and whether the association stands for it. */
export interface StatedCell {
  readonly text: string
  readonly confirmed: boolean
}

/** A figure that isn't confirmed although something was said about it. */
export interface OpenFigure {
  readonly project: string
  readonly field: ReviewField
  readonly text: string
}

export interface StatedQuestion {
  readonly about: string
  readonly text: string
  readonly owner: string
  readonly due: IsoDate
}

/** Capaciteitsverklaring: what the association stands for in this round, and what is still open. */
export interface CapacityStatement {
  readonly kind: 'statement'
  readonly head: ReviewSheetHead
  readonly fields: readonly ReviewField[]
  readonly rows: readonly SheetRow<StatedCell>[]
  /** Places in the plan by status, and how many of those are confirmed. */
  readonly totals: Partial<
    Readonly<Record<ReviewField, { readonly all: number; readonly confirmed: number }>>
  >
  readonly cells: number
  readonly confirmedCells: number
  /** The answer that counts; null when none came in. */
  readonly answer: { readonly sender: string; readonly receivedOn: IsoDate; readonly fileName: string } | null
  readonly openFigures: readonly OpenFigure[]
  readonly questions: readonly StatedQuestion[]
}

export type ReviewSheet = ReviewTable | CapacityStatement
