import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { ReviewRound } from '@/domain/review'
import { reviewFileFor, serialiseReview } from '@/exchange/reviewFile'
import type { FileToSave } from '@/platform'
import { capacityStatement, type ReviewPaper, reviewTable } from '@/reports/review'
import { type SealChoice, sealedAs } from '@/state/sealedFiles'
import { makeReviewPdf } from '@/workers/pdf/makePdf'

/** The four files that an association can get. */
export const FILE_KINDS = ['workbook', 'review', 'table', 'statement'] as const
export type RoundFileKind = (typeof FILE_KINDS)[number]

export interface Association {
  readonly id: Id
  readonly name: string
}

export interface FileOptions {
  readonly paper: ReviewPaper
  /** Only a review file is ever sealed: a spreadsheet or a PDF can't be. */
  readonly seal: SealChoice
  readonly today: IsoDate
}

/** Makes one file: from the frozen round only, but for the statement, which tells about the plan of now. */
export async function makeFile(
  kind: RoundFileKind,
  data: ProgrammeData,
  round: ReviewRound,
  { id, name }: Association,
  { paper, seal, today }: FileOptions,
): Promise<FileToSave> {
  // The library comes along only when somebody asks for a file.
  const { reviewFileName, writeReviewWorkbook } = await import('@/exchange/workbook')
  switch (kind) {
    case 'workbook':
      return {
        kind: 'workbook',
        suggestedName: reviewFileName(round, name, 'xlsx'),
        bytes: new Uint8Array(await writeReviewWorkbook(round, id, data, { paper })),
      }
    case 'review':
      return {
        kind: 'review',
        suggestedName: reviewFileName(round, name, 'palet'),
        bytes: await sealedAs(seal, new TextEncoder().encode(serialiseReview(reviewFileFor(round, id)))),
      }
    case 'table':
      return {
        kind: 'pdf',
        suggestedName: reviewFileName(round, name, 'pdf'),
        bytes: await makeReviewPdf(reviewTable(data, round, id, { paper, generatedOn: today })),
      }
    case 'statement':
      return {
        kind: 'pdf',
        suggestedName: reviewFileName(round, name, 'pdf').replace('reviewronde', 'capaciteitsverklaring'),
        bytes: await makeReviewPdf(capacityStatement(data, round, id, { generatedOn: today })),
      }
  }
}
