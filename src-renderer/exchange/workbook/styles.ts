import type { CellStyle } from 'hucre/xlsx'

/** How the cells of our workbooks look: readable in black and white as well, since colour is never the only sign. */

const line = { style: 'thin', color: { rgb: 'B8C4CC' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const font = { name: 'Calibri', size: 11 }

const fill = (rgb: string): Pick<CellStyle, 'fill'> => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } },
})

const locked = { protection: { locked: true } }
const unlocked = { protection: { locked: false } }
export const DATE_FORMAT = 'dd-mm-yyyy'

export const headStyle: CellStyle = {
  ...locked,
  ...fill('1F4B63'),
  border,
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  alignment: { vertical: 'center', wrapText: true },
}
export const titleStyle: CellStyle = { ...locked, font: { ...font, size: 14, bold: true } }
export const boldStyle: CellStyle = { ...locked, font: { ...font, bold: true } }
export const wrapStyle: CellStyle = { ...locked, font, alignment: { vertical: 'top', wrapText: true } }
export const lockedStyle: CellStyle = { ...locked, ...fill('EEF1F3'), border, font }
export const lockedDate: CellStyle = { ...lockedStyle, numFmt: DATE_FORMAT }
export const answerStyle: CellStyle = {
  ...unlocked,
  ...fill('FFFCEB'),
  border,
  font,
  alignment: { vertical: 'top', wrapText: true },
}
export const answerDate: CellStyle = { ...answerStyle, numFmt: DATE_FORMAT }
export const plainStyle: CellStyle = { font }
export const plainDate: CellStyle = { font, numFmt: DATE_FORMAT }

/** Colours that follow what is filled in. */
export const fills = {
  changed: { ...fill('FAD9B0'), font: { bold: true } },
  wrong: { ...fill('F4B6B0'), font: { bold: true } },
  agreed: fill('CFE8D5'),
  question: fill('CBDDF1'),
} satisfies Record<string, CellStyle>
