export { textAsHtml, toClipboard } from './clipboard'
export { toCsv } from './csv'
export { CURRENT_FORMAT_VERSION, PALET_FORMAT } from './format'
export { assertContiguous, migrate, type Migration, migrations } from './migrations'
export { type PaletFile, type PaletStamp, serialisePalet } from './palet'
export { parsePalet } from './parsePalet'
export type { ExportCell, ExportColumn, ExportTable } from './table'
export {
  parseReview,
  parseReviewAnswer,
  type ReviewAnswerFile,
  type ReviewFile,
  reviewFileFor,
  serialiseReview,
  serialiseReviewAnswer,
} from './reviewFile'
export { agreementDays, type CalendarDay, calendarDays, toCalendar } from './calendar'
