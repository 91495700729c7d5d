import type { RecoverySheet } from '../../reports/recoverySheet'
import type { PdfInput, PdfProgress } from './engine'

/** A report of a programme, or the sheet with the recovery key. */
export type PdfWork = { readonly input: PdfInput } | { readonly recovery: RecoverySheet }
export type ToPdfWorker = { readonly job: number } & PdfWork

export type FromPdfWorker =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: PdfProgress }
  | { readonly kind: 'done'; readonly job: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string }
