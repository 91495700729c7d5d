import type { GridColumn } from './gridModel'

export interface ColumnLayout {
  readonly width: number
  /** Distance from the left at which the column stays put, or null when it scrolls along. */
  readonly left: number | null
}

/** Text may grow this much beyond its width before numbers get air. */
const TEXT_GROWTH = 1.45

/**
 * Divides the width of the grid over its columns. Spare width first goes to text, so that names need no ellipsis, then
 * to all alike. In a grid too narrow for its columns, where names would take most of the view, only the first stays put.
 */
export function layoutColumns(columns: readonly GridColumn[], available: number): ColumnLayout[] {
  const needed = columns.reduce((sum, column) => sum + column.width, 0)
  const spare = Math.max(0, available - needed)
  const textWidth = columns.reduce((sum, column) => sum + (column.kind === 'text' ? column.width : 0), 0)
  const forText = Math.min(spare, Math.round(textWidth * (TEXT_GROWTH - 1)))
  const forAll = spare - forText
  const widths = columns.map((column) =>
    Math.floor(
      column.width +
        (column.kind === 'text' && textWidth > 0 ? (forText * column.width) / textWidth : 0) +
        (forAll * column.width) / Math.max(needed, 1),
    ),
  )
  // What rounding left over goes to the last column, so that the rows end at the edge.
  const last = widths.length - 1
  const rest = spare > 0 ? available - widths.reduce((sum, width) => sum + width, 0) : 0
  if (last >= 0) widths[last] = (widths[last] ?? 0) + rest

  const stickyWidth = columns.reduce((sum, c, i) => sum + (c.sticky ? (widths[i] ?? 0) : 0), 0)
  const onlyFirst = needed > available && stickyWidth > available * 0.6
  let left = 0
  return columns.map((column, i) => {
    const width = widths[i] ?? column.width
    const sticks = column.sticky && (i === 0 || !onlyFirst)
    const result: ColumnLayout = { width, left: sticks ? left : null }
    if (sticks) left += width
    return result
  })
}
