import type { Id } from '../model/basics'
import { checkValue } from './fields'
import {
  type AnsweredCell,
  type AnsweredRow,
  type AskedCell,
  isPlacesField,
  type ProposedRow,
  REVIEW_STATUSES,
  type ReviewField,
  type ReviewRow,
  type ReviewStatus,
  type ReviewValue,
} from './model'

/** What an association has filled in so far. Rows that nobody touched aren't in it. */
export interface AnswerWork {
  readonly rows: ReadonlyMap<Id, AnsweredRow>
  readonly proposed: readonly ProposedRow[]
}

export const emptyWork: AnswerWork = { rows: new Map(), proposed: [] }

export function answerOf(work: AnswerWork, rowId: Id, field: ReviewField): AnsweredCell | null {
  return work.rows.get(rowId)?.cells.find((cell) => cell.field === field) ?? null
}

/** A question without words is no answer yet. */
export const isAnswered = (cell: AnsweredCell | null): boolean =>
  cell !== null && (cell.kind !== 'question' || cell.remark.trim() !== '')

const isOpen = (work: AnswerWork, row: ReviewRow, { field }: AskedCell): boolean =>
  !isAnswered(answerOf(work, row.id, field))

export const isRowOpen = (work: AnswerWork, row: ReviewRow): boolean =>
  row.cells.some((cell) => isOpen(work, row, cell))

/** Something else than "klopt" is said about this row. */
export function isRowChanged(work: AnswerWork, row: ReviewRow): boolean {
  const answered = work.rows.get(row.id)
  if (answered === undefined) return false
  return answered.remark !== '' || answered.cells.some((c) => c.kind !== 'confirm' || c.remark !== '')
}

export function confirmCell(work: AnswerWork, row: ReviewRow, field: ReviewField): AnswerWork {
  return withCell(work, row, field, (asked, before) => ({
    field,
    kind: 'confirm',
    value: asked.value,
    // What was asked is settled; what was remarked beside a number may still hold.
    remark: before?.kind === 'question' ? '' : (before?.remark ?? ''),
  }))
}

/** Another value; the value that was asked, said again, is a confirmation. */
export function correctCell(
  work: AnswerWork,
  row: ReviewRow,
  field: ReviewField,
  value: ReviewValue,
): AnswerWork {
  return withCell(work, row, field, (asked, before) => ({
    field,
    kind: asked.value === value ? 'confirm' : 'correct',
    value,
    remark: before?.remark ?? '',
  }))
}

export function questionCell(work: AnswerWork, row: ReviewRow, field: ReviewField): AnswerWork {
  return withCell(work, row, field, (asked, before) => ({
    field,
    kind: 'question',
    value: asked.value,
    remark: before?.remark ?? '',
  }))
}

/** Words beside an answer; on a cell without one they are a question. */
export function remarkCell(work: AnswerWork, row: ReviewRow, field: ReviewField, remark: string): AnswerWork {
  const text = remark.trim()
  if (text === '' && answerOf(work, row.id, field) === null) return work
  return withCell(work, row, field, (asked, before) =>
    before === null
      ? { field, kind: 'question', value: asked.value, remark: text }
      : { ...before, remark: text },
  )
}

export function clearCell(work: AnswerWork, row: ReviewRow, field: ReviewField): AnswerWork {
  return withCell(work, row, field, () => null)
}

/** All of a row that is still open is right; what was said about other cells stays. */
export function confirmRow(work: AnswerWork, row: ReviewRow): AnswerWork {
  return row.cells
    .filter((cell) => answerOf(work, row.id, cell.field) === null)
    .reduce((next, { field }) => confirmCell(next, row, field), work)
}

/** The same for the whole table. */
export function confirmOpen(work: AnswerWork, rows: readonly ReviewRow[]): AnswerWork {
  const next = new Map(work.rows)
  for (const row of rows) {
    const before = next.get(row.id)
    const said = new Map((before?.cells ?? []).map((cell) => [cell.field, cell]))
    if (row.cells.every(({ field }) => said.has(field))) continue
    next.set(row.id, {
      rowId: row.id,
      remark: before?.remark ?? '',
      cells: row.cells.map(
        ({ field, value }) => said.get(field) ?? { field, kind: 'confirm', value, remark: '' },
      ),
    })
  }
  return { ...work, rows: next }
}

export function remarkRow(work: AnswerWork, row: ReviewRow, remark: string): AnswerWork {
  return withRow(work, { rowId: row.id, remark: remark.trim(), cells: work.rows.get(row.id)?.cells ?? [] })
}

export function clearRow(work: AnswerWork, row: ReviewRow): AnswerWork {
  return withRow(work, { rowId: row.id, remark: '', cells: [] })
}

/** A project that the table misses; with an index in the place of the one that stood there. */
export function saveProposed(work: AnswerWork, index: number | null, proposed: ProposedRow): AnswerWork {
  return {
    ...work,
    proposed:
      index === null
        ? [...work.proposed, proposed]
        : work.proposed.map((each, at) => (at === index ? proposed : each)),
  }
}

export function removeProposed(work: AnswerWork, index: number): AnswerWork {
  return { ...work, proposed: work.proposed.filter((_, at) => at !== index) }
}

