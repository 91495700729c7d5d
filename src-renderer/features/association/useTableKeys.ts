import { computed, nextTick, type Ref, ref, shallowRef } from 'vue'
import { moveCell } from '@/ui/gridKeys'
import type { Column, Line } from './tableModel'

/** What a key does to the cell in focus. */
export interface CellActions {
  edit(text: string | null): void
  confirm(): void
  question(): void
  clear(): void
  remark(): void
}

export interface TableKeyOptions {
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly lines: () => readonly Line[]
  readonly columns: () => readonly Column[]
  /** Rows of totals below the lines. */
  readonly totals: () => number
  readonly page: () => number
  readonly scrollTo: (index: number) => void
  readonly actions: CellActions
}

/** The one cell that takes part in the tab order. It is held by the key of its line: lines come and go by the filter. */
export function useTableKeys(options: TableKeyOptions) {
  const lineKey = ref<string | null>(null)
  const column = ref(1)
  /** Where the line was, for when it is gone. */
  const lastRow = shallowRef(0)

  const total = (): number => options.lines().length + options.totals()
  const row = computed(() => {
    const lines = options.lines()
    if (lineKey.value !== null && lineKey.value.startsWith('='))
      return Math.min(total() - 1, lines.length + Number(lineKey.value.slice(1)))
    const at = lines.findIndex((line) => line.key === lineKey.value)
    return at === -1 ? Math.max(0, Math.min(lastRow.value, total() - 1)) : at
  })
  const line = computed(() => options.lines()[row.value] ?? null)
  const isActive = (r: number, c: number): boolean => row.value === r && column.value === c

  function activate(r: number, c: number): void {
    const lines = options.lines()
    lineKey.value = lines[r]?.key ?? `=${String(r - lines.length)}`
    lastRow.value = r
    column.value = c
  }

  async function focusCell(r: number, c: number): Promise<void> {
    activate(r, c)
    if (r < options.lines().length) options.scrollTo(r)
    await nextTick()
    // The list may have changed by moving: the line keeps its key, not its place.
    focusActive()
  }

  function focusActive(): void {
    const name = `${String(row.value)}:${String(column.value)}`
    options.scroller.value?.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus()
  }

  function move(key: string, control = false): boolean {
    const to = moveCell({ row: row.value, column: column.value }, key, control, {
      rows: total(),
      columns: options.columns().length,
      page: options.page(),
    })
    if (to === null) return false
    void focusCell(to.row, to.column)
    return true
  }

  function onKeydown(event: KeyboardEvent): void {
    // A field inside the table has its own keys.
    if (event.target instanceof HTMLElement && event.target.dataset['cell'] === undefined) return
    const control = event.ctrlKey || event.metaKey
    if (event.altKey || (event.shiftKey && event.key.length > 1)) return
    if (act(event.key, control) || move(event.key, control)) event.preventDefault()
  }

  function act(key: string, control: boolean): boolean {
    if (control) return false
    const { actions } = options
    if (key === 'Enter' || key === 'F2') actions.edit(null)
    else if (key === 'Delete' || key === 'Backspace') actions.clear()
    else if (/^[kK ]$/.test(key)) actions.confirm()
    else if (/^[vV]$/.test(key)) actions.question()
    else if (/^[oO]$/.test(key)) actions.remark()
    else if (/^\d$/.test(key)) actions.edit(key)
    else return false
    return true
  }

  return { row, column, line, isActive, activate, focusCell, focusActive, move, onKeydown }
}
