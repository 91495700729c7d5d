import * as v from 'valibot'
import { ok, refuse, type Result } from '@/domain/result'
import {
  type AnswerFile,
  type AnswerSource,
  type AnsweredRow,
  type FileRow,
  type ProposedRow,
  type ReviewRound,
  rowsFor,
} from '@/domain/review'
import { MAX_REVIEW_ROWS } from '@/domain/validation'
import { canonicalJson } from './canonical'
import { checksum } from './checksum'
import { guardJson } from './guard'
import { answeredRow, proposedRow, reviewRow } from './reviewSchema'
import { date, id, list, moment, name, object, orNull, text, whole } from './schemaBasics'

/**
 * The review file for those who have Palet: JSON as a `.palet` file, with a `format` of its own, so that nobody takes it
 * for a programme. One form for the question, with only the rows of one association, and one for the answer.
 */
export const REVIEW_FORMAT = 'palet-review'
export const ANSWER_FORMAT = 'palet-review-antwoord'
export const REVIEW_FORMAT_VERSION = 1
const MAX_CHARACTERS = 64 * 1024 * 1024

/** What is put to one association: all it needs, and nothing of the rest of the programme. */
export interface ReviewFile {
  readonly roundId: string
  readonly roundNumber: number
  readonly programmeName: string
  readonly associationId: string
  readonly associationName: string
  readonly referenceDate: string
  readonly startedOn: string
  readonly dueDate: string
  readonly question: string
  readonly rows: ReviewRound['rows']
}

export interface ReviewAnswerFile {
  readonly roundId: string
  readonly roundNumber: number
  readonly programmeName: string
  readonly associationId: string
  readonly sender: string
  readonly answeredAt: string | null
  readonly rows: readonly AnsweredRow[]
  readonly proposed: readonly ProposedRow[]
}

const about = { roundId: id, roundNumber: whole(1, 10_000), programmeName: name, associationId: id }

const reviewContent = object({
  ...about,
  associationName: name,
  referenceDate: date,
  startedOn: date,
  dueDate: date,
  question: text,
  rows: list(reviewRow, MAX_REVIEW_ROWS),
})

const answerContent = object({
  ...about,
  sender: text,
  answeredAt: orNull(moment),
  rows: list(answeredRow, MAX_REVIEW_ROWS),
  proposed: list(proposedRow, MAX_REVIEW_ROWS),
})

const envelope = v.object({
  format: v.string(),
  formatVersion: v.pipe(v.number(), v.integer()),
  checksum: v.string(),
  content: v.unknown(),
})

export function reviewFileFor(round: ReviewRound, associationId: string): ReviewFile {
  const rows = rowsFor(round, associationId)
  return {
    roundId: round.id,
    roundNumber: round.number,
    programmeName: round.programmeName,
    associationId,
    associationName: rows[0]?.associationName ?? '',
    referenceDate: round.referenceDate,
    startedOn: round.startedOn,
    dueDate: round.dueDate,
    question: round.question,
    rows,
  }
}

/** The text of a question file; the same content gives the same text. */
export const serialiseReview = (file: ReviewFile): string => serialise(REVIEW_FORMAT, file)
export const serialiseReviewAnswer = (file: ReviewAnswerFile): string => serialise(ANSWER_FORMAT, file)

function serialise(format: string, content: object): string {
  const body = canonicalJson(content)
  return `{\n  "format": ${JSON.stringify(format)},\n  "formatVersion": ${String(REVIEW_FORMAT_VERSION)},\n  "checksum": ${JSON.stringify(checksum(body))},\n  "content": ${body}\n}\n`
}

/** True for a file of ours about a review, question or answer; looks at its first signs only. */
export function looksLikeReviewFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, `"${REVIEW_FORMAT}`)
}

/** The same for the question alone. */
export function looksLikeReviewQuestion(bytes: Uint8Array): boolean {
  return startsWith(bytes, `"${REVIEW_FORMAT}"`)
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).replace(/^\uFEFF/, '')
  return /^\s*\{/.test(start) && start.includes(sign)
}

/** Reads a question file. Refuses `damaged`, `not-review`, `newer-version`, `wrong-schema`; it never throws. */
export function parseReview(bytes: Uint8Array): Result<ReviewFile> {
  const content = readContent(bytes, REVIEW_FORMAT)
  if (!content.ok) return content
  const shaped = v.safeParse(reviewContent, content.value, { abortEarly: true })
  return shaped.success ? ok(shaped.output) : wrongShape()
}

/** Reads an answer file. Refuses as `parseReview` does, and `not-answered` for a question that nobody filled in. */
export function parseReviewAnswer(bytes: Uint8Array, source: AnswerSource): Result<AnswerFile> {
  const content = readContent(bytes, ANSWER_FORMAT)
  if (!content.ok) return content
  const shaped = v.safeParse(answerContent, content.value, { abortEarly: true })
  if (!shaped.success) return wrongShape()
  const { roundId, roundNumber, associationId, programmeName, sender, answeredAt, rows, proposed } =
    shaped.output
  return ok({
    stamp: { roundId, roundNumber, associationId, programmeName },
    source,
    sender,
    answeredAt,
    rows: rows.map((row): FileRow => ({
      rowId: row.rowId,
      verdict: 'none',
      remark: row.remark,
      cells: row.cells.map((cell) => ({ ...cell, column: null })),
      locked: null,
      place: null,
    })),
    proposed,
    notices: [],
  })
}

function readContent(bytes: Uint8Array, wanted: string): Result<unknown> {
  if (bytes.length > MAX_CHARACTERS) return damaged()
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return damaged()
  }
  if (guardJson(json) !== null) return wrongShape()
  const around = v.safeParse(envelope, json)
  if (!around.success) return notReview()
  const { format, formatVersion, checksum: expected, content } = around.output
  if (format !== REVIEW_FORMAT && format !== ANSWER_FORMAT) return notReview()
  if (formatVersion > REVIEW_FORMAT_VERSION)
    return refuse(
      'newer-version',
      'Dit bestand is gemaakt met een nieuwere Palet. Werk Palet bij en open het bestand daarna opnieuw.',
    )
  if (format !== wanted)
    return wanted === ANSWER_FORMAT
      ? refuse(
          'not-answered',
          'Dit is de vraag van een reviewronde, geen antwoord. Vraag de corporatie om het antwoordbestand te sturen.',
        )
      : refuse(
          'already-answered',
          'Dit is een antwoord op een reviewronde. Open het bij de ronde zelf, in het programma.',
        )
  return checksum(canonicalJson(content)) === expected ? ok(content) : damaged()
}

const damaged = (): Result<never> =>
  refuse(
    'damaged',
    'Dit bestand is beschadigd of niet helemaal overgekomen. Vraag de afzender om een nieuwe kopie.',
  )
const notReview = (): Result<never> =>
  refuse(
    'not-review',
    'Dit is geen bestand van een reviewronde. Kies het bestand dat de corporatie terugstuurde.',
  )
const wrongShape = (): Result<never> =>
  refuse(
    'wrong-schema',
    'Palet kan dit bestand niet lezen: de opbouw klopt niet. Vraag de afzender om een nieuwe kopie.',
  )
