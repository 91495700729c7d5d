import { contentWidth } from '../parts/style'

/** Columns of the balance on the first page, without the last one: the next decision takes what they leave. */
export const BALANCE_WIDTHS = [76, 27, 43, 38, 30, 28, 35] as const
/** Space at both sides of a column. */
export const BALANCE_SPACE = 3.5
export const CLOSING_SIZE = 7.8

const width =
  contentWidth -
  BALANCE_WIDTHS.reduce((sum, column) => sum + column, 0) -
  (2 * BALANCE_WIDTHS.length + 1) * BALANCE_SPACE

/** How much text goes in so many lines: a line that ends at a word leaves some room. */
export const closingRoom = (lines: number): number => (lines === 1 ? width : width * lines - (lines - 1) * 26)

/** Number of lines of a text that is so wide. */
export const closingLines = (textWidth: number): number =>
  textWidth <= width ? 1 : textWidth <= closingRoom(2) ? 2 : 3
