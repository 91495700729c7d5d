import { capitalise } from '@/domain/labels'
import {
  type AnsweredCell,
  type AnswerKind,
  isDateField,
  isPlacesField,
  type ProposedRow,
  REVIEW_FIELDS,
  type ReviewField,
  reviewFieldLabels,
  type ReviewRow,
  valueText,
} from '@/domain/review'
import { answerOf, type AnswerWork, isAnswered, isRowChanged, isRowOpen } from '@/domain/review/answering'

export type Column =
  | { readonly key: 'project' | 'row' | 'remark'; readonly label: string; readonly width: number }
  | { readonly key: 'field'; readonly field: ReviewField; readonly label: string; readonly width: number }

const PROJECT = 210
const WHOLE_ROW = 106
const REMARK = 136

const widthOf = (field: ReviewField): number => {
  if (isPlacesField(field)) return 90
  return isDateField(field) ? 124 : 150
}

/** Shorter than in a sentence: a head has two lines. */
const HEADS: Partial<Record<ReviewField, string>> = {
  homesOn: 'Woningen op',
  supportFrom: 'Begeleiding vanaf',
}

/** The project, what is asked about any of them, and what goes for a whole row. */
export function columnsOf(rows: readonly ReviewRow[]): Column[] {
  const asked = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.field)))
  return [
    { key: 'project', label: 'Project', width: PROJECT },
    ...REVIEW_FIELDS.filter((field) => asked.has(field)).map((field): Column => ({
      key: 'field',
      field,
      label: HEADS[field] ?? capitalise(reviewFieldLabels[field]),
      width: widthOf(field),
    })),
    { key: 'row', label: 'Hele rij', width: WHOLE_ROW },
    { key: 'remark', label: 'Opmerking', width: REMARK },
  ]
}

/** What is left of the window goes to the names and the remarks. */
export function stretched(columns: readonly Column[], width: number): Column[] {
  const rest = Math.max(0, width - columns.reduce((sum, column) => sum + column.width, 0))
  return columns.map((column) => {
    if (column.key === 'project') return { ...column, width: column.width + Math.floor(rest * 0.5) }
    return column.key === 'remark' ? { ...column, width: column.width + Math.ceil(rest * 0.5) } : column
  })
}

/** A line of the table: a project that was asked, or one that the association adds. */
export type Line =
  | { readonly kind: 'asked'; readonly key: string; readonly row: ReviewRow }
  | { readonly kind: 'proposed'; readonly key: string; readonly index: number; readonly row: ProposedRow }

export type Filter = 'all' | 'open' | 'changed'

/** The line that the person is on stays in view, also when it no longer belongs there: it goes when they leave it. */
export function linesOf(
  rows: readonly ReviewRow[],
  work: AnswerWork,
  filter: Filter,
  held: string | null,
): Line[] {
  const fits = (row: ReviewRow): boolean => {
    if (filter === 'all' || row.id === held) return true
    return filter === 'open' ? isRowOpen(work, row) : isRowChanged(work, row)
  }
  const proposed = filter === 'open' ? [] : work.proposed
  return [
    ...rows.filter(fits).map((row): Line => ({ kind: 'asked', key: row.id, row })),
    ...proposed.map((row, index): Line => ({ kind: 'proposed', key: `+${String(index)}`, index, row })),
  ]
}

export type CellState = AnswerKind | 'open' | 'none'

/** How a cell looks and sounds. */
export interface Face {
  readonly state: CellState
  readonly text: string
  /** A second line: what was asked, or what is missing. */
  readonly below: string
  readonly remark: boolean
  readonly spoken: string
}

const STATE_WORDS = { confirm: 'klopt', correct: 'gewijzigd' } as const

const nothing: Face = { state: 'none', text: '', below: '', remark: false, spoken: 'niet gevraagd' }

export function faceOf(line: Line, field: ReviewField, work: AnswerWork): Face {
  if (line.kind === 'proposed') {
    const given = line.row.values.find((each) => each.field === field)
    if (given === undefined) return { ...nothing, spoken: 'niet ingevuld' }
    const text = valueText(field, given.value)
    return { state: 'correct', text, below: '', remark: false, spoken: `${text}, nieuw` }
  }
  const asked = line.row.cells.find((cell) => cell.field === field)
  if (asked === undefined) return nothing
  const cell = answerOf(work, line.row.id, field)
  const before = valueText(field, asked.value)
  const remark = (cell?.remark ?? '') !== ''
  if (cell === null) return { state: 'open', text: before, below: '', remark, spoken: `${before}, nog open` }
  const text = cell.kind === 'correct' ? valueText(field, cell.value) : before
  const words = remark ? `, opmerking: ${cell.remark}` : ''
  const below = belowOf(cell, before)
  // What can be seen comes first and as it stands, so that somebody can name a cell by what they see.
  const state = cell.kind === 'question' ? '' : `, ${STATE_WORDS[cell.kind]}`
  const spoken = `${text}${below === '' ? '' : ` ${below}`}${state}${words}`
  return { state: cell.kind, text, below, remark, spoken }
}

function belowOf(cell: AnsweredCell, before: string): string {
  if (cell.kind === 'correct') return `was ${before}`
  if (cell.kind === 'question') return isAnswered(cell) ? 'vraag' : 'vraag zonder tekst'
  return ''
}
