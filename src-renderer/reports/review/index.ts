import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ReviewSheet } from './model'
import { statementDocument } from './statementDocument'
import { tableDocument } from './tableDocument'

export * from './model'
export { capacityStatement } from './statement'
export { reviewTable } from './table'

export const reviewDocument = (sheet: ReviewSheet): TDocumentDefinitions =>
  sheet.kind === 'table' ? tableDocument(sheet) : statementDocument(sheet)
