import type { Id } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import { withAccepted } from './apply'
import { type ComparedRow, compareAnswer } from './compare'
import type { DecisionInput } from './decide'
import { isDateField, type ReviewAnswer, type ReviewField, type ReviewRound, type ReviewValue } from './model'

/** A cell that can't be taken over together with the rest, and why. */
export interface BlockedCell {
  readonly rowId: Id
  readonly field: ReviewField
  readonly error: DomainError
}

export interface AllOpen {
  readonly decisions: readonly DecisionInput[]
  readonly blocked: readonly BlockedCell[]
}

/**
 * Decisions that take over every open difference, or those of some rows. A date that the plan can't have is left out and
 * told; places always fit. Changes nothing by itself.
 */
export function acceptOpen(
  data: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
  only: (row: ComparedRow) => boolean = () => true,
): AllOpen {
  const decisions: DecisionInput[] = []
  const blocked: BlockedCell[] = []
  for (const row of compareAnswer(data, round, answer)) {
    if (!only(row)) continue
    const cells = row.cells.filter((cell) => cell.open)
    const out = row.project === null ? [] : blockedIn(data, round, row, cells)
    blocked.push(...out)
    for (const { field } of cells)
      if (!out.some((b) => b.field === field))
        decisions.push({ rowId: row.row.id, field, verdict: 'accepted', reason: '' })
  }
  return { decisions, blocked }
}

/** Rejects every open difference for one reason. */
export function rejectOpen(
  data: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
  reason: string,
  only: (row: ComparedRow) => boolean = () => true,
): DecisionInput[] {
  return compareAnswer(data, round, answer)
    .filter(only)
    .flatMap((row) =>
      row.cells
        .filter((cell) => cell.open)
        .map(({ field }) => ({ rowId: row.row.id, field, verdict: 'rejected' as const, reason })),
    )
}

/** Places first, then each date on top of what already fits. */
function blockedIn(
  data: ProgrammeData,
  round: ReviewRound,
  row: ComparedRow,
  cells: ComparedRow['cells'],
): BlockedCell[] {
  const { project } = row
  if (project === null) return []
  const fits = new Map<ReviewField, ReviewValue>()
  const blocked: BlockedCell[] = []
  const inTurn = [...cells].sort((a, b) => Number(isDateField(a.field)) - Number(isDateField(b.field)))
  for (const cell of inTurn) {
    if (!cell.applies || cell.answer === null) continue
    const tried = new Map(fits).set(cell.field, cell.answer.value)
    let tries = 0
    const next = withAccepted(
      data,
      project,
      round.referenceDate,
      tried,
      () => `proef-${project.id.slice(0, 40)}-${String((tries += 1))}`,
      '',
    )
    if (next.ok) fits.set(cell.field, cell.answer.value)
    else blocked.push({ rowId: row.row.id, field: cell.field, error: next.error })
  }
  return blocked
}
