import type { Id } from '@/domain/model/entities'
import type { ProgrammeData, TableName } from '@/domain/model/programmeData'

/** One thing that a record says, as a person reads it. */
export interface FieldText {
  /** The same for the same field before and after a change. */
  readonly key: string
  readonly label: string
  /** Empty when nothing was filled in. */
  readonly text: string
}

export interface Context {
  /** For the names of what a record points to. */
  readonly nameOf: (table: TableName, id: Id) => string
  /** The programme now; a scenario is told with its names. */
  readonly data: ProgrammeData
}

export type Write = (key: string, label: string, text: string) => void
export type Writer<T> = (record: T, write: Write, context: Context) => void
