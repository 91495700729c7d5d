import type { Style } from 'pdfmake/interfaces'
import { chartThemes } from '../../charts/theme'

/** Sizes of the sheet, in points. */
export const page = { width: 595.28, height: 841.89, side: 50, top: 58, bottom: 46 } as const
export const contentWidth = page.width - page.side * 2

export const ink = {
  text: chartThemes.print.text,
  muted: chartThemes.print.muted,
  line: '#c6ced3',
  faint: '#e6eaed',
  paper: '#f3f6f6',
  accent: chartThemes.print.realised,
} as const

export const styles = {
  title: { fontSize: 21, bold: true, lineHeight: 1.05 },
  h1: { fontSize: 17, bold: true, color: ink.accent, margin: [0, 0, 0, 8] },
  h2: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 5] },
  /** A small heading above a block, as on the first page. */
  label: { fontSize: 8, bold: true, color: ink.accent, characterSpacing: 0.35 },
  lead: { fontSize: 13, lineHeight: 1.08 },
  leadSmall: { fontSize: 11.2, lineHeight: 1.06 },
  body: { fontSize: 9.5, lineHeight: 1.06 },
  small: { fontSize: 8.3, lineHeight: 1.02 },
  note: { fontSize: 8, lineHeight: 1.05, color: ink.muted },
  head: { fontSize: 7.5, bold: true, color: ink.muted },
  cell: { fontSize: 8.5 },
  total: { fontSize: 8.5, bold: true },
  figure: { fontSize: 18, bold: true },
} as const satisfies Record<string, Style>

/** Margin with white space above only. */
export function above(points: number): [number, number, number, number] {
  return [0, points, 0, 0]
}
