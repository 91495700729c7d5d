import { computed, nextTick, ref, type Ref, watch } from 'vue'
import { type CellPosition, handleGridKey } from '@/ui/gridKeys'
import type { YearSpan } from './matrix'

/** A cell with a figure: row null is the total; the column counts quarters from 0. */
export interface MatrixPlace {
  readonly row: number | null
  readonly column: number
}

/** The two rows of the head, as the keys count them. */
export const YEARS = 0
export const QUARTERS = 1
const FIRST_ROW = 2

export interface MatrixKeyOptions {
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  /** Column where the keys begin. */
  readonly start: number
  readonly rows: () => number
  readonly columns: () => number
  readonly spans: () => readonly YearSpan[]
  readonly page: () => number
  readonly scrollTo: (row: number) => void
  readonly active: (place: MatrixPlace) => void
  readonly press: (row: number, column: number) => void
  readonly copy: () => void
}

/**
 * Where keys lead in a head of years over quarters. A year is one stop, however many quarters stand under it, and the
 * heading of the names takes both rows of the head.
 */
export function placeAfter(
  from: CellPosition,
  to: CellPosition,
  key: string,
  spans: readonly YearSpan[],
): CellPosition {
  if (to.column === 0 && to.row === QUARTERS)
    return { row: from.row === YEARS && key === 'ArrowDown' ? FIRST_ROW : YEARS, column: 0 }
  if (to.row !== YEARS || to.column === 0) return to
  const at = spans.findLastIndex((span) => span.first + 1 <= to.column)
  const within = from.row === YEARS && key === 'ArrowRight' && spans[at]?.first !== to.column - 1
  const span = (within ? spans[at + 1] : undefined) ?? spans[at]
  return span === undefined ? { row: YEARS, column: 0 } : { row: YEARS, column: span.first + 1 }
}

/** The one cell of the grid that takes part in the tab order, and the keys that move it. */
export function useMatrixKeys(options: MatrixKeyOptions) {
  const active = ref<CellPosition>({ row: FIRST_ROW, column: Math.max(1, options.start) })
  const totalRow = computed(() => FIRST_ROW + options.rows())

  const isActive = (row: number, column: number): boolean =>
    active.value.row === row && active.value.column === column

  function activate(row: number, column: number): void {
    active.value = { row, column }
    if (row >= FIRST_ROW && column > 0)
      options.active({ row: row === totalRow.value ? null : row - FIRST_ROW, column: column - 1 })
  }

  async function focusCell(to: CellPosition): Promise<void> {
    active.value = to
    if (to.row >= FIRST_ROW && to.row < totalRow.value) options.scrollTo(to.row - FIRST_ROW)
    await nextTick()
    const name = `${String(to.row)}:${String(to.column)}`
    options.scroller.value?.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus()
  }

  function onKeydown(event: KeyboardEvent): void {
    handleGridKey(event, {
      at: active.value,
      size: { rows: totalRow.value + 1, columns: options.columns() + 1, page: options.page() },
      press: () => {
        options.press(active.value.row, active.value.column)
      },
      copy: options.copy,
      move: (to) => void focusCell(placeAfter(active.value, to, event.key, options.spans())),
    })
  }

  // Fewer rows or columns than before: the stop of the tab order must not be left in nothing.
  watch(
    () => [totalRow.value, options.columns(), options.spans()] as const,
    ([rows, columns, spans]) => {
      const to = {
        row: Math.min(active.value.row, rows),
        column: Math.min(active.value.column, columns),
      }
      active.value = placeAfter(to, to, '', spans)
    },
  )

  return { active, firstRow: FIRST_ROW, totalRow, isActive, activate, focusCell, onKeydown }
}
