import type { Content, ContentTable, CustomTableLayout, Size, TableCell } from 'pdfmake/interfaces'
import { ink } from './style'

interface PlainTable {
  readonly widths: readonly Size[]
  readonly head: readonly TableCell[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly total?: readonly TableCell[]
  /** Rows to tint, such as the quarter of the reference date. */
  readonly tinted?: ReadonlySet<number>
  /** Rows with very long texts may break over pages; all others stay whole. */
  readonly breakRows?: boolean
  /** Space above and below the words of a row. */
  readonly padding?: number
  /** Space at the left and right of a column. */
  readonly space?: number
}

/** The one look of all tables: thin lines, a firm line under the head and above the total, nothing upright. */
export function plainTable(table: PlainTable): ContentTable {
  const { widths, head, rows, total, tinted, breakRows = false, padding = 2.6, space = 5 } = table
  const body = [[...head], ...rows.map((row) => [...row]), ...(total === undefined ? [] : [[...total]])]
  const lastRow = body.length
  const layout: CustomTableLayout = {
    hLineWidth: (line) => {
      if (line === 0) return 0
      if (line === 1 || line === lastRow) return 0.9
      return total !== undefined && line === lastRow - 1 ? 0.9 : 0.4
    },
    hLineColor: (line) =>
      line === 1 || line === lastRow || (total !== undefined && line === lastRow - 1) ? ink.muted : ink.line,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : space),
    paddingRight: (column) => (column === widths.length - 1 ? 0 : space),
    paddingTop: () => padding,
    paddingBottom: () => padding,
    fillColor: (row) => (tinted?.has(row - 1) === true ? ink.faint : null),
  }
  return {
    table: {
      headerRows: 1,
      // A head never stands alone at the foot of a page, and a row never breaks unless it must.
      ...(breakRows ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
      widths: [...widths],
      body,
    },
    layout,
  }
}

export function headCell(text: string, alignment: 'left' | 'right' = 'left'): TableCell {
  return { text, style: 'head', alignment }
}

/** A block with a firm edge at the left, for what asks to be read first. */
export function boxed(
  content: Content,
  options: { readonly edge: string; readonly fill: string },
): ContentTable {
  return {
    table: { widths: ['*'], body: [[{ stack: [content], border: [true, false, false, false] }]] },
    layout: {
      vLineWidth: (column) => (column === 0 ? 3 : 0),
      vLineColor: () => options.edge,
      hLineWidth: () => 0,
      paddingLeft: () => 9,
      paddingRight: () => 9,
      paddingTop: () => 6,
      paddingBottom: () => 6,
      fillColor: () => options.fill,
    },
  }
}
