import type { Id, IsoDate } from '../model/basics'

/** Statuses that a review asks about, the furthest on first. Places that ended are not asked. */
export const REVIEW_STATUSES = ['available', 'preparing', 'committed', 'explored', 'idea'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** Everything that can be asked about a project, in the order of the columns. */
export const REVIEW_FIELDS = [...REVIEW_STATUSES, 'homesOn', 'supportFrom', 'contract'] as const
export type ReviewField = (typeof REVIEW_FIELDS)[number]

/** Places: a whole number. Dates: `YYYY-MM-DD` or null for unknown. Contract: its code. */
export type ReviewValue = number | string | null

/** Narrows a round; an empty list means all. */
export interface ReviewScope {
  readonly associationIds: readonly Id[]
  readonly municipalityIds: readonly Id[]
  readonly typeIds: readonly Id[]
  readonly statuses: readonly ReviewStatus[]
}

/** One cell of the frozen table. */
export interface AskedCell {
  readonly field: ReviewField
  readonly value: ReviewValue
  /** True when another value can be put in the plan; else a correction becomes a question. */
  readonly applies: boolean
}

/** One project with its type as it was when the round began: it stands on its own, names and all. */
export interface ReviewRow {
  /** Stable within the round and readable, such as `R3-012`. */
  readonly id: Id
  readonly projectId: Id
  readonly projectName: string
  readonly municipalityId: Id
  readonly municipalityName: string
  readonly associationId: Id
  readonly associationName: string
  readonly typeId: Id
  readonly typeName: string
  /** Only what is asked; what a project can't have (support from, for a shelter) isn't there. */
  readonly cells: readonly AskedCell[]
}

/** Reviewronde: the capacity table on a date, put to the associations it concerns. */
export interface ReviewRound {
  readonly id: Id
  /** 1, 2, 3 … within the programme. */
  readonly number: number
  /** Name of the programme when the round began: an answer shows it. */
  readonly programmeName: string
  /** Peildatum: the places are those of this day. */
  readonly referenceDate: IsoDate
  readonly startedOn: IsoDate
  /** Answers are wanted on or before this day. */
  readonly dueDate: IsoDate
  /** What is asked, in the words of the assignment manager. */
  readonly question: string
  readonly scope: ReviewScope
  readonly closedOn: IsoDate | null
  readonly rows: readonly ReviewRow[]
}

export const ANSWER_KINDS = ['confirm', 'correct', 'question'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export interface AnsweredCell {
  readonly field: ReviewField
  readonly kind: AnswerKind
  /** What the association says it is; for a question the value as asked. */
  readonly value: ReviewValue
  readonly remark: string
}

export interface AnsweredRow {
  readonly rowId: Id
  readonly remark: string
  /** Only the cells that were answered. */
  readonly cells: readonly AnsweredCell[]
}

/** A row that isn't in the round: new, or of somewhere else. It never changes the plan by itself. */
export interface ProposedRow {
  /** The code that stood in the file; empty for a new row. */
  readonly code: string
  readonly projectName: string
  readonly municipalityName: string
  readonly typeName: string
  readonly values: readonly { readonly field: ReviewField; readonly value: ReviewValue }[]
  readonly remark: string
}

export const ANSWER_FORMATS = ['xlsx', 'ods', 'csv', 'palet'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

export interface AnswerSource {
  readonly name: string
  /** SHA-256 of the file in hexadecimals: the same file is known again. */
  readonly hash: string
  readonly format: AnswerFormat
}

export const VERDICTS = ['accepted', 'rejected', 'asked'] as const
/** Accepted: in the plan. Rejected: the plan stays. Asked: it became a question. */
export type Verdict = (typeof VERDICTS)[number]

export interface CellDecision {
  readonly rowId: Id
  readonly field: ReviewField
  readonly verdict: Verdict
  readonly reason: string
  readonly on: IsoDate
  /** What the plan said before and after. */
  readonly before: ReviewValue
  readonly after: ReviewValue
}

/** A remark or question that somebody has to settle. */
export interface ReviewQuestion {
  readonly id: Id
  /** Null when it is about the whole answer, or about a row that isn't in the round. */
  readonly rowId: Id | null
  readonly field: ReviewField | null
  readonly text: string
  /** Role or organisation. */
  readonly owner: string
  readonly due: IsoDate
  readonly settledOn: IsoDate | null
  readonly outcome: string
}

/** What one association answered in one file. */
export interface ReviewAnswer {
  readonly id: Id
  readonly roundId: Id
  readonly associationId: Id
  /** 1, 2, 3 … of this association in this round: the highest counts. */
  readonly sequence: number
  readonly source: AnswerSource
  /** Role or organisation, as given in the file. */
  readonly sender: string
  /** Moment of the last change in the file, ISO 8601 in UTC, when the file says so. */
  readonly answeredAt: string | null
  readonly receivedOn: IsoDate
  readonly rows: readonly AnsweredRow[]
  readonly proposed: readonly ProposedRow[]
  readonly decisions: readonly CellDecision[]
  readonly questions: readonly ReviewQuestion[]
}

export const isPlacesField = (field: ReviewField): field is ReviewStatus =>
  REVIEW_STATUSES.some((status) => status === field)

export const isDateField = (field: ReviewField): field is 'homesOn' | 'supportFrom' =>
  field === 'homesOn' || field === 'supportFrom'
