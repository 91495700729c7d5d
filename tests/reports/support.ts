import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { parsePalet } from '@/exchange'
import { type FontBytes, fontFiles } from '@/reports/fonts'
import type { ReviewSheet } from '@/reports/review'
import type { SessionSheet } from '@/reports/session'
import { type PdfProgress, renderPdf, renderReviewSheet, renderSessionSheet } from '@/workers/pdf/engine'

const top = join(import.meta.dirname, '../..')
const font = (name: string): Uint8Array => new Uint8Array(readFileSync(join(top, 'resources/fonts', name)))
const fonts: FontBytes = {
  [fontFiles.normal]: font(fontFiles.normal),
  [fontFiles.bold]: font(fontFiles.bold),
  [fontFiles.italics]: font(fontFiles.italics),
  [fontFiles.bolditalics]: font(fontFiles.bolditalics),
}

export const OPTIONS = { generatedOn: '2027-04-02', dataVersion: 'proef-17' } as const

export function makeReport(
  data: ProgrammeData,
  report: ProgressReport,
  onProgress: (progress: PdfProgress) => void = () => undefined,
): Promise<Uint8Array> {
  return renderPdf({ kind: 'bestuur', data, report, options: OPTIONS }, fonts, onProgress)
}

export const makeReviewSheet = (sheet: ReviewSheet): Promise<Uint8Array> => renderReviewSheet(sheet, fonts)

export const makeSessionSheet = (sheet: SessionSheet): Promise<Uint8Array> => renderSessionSheet(sheet, fonts)

export function sample(): ProgrammeData {
  const parsed = parsePalet(readFileSync(join(top, 'resources/sample/achterhoek.palet')))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value.data
}

/** Runs a program on a PDF in a folder of its own. */
export function onPdf(bytes: Uint8Array, program: string, args: (file: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'palet-report-'))
  try {
    const file = join(folder, 'rapport.pdf')
    writeFileSync(file, bytes)
    return execFileSync(program, [...args(file)], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The words of each page, laid out as on paper. */
export function pagesOf(bytes: Uint8Array): string[] {
  const text = onPdf(bytes, 'pdftotext', (file) => ['-layout', '-enc', 'UTF-8', file, '-'])
  return text.split('\f').slice(0, -1)
}

/** The words of a page in one line, for looking up sentences that may have wrapped. */
export function flat(page: string | undefined): string {
  return (page ?? '').replace(/\s+/g, ' ')
}

/** The whole numbers in the first line that starts with these words. */
export function numbersAfter(page: string | undefined, words: string): number[] {
  const line = (page ?? '').split('\n').find((one) => one.trim().startsWith(words))
  const rest = line?.trim().slice(words.length) ?? ''
  return [...rest.matchAll(/(?<![\d-])-?\d[\d.]*(?![\d-])/g)].map((match) =>
    Number(match[0].replaceAll('.', '')),
  )
}
