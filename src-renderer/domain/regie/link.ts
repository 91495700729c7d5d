import type { Id, IsoDate } from '../model/basics'
import type { LinkTable } from './codes'

/** A pointer to another record. It is kept on one side and found from both (`linksOf`). */
export interface Link {
  readonly table: LinkTable
  readonly id: Id
}

/** A dated line in a list that only grows. */
export interface Dated {
  readonly id: Id
  readonly on: IsoDate
  readonly text: string
}
