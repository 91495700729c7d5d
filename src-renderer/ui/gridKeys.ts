/** A place in the grid: row 0 is the header, the last row is the total. */
export interface CellPosition {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that fit in view: a page. */
  readonly page: number
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, value))

/**
 * Where a key leads to, following the grid pattern of the ARIA Authoring Practices.
 * @returns null when the key doesn't move
 */
export function moveCell(
  at: CellPosition,
  key: string,
  control: boolean,
  size: GridSize,
): CellPosition | null {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const to = (row: number, column: number): CellPosition => ({
    row: clamp(row, lastRow),
    column: clamp(column, lastColumn),
  })
  switch (key) {
    case 'ArrowUp':
      return to(control ? 0 : at.row - 1, at.column)
    case 'ArrowDown':
      return to(control ? lastRow : at.row + 1, at.column)
    case 'ArrowLeft':
      return to(at.row, control ? 0 : at.column - 1)
    case 'ArrowRight':
      return to(at.row, control ? lastColumn : at.column + 1)
    case 'Home':
      return to(control ? 0 : at.row, 0)
    case 'End':
      return to(control ? lastRow : at.row, lastColumn)
    case 'PageUp':
      return to(at.row - size.page, at.column)
    case 'PageDown':
      return to(at.row + size.page, at.column)
    default:
      return null
  }
}

/** What the keys of a grid do, apart from moving. */
export interface GridDeeds {
  readonly at: CellPosition
  readonly size: GridSize
  readonly press: () => void
  readonly copy: () => void
  readonly move: (to: CellPosition) => void
}

/** A key pressed in a grid: copying the table, Enter or a space on a cell, or a move. */
export function handleGridKey(event: KeyboardEvent, grid: GridDeeds): void {
  const control = event.ctrlKey || event.metaKey
  if (control && event.key.toLowerCase() === 'c') {
    // Text that someone selected by hand is copied by the system itself.
    if (window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    grid.copy()
    return
  }
  if (event.altKey || event.shiftKey) return
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    grid.press()
    return
  }
  const to = moveCell(grid.at, event.key, control, grid.size)
  if (to === null) return
  event.preventDefault()
  grid.move(to)
}
