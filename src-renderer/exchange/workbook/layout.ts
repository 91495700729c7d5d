import { capitalise, contractLabels, formatDate } from '@/domain/labels'
import { CONTRACT_FORMS } from '@/domain/model/values'
import { reviewFieldLabels, REVIEW_FIELDS, type ReviewField, type ReviewRound } from '@/domain/review'

/** The table of a review: what its columns are called, for the writer and the reader alike. */

export const COVER_SHEET = 'Uitleg'
export const TABLE_SHEET = 'Capaciteit'
export const LISTS_SHEET = 'Lijsten'

export const ROW_HEADING = 'Rij'
export const PROJECT_HEADING = 'Project'
export const MUNICIPALITY_HEADING = 'Gemeente'
export const TYPE_HEADING = 'Arrangementtype'
export const VERDICT_HEADING = 'Uw oordeel'
export const REMARK_HEADING = 'Opmerking of vraag'

export const fieldHeading = (field: ReviewField): string => capitalise(reviewFieldLabels[field])
export const askedHeading = (field: ReviewField): string => `Gevraagd: ${reviewFieldLabels[field]}`

/** What somebody chooses for a row, and what it means. */
export const VERDICT_WORDS = { agreed: 'klopt', changed: 'gewijzigd', question: 'vraag' } as const

export const SENDER_LABEL = 'Ingevuld door (functie, geen naam)'
export const ANSWERED_LABEL = 'Datum'

/** Code in the first column of the rows for new projects, and of the line above them. */
export const NEW_ROW = 'nieuw'
export const HEAD_ROW = 'kop'

export type ColumnKey =
  | 'id'
  | 'project'
  | 'municipality'
  | 'type'
  | 'verdict'
  | 'remark'
  | `field:${ReviewField}`
  | `asked:${ReviewField}`

const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[:*.]+$/, '')
    .trim()

const KEYS: ReadonlyMap<string, ColumnKey> = new Map<string, ColumnKey>([
  [squeeze(ROW_HEADING), 'id'],
  [squeeze(PROJECT_HEADING), 'project'],
  [squeeze(MUNICIPALITY_HEADING), 'municipality'],
  [squeeze(TYPE_HEADING), 'type'],
  [squeeze(VERDICT_HEADING), 'verdict'],
  [squeeze(REMARK_HEADING), 'remark'],
  ...REVIEW_FIELDS.flatMap((field): [string, ColumnKey][] => [
    [squeeze(fieldHeading(field)), `field:${field}`],
    [squeeze(askedHeading(field)), `asked:${field}`],
  ]),
])

export const columnOf = (heading: string): ColumnKey | null => KEYS.get(squeeze(heading)) ?? null
export const fieldOfKey = (key: ColumnKey): ReviewField | null =>
  REVIEW_FIELDS.find((field) => key === `field:${field}`) ?? null

export const sameWord = (a: string, b: string): boolean => squeeze(a) === squeeze(b)

/** The code of a contract by its Dutch words; null for words that are none. */
export const contractOf = (words: string): string | null =>
  CONTRACT_FORMS.find((form) => sameWord(contractLabels[form], words)) ?? null

/**
 * A date that stands beside the stamp, out of sight. Saved as CSV, a table may get its dates in the order of another
 * language (LibreOffice does so when its own language isn't Dutch); this one can be read in one way only.
 */
export const SAMPLE_DATE = '1999-12-31'

/** True when a row shows the sample date with the month first. */
export const isMonthFirst = (texts: readonly unknown[]): boolean =>
  texts.some((text) => typeof text === 'string' && /^\s*12\D31\D(19)?99\s*$/.test(text))

const STAMP = 'PALET-REVIEW'
const STAMP_VERSION = '1'

/** What a table says about itself in its first cell, so that it also survives as CSV. */
export interface TableStamp {
  readonly roundId: string
  readonly roundNumber: number
  readonly associationId: string
  readonly programmeName: string
}

export function stampText(round: ReviewRound, associationId: string): string {
  return [STAMP, STAMP_VERSION, round.id, String(round.number), associationId, round.programmeName].join('|')
}

/** @returns null for other text; `newer` for a stamp of a later Palet */
export function readStamp(text: string): TableStamp | 'newer' | null {
  const [mark, version, roundId, number, associationId, ...name] = text.trim().split('|')
  if (mark !== STAMP || version === undefined) return null
  if (version !== STAMP_VERSION) return /^\d{1,4}$/.test(version) ? 'newer' : null
  const roundNumber = Number(number)
  if (roundId === undefined || associationId === undefined || !Number.isInteger(roundNumber)) return null
  return { roundId, roundNumber, associationId, programmeName: name.join('|') }
}

export const tableTitle = (round: ReviewRound, association: string): string =>
  `Reviewronde ${String(round.number)} · ${association} · peildatum ${formatDate(round.referenceDate)}`
