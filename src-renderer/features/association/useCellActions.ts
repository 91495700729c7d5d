import { type Ref, ref } from 'vue'
import type { ReviewField, ReviewRow, ReviewValue } from '@/domain/review'
import { answerOf, type AnswerWork } from '@/domain/review/answering'
import type { Column, Line } from './tableModel'
import type { useAnswering } from './useAnswering'
import type { CellActions } from './useTableKeys'

export interface CellActionOptions {
  readonly answering: ReturnType<typeof useAnswering>
  readonly line: () => Line | null
  readonly column: () => Column | null
  /** To the field for words. */
  readonly toRemark: () => void
  readonly openProposed: (index: number) => void
}

/** The cell that is being changed, and what it starts from: a digit that was typed, or its value. */
export interface Editing {
  readonly key: string
  readonly field: ReviewField
  readonly start: string | null
}

/** What the keys and the buttons do to the cell in focus: one that was asked, a whole row, or a project that was added. */
export function useCellActions({ answering, line, column, toRemark, openProposed }: CellActionOptions) {
  const editing: Ref<Editing | null> = ref(null)

  function onActive(on: {
    cell?: (row: ReviewRow, field: ReviewField) => void
    row?: (row: ReviewRow, column: Column) => void
    proposed?: (index: number) => void
  }): void {
    const at = line()
    const of = column()
    if (at === null || of === null) return
    if (at.kind === 'proposed') on.proposed?.(at.index)
    else if (of.key !== 'field') on.row?.(at.row, of)
    else if (at.row.cells.some((cell) => cell.field === of.field)) on.cell?.(at.row, of.field)
  }

  const actions: CellActions = {
    edit(start) {
      onActive({
        cell: (row, field) => {
          // A contract is chosen, not typed.
          if (start === null || field !== 'contract') editing.value = { key: row.id, field, start }
        },
        row: (row, { key }) => {
          if (start !== null) return
          if (key === 'row') answering.confirmRow(row)
          else if (key === 'remark') toRemark()
        },
        proposed: openProposed,
      })
    },
    confirm() {
      onActive({ cell: answering.confirm, row: answering.confirmRow })
    },
    question() {
      onActive({
        cell: (row, field) => {
          answering.question(row, field)
          toRemark()
        },
        row: toRemark,
      })
    },
    remark() {
      onActive({ cell: toRemark, row: toRemark })
    },
    clear() {
      onActive({ cell: answering.clear, row: answering.clearRow, proposed: answering.removeProposed })
    },
  }

  const isEditing = (at: Line, of: Column): boolean =>
    of.key === 'field' && editing.value?.key === at.key && editing.value.field === of.field

  return { editing, isEditing, actions }
}

/** What stands in a cell now: the correction, or else what was asked. */
export function currentValue(line: Line, field: ReviewField, work: AnswerWork): ReviewValue {
  if (line.kind === 'proposed') return line.row.values.find((each) => each.field === field)?.value ?? null
  const cell = answerOf(work, line.row.id, field)
  if (cell?.kind === 'correct') return cell.value
  return line.row.cells.find((each) => each.field === field)?.value ?? null
}
