import type { IsoDate } from '../../domain/model/entities'

/** Dates to points on paper: from the left edge of the drawing. */
export type PrintScale = (date: IsoDate) => number

/** Paper on which a timeline is printed, lying down. */
export type Paper = 'A3' | 'A4'

/** Sizes of one sheet in points. */
export interface SheetLayout {
  readonly paper: Paper
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
  /** Width of the column with names. */
  readonly names: number
  readonly row: number
  readonly group: number
  readonly axis: number
  /** Stepped areas of the capacity, on the first sheet only. */
  readonly area: number
  readonly legend: number
  readonly text: number
  readonly small: number
}

export const sheetLayouts: Readonly<Record<Paper, SheetLayout>> = {
  A3: {
    paper: 'A3',
    width: 1190.55,
    height: 841.89,
    side: 36,
    top: 52,
    bottom: 40,
    names: 210,
    row: 25,
    group: 17,
    axis: 18,
    area: 76,
    legend: 20,
    text: 8.2,
    small: 6.6,
  },
  A4: {
    paper: 'A4',
    width: 841.89,
    height: 595.28,
    side: 30,
    top: 48,
    bottom: 36,
    names: 165,
    row: 23,
    group: 16,
    axis: 16,
    area: 60,
    legend: 29,
    text: 7.6,
    small: 6,
  },
}

/** Width and height of what may be drawn on a sheet. */
export const drawnWidth = (sheet: SheetLayout): number => sheet.width - 2 * sheet.side
// A point to spare: a drawing that fills the page exactly would be pushed to the next one by rounding.
export const drawnHeight = (sheet: SheetLayout): number => sheet.height - sheet.top - sheet.bottom - 1

/** A group of rows that belong under one heading. */
export interface RowGroup<T> {
  readonly name: string
  readonly rows: readonly T[]
}

export interface GroupPart<T> extends RowGroup<T> {
  /** True when the group began on an earlier sheet. */
  readonly continued: boolean
  readonly total: number
}

/**
 * Divides groups over sheets. A heading never stands alone at the foot; a group that goes on gets its heading again.
 * @param room height for headings and rows, by number of the sheet (from 0)
 */
export function divide<T>(
  groups: readonly RowGroup<T>[],
  sizes: { readonly row: number; readonly group: number },
  room: (sheet: number) => number,
): GroupPart<T>[][] {
  const sheets: GroupPart<T>[][] = [[]]
  let left = room(0)
  const turn = (): void => {
    sheets.push([])
    left = room(sheets.length - 1)
  }
  for (const { name, rows } of groups) {
    let at = 0
    while (at < rows.length) {
      // Two rows under a heading, or the one that is left: less looks lost.
      const least = sizes.group + Math.min(2, rows.length - at) * sizes.row
      if (left < least && (sheets.at(-1)?.length ?? 0) > 0) turn()
      const fit = Math.max(1, Math.floor((left - sizes.group) / sizes.row))
      const part = rows.slice(at, at + fit)
      sheets.at(-1)?.push({ name, rows: part, continued: at > 0, total: rows.length })
      left -= sizes.group + part.length * sizes.row
      at += part.length
      if (at < rows.length) turn()
    }
  }
  return sheets
}
