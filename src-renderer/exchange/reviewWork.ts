import * as v from 'valibot'
import type { AnswerWork } from '@/domain/review/answering'
import { MAX_REVIEW_ROWS } from '@/domain/validation'
import { canonicalJson } from './canonical'
import { guardJson } from './guard'
import { answeredRow, proposedRow } from './reviewSchema'
import { list, object, text } from './schemaBasics'

/** An answer that isn't ready yet, as Palet keeps it for itself; it never leaves the computer in this form. */
export interface KeptReviewWork {
  readonly work: AnswerWork
  /** Role of who fills it in. */
  readonly sender: string
}

const VERSION = 1

const content = object({
  version: v.literal(VERSION),
  sender: text,
  rows: list(answeredRow, MAX_REVIEW_ROWS),
  proposed: list(proposedRow, MAX_REVIEW_ROWS),
})

export function serialiseReviewWork({ work, sender }: KeptReviewWork): string {
  return canonicalJson({
    version: VERSION,
    sender,
    rows: [...work.rows.values()],
    proposed: work.proposed,
  })
}

/** Null when it can't be read. */
export function parseReviewWork(json: string): KeptReviewWork | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  if (guardJson(value) !== null) return null
  const shaped = v.safeParse(content, value, { abortEarly: true })
  if (!shaped.success) return null
  const { rows, proposed, sender } = shaped.output
  return { sender, work: { rows: new Map(rows.map((row) => [row.rowId, row])), proposed } }
}
