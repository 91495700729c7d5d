import { fontFiles, type FontBytes } from '../../reports/fonts'
import { renderPdf, renderRecoverySheet, renderReviewSheet, renderSessionSheet } from './engine'
import { fontUrls } from './fontUrls'
import type { FromPdfWorker, ToPdfWorker } from './messages'

/** Thin entry: gets the data of one report, answers with progress and at last the bytes of the PDF. */
let fonts: Promise<FontBytes> | undefined

async function fetchFonts(): Promise<FontBytes> {
  const bytes = async (url: string): Promise<Uint8Array> => {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`font: ${String(response.status)}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const [normal, bold, italics, bolditalics] = await Promise.all([
    bytes(fontUrls.normal),
    bytes(fontUrls.bold),
    bytes(fontUrls.italics),
    bytes(fontUrls.bolditalics),
  ])
  return {
    [fontFiles.normal]: normal,
    [fontFiles.bold]: bold,
    [fontFiles.italics]: italics,
    [fontFiles.bolditalics]: bolditalics,
  }
}

function tell(message: FromPdfWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

function render(message: ToPdfWorker, given: FontBytes): Promise<Uint8Array<ArrayBuffer>> {
  if ('recovery' in message) return renderRecoverySheet(message.recovery, given)
  if ('session' in message) return renderSessionSheet(message.session, given)
  if ('review' in message) return renderReviewSheet(message.review, given)
  return renderPdf(message.input, given, (progress) => {
    tell({ kind: 'progress', job: message.job, progress })
  })
}

async function make(message: ToPdfWorker): Promise<void> {
  const { job } = message
  try {
    fonts ??= fetchFonts()
    const bytes = await render(message, await fonts)
    tell({ kind: 'done', job, bytes }, [bytes.buffer])
  } catch (cause) {
    fonts = undefined
    tell({ kind: 'failed', job, reason: cause instanceof Error ? cause.message : String(cause) })
  }
}

self.addEventListener('message', (event: MessageEvent<ToPdfWorker>) => {
  void make(event.data)
})
