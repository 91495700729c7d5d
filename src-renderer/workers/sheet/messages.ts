import type { FieldKey, FoundValue, Mapping, RowOutcome } from '../../domain/intake'
import type { IsoDate } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import type { DomainError } from '../../domain/result'

export interface Overview {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[]
  /** The one that most looks like a table. */
  readonly chosen: number
}

/** A table in the workbook: sheet and row of the heads, both from 0. */
export interface Place {
  readonly sheet: number
  readonly head: number
}

export interface Look {
  readonly head: number
  /** Rows below the heads. */
  readonly rows: number
  readonly columns: readonly {
    readonly heading: string
    readonly letter: string
    /** The first different values in the column. */
    readonly samples: readonly string[]
  }[]
  /** The first rows of the sheet, to choose the heads in. */
  readonly top: readonly (readonly string[])[]
}

export type Words = Readonly<
  Partial<Record<FieldKey, readonly { readonly text: string; readonly count: number }[]>>
>

export interface RunInput {
  readonly place: Place
  readonly mapping: Mapping
  readonly values: readonly FoundValue[]
  readonly today: IsoDate
}

export interface RunEnd {
  readonly notices: readonly string[]
}

/** The kinds of questions, what each is given and what it answers. */
export interface SheetWork {
  open: { given: { bytes: Uint8Array }; answer: Overview }
  look: { given: { sheet: number; head: number | null }; answer: Look }
  programme: { given: { data: ProgrammeData }; answer: null }
  words: { given: { place: Place; mapping: Mapping }; answer: Words }
  run: { given: { input: RunInput }; answer: RunEnd | null }
}
export type WorkKind = keyof SheetWork

export type ToSheetWorker =
  | { [K in WorkKind]: { readonly id: number; readonly kind: K } & SheetWork[K]['given'] }[WorkKind]
  | { readonly kind: 'stop' }

export type FromSheetWorker =
  | { readonly kind: 'rows'; readonly rows: readonly RowOutcome[]; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: SheetWork[WorkKind]['answer'] }
  | { readonly kind: 'refused'; readonly id: number; readonly error: DomainError }
