import pdfMake from 'pdfmake/build/pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ProgressReport } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import { type FontBytes, fontFiles, REPORT_FONT } from '../../reports/fonts'
import type { PreparedReport, ReportOptions } from '../../reports/kind'
import { reportKinds, type ReportKindName } from '../../reports/registry'

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
  onProgress({ percent: 12, step: 'Eerste bladzijde passend maken' })
  const fit = await findFit(prepared)
  onProgress({ percent: 22, step: 'Grafieken en tabellen maken' })
  const definition = prepared.document(fit)
  onProgress({ percent: 40, step: 'Bladzijden opmaken' })
  let reported = 0
  const bytes = await draw(definition, (share) => {
    if (share - reported < 0.02) return
    reported = share
    onProgress({ percent: 60 + Math.round(share * 38), step: 'Bladzijden tekenen' })
  })
  onProgress({ percent: 100, step: 'Klaar' })
  return bytes
}

/**
 * The most generous setting in which the first page is one page. Each setting takes less room than the one before, so
 * halving finds it in a few layouts. The last setting flows on to a next page by design and needs no trying.
 */
async function findFit(prepared: PreparedReport): Promise<number> {
  let low = 0
  let high = prepared.fits - 1
  // One report is made again and again while it is written: it mostly fits as it did, so begin there.
  let guess = lastFit
  while (low < high) {
    const tried = Math.min(Math.max(guess ?? Math.floor((low + high) / 2), low), high - 1)
    guess = tried === guess ? tried - 1 : undefined
    if ((await pagesOf(prepared.probe(tried))) <= 1) high = tried
    else {
      low = tried + 1
      guess = undefined
    }
  }
  lastFit = low
  return low
}

let lastFit: number | undefined

async function pagesOf(definition: TDocumentDefinitions): Promise<number> {
  let pages = 0
  const counting: TDocumentDefinitions['footer'] = (_current, count) => {
    pages = count
    return ''
  }
  pdfMake.setProgressCallback(() => undefined)
  // The pages are known after layout; writing the file, the slower part, is not needed for counting.
  await pdfMake.createPdf({ ...definition, footer: counting }).getStream()
  return pages
}

async function draw(
  definition: TDocumentDefinitions,
  onShare: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  pdfMake.setProgressCallback(onShare)
  const buffer = await pdfMake.createPdf(definition).getBuffer()
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
