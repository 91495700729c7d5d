import type { Content } from 'pdfmake/interfaces'
import { REPORT_FONT } from '../fonts'

/** A vector drawing of a given width; its words use the font of the report. */
export function drawing(svg: string, width: number): Content {
  return { svg, width, font: REPORT_FONT }
}
