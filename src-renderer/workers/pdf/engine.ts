import pdfMake from 'pdfmake/build/pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ProgressReport } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import { type FontBytes, fontFiles, REPORT_FONT } from '../../reports/fonts'
import type { ReportOptions } from '../../reports/kind'
import { recoveryDocument, type RecoverySheet } from '../../reports/recoverySheet'
import { reviewDocument } from '../../reports/review'
import type { ReviewSheet } from '../../reports/review/model'
import { sessionDocument } from '../../reports/session/document'
import type { SessionSheet } from '../../reports/session/model'
import { reportKinds, type ReportKindName } from '../../reports/registry'
import { checking, fitted, type PageCheck } from './fit'

/** Everything a report is made of; plain data, so it can cross to a worker. */
export interface PdfInput {
  readonly kind: ReportKindName
  readonly data: ProgrammeData
  readonly report: ProgressReport
  readonly options: ReportOptions
}

export interface PdfProgress {
  readonly percent: number
  /** Dutch, what is being done now. */
  readonly step: string
}
export type OnProgress = (progress: PdfProgress) => void

/** The bytes of the report. One code path for the window's worker and for Node, so both give the same file. */
export async function renderPdf(
  input: PdfInput,
  fonts: FontBytes,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  onProgress({ percent: 2, step: 'Lettertype klaarzetten' })
  useFonts(fonts)
  onProgress({ percent: 6, step: 'Cijfers berekenen' })
  const prepared = reportKinds[input.kind].prepare(input.data, input.report, input.options)
  const share = (done: number): void => {
    onProgress({ percent: 40 + Math.round(done * 58), step: 'Bladzijden tekenen' })
  }
  const at = async (fit: number, check?: PageCheck): Promise<Uint8Array<ArrayBuffer>> => {
    onProgress({ percent: 15, step: 'Grafieken en tabellen maken' })
    const definition = prepared.document(fit)
    onProgress({ percent: 25, step: 'Bladzijden opmaken' })
    return draw(definition, share, check)
  }
  const bytes = await fitted(prepared, at, () => {
    onProgress({ percent: 12, step: 'Eerste bladzijde passend maken' })
  })
  onProgress({ percent: 100, step: 'Klaar' })
  return bytes
}

/** The sheet with the recovery key. */
export async function renderRecoverySheet(
  sheet: RecoverySheet,
  fonts: FontBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  useFonts(fonts)
  return draw(recoveryDocument(sheet), () => undefined)
}

/** A table or statement of a review round. */
export async function renderReviewSheet(
  sheet: ReviewSheet,
  fonts: FontBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  useFonts(fonts)
  return draw(reviewDocument(sheet), () => undefined)
}

/** The minutes of a session. */
export async function renderSessionSheet(
  sheet: SessionSheet,
  fonts: FontBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  useFonts(fonts)
  return draw(sessionDocument(sheet), () => undefined)
}

async function draw(
  definition: TDocumentDefinitions,
  onShare: (share: number) => void,
  check?: PageCheck,
): Promise<Uint8Array<ArrayBuffer>> {
  let reported = 0
  pdfMake.setProgressCallback((share) => {
    if (share - reported < 0.02) return
    reported = share
    onShare(share)
  })
  const checked = check === undefined ? definition : checking(definition, check)
  const buffer = await pdfMake.createPdf(checked).getBuffer()
  // A plain array of its own memory: it can be handed over between threads.
  return new Uint8Array(buffer)
}

let loaded: FontBytes | undefined

function useFonts(fonts: FontBytes): void {
  // Nothing in a report may be fetched: all it needs is given.
  pdfMake.setUrlAccessPolicy(() => false)
  if (loaded !== fonts) {
    pdfMake.addVirtualFileSystem(
      Object.fromEntries(Object.entries(fonts).map(([name, bytes]) => [name, toBase64(bytes)])),
    )
    loaded = fonts
  }
  pdfMake.setFonts({ [REPORT_FONT]: { ...fontFiles } })
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(''))
}
