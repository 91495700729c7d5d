import { computed, nextTick, ref, type Ref } from 'vue'
import { type CellPosition, handleGridKey } from '../../../ui/gridKeys'

export interface GridCells {
  readonly host: Readonly<Ref<HTMLElement | null>>
  readonly rows: () => number
  readonly columns: () => number
  readonly press: (at: CellPosition) => void
  readonly copy: () => void
}

/** One cell of a grid takes part in the tab order; arrow keys move it, Enter opens what is behind it. */
export function useGridCells({ host, rows, columns, press, copy }: GridCells) {
  const wanted = ref<CellPosition>({ row: 1, column: 1 })
  /** Fewer rows or columns than before must not leave the stop in nothing. */
  const active = computed(() => ({
    row: Math.min(wanted.value.row, rows() - 1),
    column: Math.min(wanted.value.column, columns() - 1),
  }))

  const nameOf = (row: number, column: number): string => `${String(row)}:${String(column)}`

  async function move(to: CellPosition): Promise<void> {
    wanted.value = to
    await nextTick()
    host.value?.querySelector<HTMLElement>(`[data-cell="${nameOf(to.row, to.column)}"]`)?.focus()
  }

  /** What a cell needs to take part. */
  function cell(row: number, column: number) {
    return {
      'data-cell': nameOf(row, column),
      tabindex: active.value.row === row && active.value.column === column ? 0 : -1,
      onFocus: () => {
        wanted.value = { row, column }
      },
      onClick: () => {
        press({ row, column })
      },
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    handleGridKey(event, {
      at: active.value,
      size: { rows: rows(), columns: columns(), page: 10 },
      press: () => {
        press(active.value)
      },
      copy,
      move: (to) => void move(to),
    })
  }

  return { cell, onKeydown }
}
