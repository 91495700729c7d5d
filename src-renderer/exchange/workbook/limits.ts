/**
 * What a spreadsheet may hold before anything of it is parsed. Far above a real table (fifty thousand rows of thirty
 * columns), and far below what brings a laptop to its knees.
 */
export const MAX_FILE_BYTES = 64 * 1024 * 1024
export const MAX_ENTRIES = 2_000
/** All parts of the archive together, unpacked. */
export const MAX_UNPACKED_BYTES = 160 * 1024 * 1024
/** Tables pack well; what packs better than this is empty space made to fill a memory. Small parts may. */
export const MAX_RATIO = 400
export const RATIO_FROM_BYTES = 4 * 1024 * 1024
/** Of one sheet: the last row and column with a cell, and the rectangle they make. */
export const MAX_ROWS = 200_000
export const MAX_COLUMNS = 2_000
export const MAX_CELLS = 5_000_000
export const MAX_SHEETS = 200
/** Characters in a cell, as Excel has it. */
export const MAX_CELL_TEXT = 32_767
