import type { Id } from '@/domain/model/entities'
import { type ComparedCell, type ComparedRow, decisionKey, type DecisionInput } from '@/domain/review'

/** What was decided on the screen and isn't carried out yet, by `decisionKey`. */
export type Draft = ReadonlyMap<string, DecisionInput>

export const CELL_FILTERS = ['open', 'conflict', 'remarks', 'all'] as const
export type CellFilter = (typeof CELL_FILTERS)[number]

/** A line of the comparison: a project, or one of its cells below it. */
export type AnswerLine =
  | { readonly kind: 'row'; readonly key: string; readonly row: ComparedRow; readonly open: number }
  | { readonly kind: 'cell'; readonly key: string; readonly row: ComparedRow; readonly cell: ComparedCell }

export const keyOf = (row: ComparedRow, cell: ComparedCell): string => decisionKey(row.row.id, cell.field)

const remarked = (cell: ComparedCell): boolean =>
  cell.answer !== null && (cell.answer.remark !== '' || cell.answer.kind === 'question')

/** Whether a cell belongs to a filter. What was decided on the screen stays in sight until it is carried out. */
function shows(filter: CellFilter, cell: ComparedCell): boolean {
  switch (filter) {
    case 'open':
      return cell.open
    case 'conflict':
      return cell.state === 'conflict'
    case 'remarks':
      return remarked(cell)
    case 'all':
      return true
  }
}

export function answerLines(rows: readonly ComparedRow[], filter: CellFilter, draft: Draft): AnswerLine[] {
  const lines: AnswerLine[] = []
  for (const row of rows) {
    const cells = row.cells.filter((cell) => shows(filter, cell))
    if (cells.length === 0 && !(filter === 'remarks' && row.remark !== '')) continue
    lines.push({ kind: 'row', key: row.row.id, row, open: openCells(row, draft).length })
    for (const cell of cells) lines.push({ kind: 'cell', key: keyOf(row, cell), row, cell })
  }
  return lines
}

/** Cells of a row about which nobody decided yet, on the screen neither. */
export const openCells = (row: ComparedRow, draft: Draft): ComparedCell[] =>
  row.cells.filter((cell) => cell.open && !draft.has(keyOf(row, cell)))

/** An answer that the plan doesn't have can be taken over or rejected; the rest agrees already. */
export const differs = (cell: ComparedCell): boolean =>
  cell.answer !== null && cell.answer.kind !== 'question' && cell.answer.value !== cell.now

/** How many cells each filter shows. */
export function filterCounts(rows: readonly ComparedRow[], draft: Draft): Record<CellFilter, number> {
  const counts = { open: 0, conflict: 0, remarks: 0, all: 0 }
  for (const row of rows) {
    if (row.remark !== '') counts.remarks += 1
    for (const cell of row.cells) {
      counts.all += 1
      if (cell.open && !draft.has(keyOf(row, cell))) counts.open += 1
      if (cell.state === 'conflict') counts.conflict += 1
      if (remarked(cell)) counts.remarks += 1
    }
  }
  return counts
}

/** The rows of a choice: one, or all. */
export const onlyRow =
  (rowId: Id) =>
  (row: ComparedRow): boolean =>
    row.row.id === rowId
