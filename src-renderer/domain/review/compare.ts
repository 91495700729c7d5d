import type { Id } from '../model/basics'
import type { Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { canApply, planValues } from './fields'
import type {
  AnsweredCell,
  AnsweredRow,
  AskedCell,
  CellDecision,
  ReviewAnswer,
  ReviewField,
  ReviewRound,
  ReviewRow,
  ReviewValue,
} from './model'

/**
 * Unchanged: all three the same. Theirs: only the answer differs. Ours: only the plan was changed since. Same: both
 * were changed, alike. Conflict: both were changed, and not alike.
 */
export type CellState = 'unchanged' | 'theirs' | 'ours' | 'same' | 'conflict'

export function threeWay(asked: ReviewValue, answered: ReviewValue, now: ReviewValue): CellState {
  if (answered === asked) return now === asked ? 'unchanged' : 'ours'
  if (now === asked) return 'theirs'
  return now === answered ? 'same' : 'conflict'
}

export interface ComparedCell {
  readonly field: ReviewField
  readonly asked: ReviewValue
  /** Null when this cell wasn't answered. */
  readonly answer: AnsweredCell | null
  readonly now: ReviewValue
  readonly state: CellState
  /** Whether the plan can take the answer over; else accepting makes it a question. */
  readonly applies: boolean
  /** The last decision about it. */
  readonly decision: CellDecision | null
  /** True while somebody still has to decide: an answer that the plan doesn't have. */
  readonly open: boolean
}

export interface ComparedRow {
  readonly row: ReviewRow
  /** The project as it is now; null when it is gone or of another type: then the row can only be rejected or asked. */
  readonly project: Project | null
  /** True when the project belongs to another association by now. */
  readonly moved: boolean
  readonly remark: string
  readonly cells: readonly ComparedCell[]
}

/** Every row of the round that this association was asked, cell by cell: asked, answered, and the plan of now. */
export function compareAnswer(data: ProgrammeData, round: ReviewRound, answer: ReviewAnswer): ComparedRow[] {
  const answered = new Map(answer.rows.map((row) => [row.rowId, row]))
  const decided = new Map(answer.decisions.map((d) => [decisionKey(d.rowId, d.field), d]))
  return round.rows
    .filter((row) => row.associationId === answer.associationId)
    .map((row) => comparedRow(data, round, row, answered.get(row.id), decided))
}

export const decisionKey = (rowId: Id, field: ReviewField): string => `${rowId} ${field}`

/** The project of a row, when it is still what was asked about. */
export function projectOf(data: ProgrammeData, row: ReviewRow): Project | null {
  const project = data.projects.get(row.projectId)
  return project?.typeId === row.typeId ? project : null
}

function comparedRow(
  data: ProgrammeData,
  round: ReviewRound,
  row: ReviewRow,
  answered: AnsweredRow | undefined,
  decided: ReadonlyMap<string, CellDecision>,
): ComparedRow {
  const project = projectOf(data, row)
  const plan = project === null ? null : planValues(data, project, round.referenceDate)
  return {
    row,
    project,
    moved: project !== null && project.associationId !== row.associationId,
    remark: answered?.remark ?? '',
    cells: row.cells.map((cell) =>
      comparedCell(
        cell,
        answered?.cells.find((c) => c.field === cell.field) ?? null,
        plan?.(cell.field),
        project !== null && canApply(project, cell.field, round.referenceDate),
        decided.size === 0 ? null : (decided.get(decisionKey(row.id, cell.field)) ?? null),
      ),
    ),
  }
}

/** @param planned undefined when the project is gone: then it stays as it was asked */
function comparedCell(
  asked: AskedCell,
  answer: AnsweredCell | null,
  planned: ReviewValue | undefined,
  applies: boolean,
  decision: CellDecision | null,
): ComparedCell {
  const { field, value } = asked
  // Null is a value here: a date that isn't known.
  const now = planned === undefined ? value : planned
  const state = threeWay(value, answer?.kind === 'correct' ? answer.value : value, now)
  return {
    field,
    asked: value,
    answer,
    now,
    state,
    applies,
    decision,
    open: decision === null && (state === 'theirs' || state === 'conflict'),
  }
}
