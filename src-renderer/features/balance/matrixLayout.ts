import type { MatrixColumn } from './matrix'

/** Widths in pixels of the grid, from the room there is and the widest number in it. */
export interface MatrixLayout {
  readonly name: number
  readonly cell: number
  readonly total: number
}

/** A digit of the tables takes a little less than this. */
const DIGIT = 7.2
const SIGN = 12
const PADDING = 10
const NARROWEST = 46
/** In a window with room to spare, cells don't grow into planks. */
const WIDEST = 110

export function matrixLayout(
  columns: readonly MatrixColumn[],
  available: number,
  options: { readonly nameWidth: number; readonly longest: number; readonly leastWidth: number },
): MatrixLayout {
  const wanted = Math.ceil(options.longest * DIGIT + SIGN + PADDING)
  const least = Math.max(NARROWEST, wanted, options.leastWidth)
  const count = Math.max(1, columns.length)
  const room = Math.floor((available - options.nameWidth) / count)
  const cell = Math.max(least, Math.min(WIDEST, room))
  const spare = Math.max(0, available - options.nameWidth - cell * count)
  // What is left over goes to the names, up to where it would only push the numbers away from them.
  const name = options.nameWidth + Math.min(spare, 120)
  return { name, cell, total: name + cell * count }
}
