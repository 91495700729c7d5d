import PdfJsWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One reading thread for all previews; a file of the application itself, as the window's policy asks. */
let worker: PDFWorker | undefined

/** Opens the bytes of a PDF for drawing. The bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  worker ??= PDFWorker.create({ port: new PdfJsWorker() })
  return getDocument({
    // The reader takes over what it gets, and these bytes are still to be saved.
    data: bytes.slice(),
    worker,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    stopAtErrors: true,
  }).promise
}

/** Draws a page, on a canvas of its own or on one used before: its old picture is gone then. */
export async function drawPage(
  doc: PDFDocumentProxy,
  number: number,
  width: number,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
): Promise<HTMLCanvasElement> {
  const page = await doc.getPage(number)
  const scale = width / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  // Plain memory instead of the graphics card's: large sheets must not run it out.
  canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  await page.render({ canvas, viewport }).promise
  page.cleanup()
  return canvas
}

export type { PDFDocumentProxy }
