import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { IsoDate, ProgressReport } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'

export interface ReportOptions {
  /** The date that the report says it was made on: the only thing in it that isn't data. */
  readonly generatedOn: IsoDate
  /** Which state of the data this is, such as the number of the last commit; printed on every page. */
  readonly dataVersion: string
}

/**
 * A report with its figures computed, ready to be laid out. Whether the first page fits can only be known by laying it
 * out, so there is a probe (that page alone) for each of `fits` ways to set it, each taking less room than the one before.
 */
export interface PreparedReport {
  readonly fits: number
  probe(fit: number): TDocumentDefinitions
  document(fit: number): TDocumentDefinitions
}

export interface ReportKind {
  /** Dutch name of this kind of report. */
  readonly label: string
  prepare(data: ProgrammeData, report: ProgressReport, options: ReportOptions): PreparedReport
}
