import type { PdfInput, PdfProgress } from './engine'

export interface ToPdfWorker {
  readonly job: number
  readonly input: PdfInput
}

export type FromPdfWorker =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: PdfProgress }
  | { readonly kind: 'done'; readonly job: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly job: number; readonly reason: string }
