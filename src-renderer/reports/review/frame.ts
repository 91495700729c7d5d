import type { Column, Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { capitalise, formatDate } from '../../domain/labels'
import { isPlacesField, reviewFieldLabels, type ReviewField } from '../../domain/review'
import { REPORT_FONT } from '../fonts'
import { purposeLine } from '../parts/purpose'
import { ink, styles } from '../parts/style'
import { figures } from '../parts/text'
import type { ReviewPaper, ReviewSheetHead } from './model'

const SIDE = 36
const TOP = 52
const BOTTOM = 40
/** Of a sheet that lies down, in points. */
const WIDTH: Readonly<Record<ReviewPaper, number>> = { a4: 841.89, a3: 1190.55 }

/** Lying down, with the same head and foot on every page. */
export function sheetDocument(
  head: ReviewSheetHead,
  title: string,
  paper: ReviewPaper,
  content: Content[],
): TDocumentDefinitions {
  const { associationName, programmeName, purpose, example, roundNumber, referenceDate, generatedOn } = head
  const about = `reviewronde ${String(roundNumber)}, peildatum ${formatDate(referenceDate)}`
  return {
    pageSize: paper === 'a3' ? 'A3' : 'A4',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, TOP, SIDE, BOTTOM],
    version: '1.7',
    language: 'nl-NL',
    displayTitle: true,
    info: {
      title: `${title} ${associationName}, ${about}`,
      author: programmeName,
      subject: `${title} van ${associationName}, ${about}`,
      keywords: 'reviewronde, capaciteit, woningcorporatie',
      creator: 'Palet',
      // The only date in the file is the one given, so the same input gives the same bytes.
      creationDate: new Date(`${generatedOn}T12:00:00Z`),
    },
    defaultStyle: { font: REPORT_FONT, fontSize: 9, color: ink.text },
    styles,
    header: () => ({
      margin: [SIDE, 18, SIDE, 0],
      stack: [
        {
          columns: [
            { text: `${title} ${associationName}`, fontSize: 14, bold: true, width: '*' },
            {
              text: `${example ? 'VOORBEELD   ' : ''}${about}`,
              style: 'note',
              alignment: 'right',
              width: 'auto',
              margin: [0, 5, 0, 0],
            },
          ],
        },
        ...purposeLine(purpose, WIDTH[paper] - 2 * SIDE),
      ],
    }),
    footer: (current, count) => ({
      margin: [SIDE, 10, SIDE, 0],
      columns: [
        { text: `${programmeName}, gemaakt op ${formatDate(generatedOn)}`, style: 'note', width: '*' },
        {
          text: `pagina ${String(current)} van ${String(count)}`,
          style: 'note',
          alignment: 'right',
          width: 90,
        },
      ],
    }),
    content,
  }
}

/** Room for the figures of a field, in points; the head may take two lines. */
const WIDTHS: Readonly<Record<ReviewField, number>> = {
  available: 46,
  preparing: 53,
  committed: 44,
  explored: 38,
  idea: 30,
  homesOn: 57,
  supportFrom: 48,
  contract: 86,
}

export const widthOfField = (field: ReviewField): number => WIDTHS[field]

/** A date right after a number would read as one. */
const APART: Partial<Record<ReviewField, [number, number, number, number]>> = { homesOn: [6, 0, 0, 0] }

export const fieldHead = (field: ReviewField): TableCell => ({
  text: capitalise(reviewFieldLabels[field]),
  style: 'head',
  ...placing(field),
})

export const fieldCell = (field: ReviewField, text: string | undefined): ContentText => ({
  ...figures(text ?? ''),
  style: 'cell',
  ...placing(field),
})

const placing = (field: ReviewField) => {
  const margin = APART[field]
  return {
    alignment: isPlacesField(field) ? ('right' as const) : ('left' as const),
    ...(margin === undefined ? {} : { margin }),
  }
}

/** The project with what it is underneath: for sheets without room for columns of their own. */
export const projectCell = (row: {
  readonly project: string
  readonly municipality: string
  readonly type: string
}): TableCell => ({
  stack: [
    { text: row.project, style: 'cell', bold: true },
    { text: `${row.municipality}, ${row.type}`, style: 'note' },
  ],
})

/** A line to write on, with what belongs there underneath. */
export const lineFor = (label: string): Column => ({
  width: '*',
  table: { widths: ['*'], body: [[{ text: label, style: 'note', border: [false, true, false, false] }]] },
  layout: { hLineWidth: (at) => (at === 0 ? 0.7 : 0), hLineColor: () => ink.muted, paddingLeft: () => 0 },
  margin: [0, 22, 0, 0],
})
