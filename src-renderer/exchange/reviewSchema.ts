import * as v from 'valibot'
import { ANSWER_FORMATS, ANSWER_KINDS, REVIEW_FIELDS, REVIEW_STATUSES, VERDICTS } from '@/domain/review'
import { MAX_PLACES, MAX_REVIEW_ROWS } from '@/domain/validation'
import { date, flag, id, list, moment, name, object, oneOf, orNull, text, whole } from './schemaBasics'

/** Review rounds and answers, as they stand in a programme and in a review file. */

const field = oneOf(REVIEW_FIELDS)

/** Which sort of value belongs to which field is for the rules of the domain. */
const value = v.union(
  [
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PLACES)),
    v.pipe(v.string(), v.maxLength(40)),
    v.null(),
  ],
  'is geen aantal, datum of contract',
)

const cells = REVIEW_FIELDS.length

export const reviewRow = object({
  id,
  projectId: id,
  projectName: name,
  municipalityId: id,
  municipalityName: name,
  associationId: id,
  associationName: name,
  typeId: id,
  typeName: name,
  cells: list(object({ field, value, applies: flag }), cells),
})

export const reviewRound = object({
  id,
  number: whole(1, 10_000),
  programmeName: name,
  referenceDate: date,
  startedOn: date,
  dueDate: date,
  question: text,
  scope: object({
    associationIds: list(id, 5_000),
    municipalityIds: list(id, 5_000),
    typeIds: list(id, 1_000),
    statuses: list(oneOf(REVIEW_STATUSES), REVIEW_STATUSES.length),
  }),
  closedOn: orNull(date),
  rows: list(reviewRow, MAX_REVIEW_ROWS),
})

export const answeredRow = object({
  rowId: id,
  remark: text,
  cells: list(object({ field, kind: oneOf(ANSWER_KINDS), value, remark: text }), cells),
})

export const proposedRow = object({
  code: text,
  projectName: text,
  municipalityName: text,
  typeName: text,
  values: list(object({ field, value }), cells),
  remark: text,
})

export const reviewAnswer = object({
  id,
  roundId: id,
  associationId: id,
  sequence: whole(1, 10_000),
  source: object({
    name: text,
    hash: v.pipe(v.string('is geen tekst'), v.regex(/^[0-9a-f]{64}$/, 'is geen SHA-256')),
    format: oneOf(ANSWER_FORMATS),
  }),
  sender: text,
  answeredAt: orNull(moment),
  receivedOn: date,
  rows: list(answeredRow, MAX_REVIEW_ROWS),
  proposed: list(proposedRow, MAX_REVIEW_ROWS),
  decisions: list(
    object({
      rowId: id,
      field,
      verdict: oneOf(VERDICTS),
      reason: text,
      on: date,
      before: value,
      after: value,
    }),
    MAX_REVIEW_ROWS * cells,
  ),
  questions: list(
    object({
      id,
      rowId: orNull(id),
      field: orNull(field),
      text,
      owner: text,
      due: date,
      settledOn: orNull(date),
      outcome: text,
    }),
    MAX_REVIEW_ROWS * cells,
  ),
})
