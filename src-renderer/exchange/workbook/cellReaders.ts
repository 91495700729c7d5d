import type { CellReaders } from '@/domain/intake'
import { cellKey, columnName } from './grid'
import { isErrorText, readCount, readDate, readText } from './values'

/** How the cells of any sheet are read when its rows are taken in: as in an answer to a review. */
export const cellReaders: CellReaders = {
  count: readCount,
  date: (cell) => readDate(cell),
  text: readText,
  isError: isErrorText,
  cellKey,
  columnName,
}
