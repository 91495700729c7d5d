import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { IsoDate, ProgressReport } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import type { TimelinePrint } from './timeline/model'

export interface ReportOptions {
  /** The date that the report says it was made on: the only thing in it that isn't data. */
  readonly generatedOn: IsoDate
  /** Which state of the data this is, such as the number of the last commit; printed on every page. */
  readonly dataVersion: string
  /** Paper, grouping and projects of a printed timeline; other kinds don't look at it. */
  readonly timeline?: TimelinePrint
}

/** The `headlineLevel` of a mark at the end of the first page, so that a layout tells where that is. */
export const FIRST_PAGE_END = 99

/**
 * A report with its figures computed, ready to be laid out. The first page can be set in `fits` ways, each taking less
 * room than the one before; the last flows on to a next page by design. Which is the first that fits only a layout can
 * tell; `expected` is a good guess, and `growth` makes one layout say something about its neighbours too.
 */
export interface PreparedReport {
  readonly fits: number
  readonly expected: number
  /** How much higher, in points, the first page gets at least with the setting before `fit`. */
  growth(fit: number): number
  /** The first page alone, without its pictures: only to be laid out. */
  probe(fit: number): TDocumentDefinitions
  document(fit: number): TDocumentDefinitions
}

export interface ReportKind {
  /** Dutch name of this kind of report. */
  readonly label: string
  prepare(data: ProgrammeData, report: ProgressReport, options: ReportOptions): PreparedReport
}
