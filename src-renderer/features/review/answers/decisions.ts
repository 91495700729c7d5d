import type { ProgrammeData } from '@/domain/model/programmeData'
import type { DomainError } from '@/domain/result'
import {
  acceptOpen,
  type BlockedCell,
  type ComparedCell,
  type ComparedRow,
  decisionKey,
  type DecisionInput,
  type ReviewAnswer,
  type ReviewField,
  type ReviewRound,
  type ReviewValue,
  withAccepted,
} from '@/domain/review'
import { type Draft, keyOf, openCells } from './answerLines'

/** An answer beside its round, in the programme as it is now. */
export interface Compared {
  readonly data: ProgrammeData
  readonly round: ReviewRound
  readonly answer: ReviewAnswer
  readonly rows: readonly ComparedRow[]
}

export type Accepted =
  { readonly decision: DecisionInput; readonly problem: null } | { readonly problem: DomainError }

/**
 * Taking over one cell, on top of what else of that row is taken over on the screen. What the plan can't take becomes a
 * question; a date that doesn't fit is refused at once, and not when everything is carried out.
 */
export function acceptCell(
  { data, round }: Compared,
  row: ComparedRow,
  cell: ComparedCell,
  draft: Draft,
): Accepted {
  const decision = { rowId: row.row.id, field: cell.field, reason: '' }
  if (!cell.applies || row.project === null || cell.answer === null)
    return { decision: { ...decision, verdict: 'asked' }, problem: null }
  const accepted = new Map<ReviewField, ReviewValue>()
  for (const other of row.cells)
    if (other.answer !== null && draft.get(keyOf(row, other))?.verdict === 'accepted')
      accepted.set(other.field, other.answer.value)
  accepted.set(cell.field, cell.answer.value)
  let tries = 0
  const trial = withAccepted(
    data,
    row.project,
    round.referenceDate,
    accepted,
    () => `proef-${String((tries += 1))}`,
    '',
  )
  return trial.ok
    ? { decision: { ...decision, verdict: 'accepted' }, problem: null }
    : { problem: trial.error }
}

/** Taking over everything that is still open; what the plan can't take stays open and is told. */
export function acceptAll(
  { data, round, answer, rows }: Compared,
  draft: Draft,
  only: (row: ComparedRow) => boolean,
): { decisions: DecisionInput[]; blocked: readonly BlockedCell[] } {
  const all = acceptOpen(data, round, answer, only)
  const cells = new Map(rows.flatMap((row) => row.cells.map((cell) => [keyOf(row, cell), cell] as const)))
  const decisions = all.decisions
    .filter((d) => !draft.has(decisionKey(d.rowId, d.field)))
    .map((d): DecisionInput =>
      cells.get(decisionKey(d.rowId, d.field))?.applies === false ? { ...d, verdict: 'asked' } : d,
    )
  return { decisions, blocked: all.blocked.filter((b) => !draft.has(decisionKey(b.rowId, b.field))) }
}

/** The same decision about everything that is still open. */
export function decideAll(
  { rows }: Compared,
  draft: Draft,
  only: (row: ComparedRow) => boolean,
  verdict: 'rejected' | 'asked',
  reason: string,
): DecisionInput[] {
  return rows
    .filter(only)
    .flatMap((row) =>
      openCells(row, draft).map(({ field }) => ({ rowId: row.row.id, field, verdict, reason })),
    )
}