function withRow(work: AnswerWork, row: AnsweredRow): AnswerWork {
  const rows = new Map(work.rows)
  if (row.cells.length === 0 && row.remark === '') rows.delete(row.rowId)
  else rows.set(row.rowId, row)
  return { ...work, rows }
}

function withCell(
  work: AnswerWork,
  row: ReviewRow,
  field: ReviewField,
  answer: (asked: AskedCell, before: AnsweredCell | null) => AnsweredCell | null,
): AnswerWork {
  const asked = row.cells.find((cell) => cell.field === field)
  if (asked === undefined) return work
  const before = work.rows.get(row.id)
  const said = new Map((before?.cells ?? []).map((cell) => [cell.field, cell]))
  const cell = answer(asked, said.get(field) ?? null)
  if (cell === null) said.delete(field)
  else said.set(field, cell)
  // In the order of the table, whatever was answered first.
  const cells = row.cells.flatMap((each) => said.get(each.field) ?? [])
  return withRow(work, { rowId: row.id, remark: before?.remark ?? '', cells })
}

/** How far along an association is. */
export interface AnswerProgress {
  readonly rows: number
  /** Rows of which every cell was answered. */
  readonly answeredRows: number
  readonly openCells: number
  readonly confirmed: number
  readonly corrected: number
  readonly asked: number
  /** Questions that still miss their words. */
  readonly wordless: number
}

export function answerProgress(rows: readonly ReviewRow[], work: AnswerWork): AnswerProgress {
  const counts = { confirm: 0, correct: 0, question: 0 }
  let answeredRows = 0
  let openCells = 0
  let wordless = 0
  for (const row of rows) {
    let open = 0
    for (const { field } of row.cells) {
      const cell = answerOf(work, row.id, field)
      if (cell !== null) counts[cell.kind] += 1
      if (isAnswered(cell)) continue
      open += 1
      if (cell !== null) wordless += 1
    }
    openCells += open
    if (open === 0) answeredRows += 1
  }
  return {
    rows: rows.length,
    answeredRows,
    openCells,
    confirmed: counts.confirm,
    corrected: counts.correct,
    asked: counts.question,
    wordless,
  }
}

export interface StatusTotal {
  readonly status: ReviewStatus
  readonly asked: number
  /** As asked, with the corrections and the projects that were added. */
  readonly answered: number
}

/** Places per status, of those that are asked at all. */
export function answerTotals(rows: readonly ReviewRow[], work: AnswerWork): StatusTotal[] {
  const asked = new Map<ReviewField, number>()
  const answered = new Map<ReviewField, number>()
  const add = (to: Map<ReviewField, number>, field: ReviewField, value: ReviewValue | undefined): void => {
    if (isPlacesField(field)) to.set(field, (to.get(field) ?? 0) + (typeof value === 'number' ? value : 0))
  }
  for (const row of rows)
    for (const { field, value } of row.cells) {
      const cell = answerOf(work, row.id, field)
      add(asked, field, value)
      add(answered, field, cell?.kind === 'correct' ? cell.value : value)
    }
  for (const row of work.proposed) for (const { field, value } of row.values) add(answered, field, value)
  return REVIEW_STATUSES.flatMap((status) => {
    const total = asked.get(status)
    return total === undefined ? [] : [{ status, asked: total, answered: answered.get(status) ?? 0 }]
  })
}

/** Kept work beside the table it belongs to: what doesn't fit any more falls away. */
export function fittingWork(rows: readonly ReviewRow[], work: AnswerWork): AnswerWork {
  const kept = new Map<Id, AnsweredRow>()
  for (const row of rows) {
    const answered = work.rows.get(row.id)
    if (answered === undefined) continue
    const cells = row.cells.flatMap((asked) => {
      const cell = answered.cells.find((each) => each.field === asked.field)
      if (cell === undefined) return []
      if (cell.kind !== 'correct') return [{ ...cell, value: asked.value }]
      if (cell.value === asked.value) return [{ ...cell, kind: 'confirm' as const }]
      return checkValue(cell.field, cell.value).ok ? [cell] : []
    })
    if (cells.length > 0 || answered.remark !== '') kept.set(row.id, { ...answered, cells })
  }
  return { rows: kept, proposed: work.proposed }
}

/** Steps back and forward through what was filled in. */
export interface WorkHistory {
  readonly now: AnswerWork
  readonly past: readonly WorkStep[]
  readonly future: readonly WorkStep[]
}

/** One step: what it was called, and the work on its other side. */
export interface WorkStep {
  readonly label: string
  readonly work: AnswerWork
}

/** More than anybody goes back; a step costs only the rows that it changed. */
const MOST_STEPS = 500

export const beginHistory = (now: AnswerWork): WorkHistory => ({ now, past: [], future: [] })

export function stepTo(history: WorkHistory, label: string, work: AnswerWork): WorkHistory {
  if (work === history.now) return history
  const past = [...history.past, { label, work: history.now }].slice(-MOST_STEPS)
  return { now: work, past, future: [] }
}

export function stepBack(history: WorkHistory): WorkHistory {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return {
    now: last.work,
    past: history.past.slice(0, -1),
    future: [...history.future, { label: last.label, work: history.now }],
  }
}

export function stepForward(history: WorkHistory): WorkHistory {
  const next = history.future.at(-1)
  if (next === undefined) return history
  return {
    now: next.work,
    past: [...history.past, { label: next.label, work: history.now }],
    future: history.future.slice(0, -1),
  }
}
