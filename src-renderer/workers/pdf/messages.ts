import type { RecoverySheet } from '../../reports/recoverySheet'
import type { ReviewSheet } from '../../reports/review/model'
import type { SessionSheet } from '../../reports/session/model'
import type { PdfInput, PdfProgress } from './engine'

/** A report of a programme, a sheet of a review round, the minutes of a session, or the sheet with the recovery key. */
export type PdfWork =
  | { readonly input: PdfInput }
  | { readonly review: ReviewSheet }
  | { readonly session: SessionSheet }
  | { readonly recovery: RecoverySheet }
export type ToPdfWorker = { readonly job: number } & PdfWork

export type FromPdfWorker =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: PdfProgress }
  | { readonly kind: 'done'; readonly job: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string }
