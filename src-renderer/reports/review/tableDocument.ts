import type { Content, Size, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { formatDate, formatNumber } from '../../domain/labels'
import { above, ink } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { figures } from '../parts/text'
import { fieldCell, fieldHead, lineFor, projectCell, sheetDocument, widthOfField } from './frame'
import type { ReviewTable, SheetRow } from './model'

const BOX = 6.5
const VERDICTS = ['klopt', 'gewijzigd', 'vraag'] as const

/** The table of one association to lay on the table of a meeting: what was asked, and room to write. */
export function tableDocument(table: ReviewTable): TDocumentDefinitions {
  const { head, fields, rows, paper } = table
  const wide = paper === 'a3'
  const about: Size[] = wide ? [44, '*', 92, 130] : [34, '*']
  const widths: Size[] = [...about, ...fields.map(widthOfField), wide ? 56 : 48, wide ? 230 : 92]
  const aboutHead = ['Rij', 'Project', ...(wide ? ['Gemeente', 'Arrangementtype'] : [])]
  const content: Content[] = [
    { text: table.question === '' ? 'Klopt deze tabel?' : table.question, style: 'body', bold: true },
    {
      text: `Antwoord voor of op ${formatDate(table.dueDate)}. Kruis per rij aan wat u vindt. Klopt een getal niet? Streep het door en schrijf het goede getal erbij. Zet geen namen van bewoners op dit blad.`,
      style: 'note',
      margin: [0, 2, 0, 8],
    },
    plainTable({
      widths,
      head: [
        ...aboutHead.map((text) => headCell(text)),
        ...fields.map(fieldHead),
        headCell('Oordeel'),
        headCell('Opmerking of vraag'),
      ],
      rows: rows.map((row) => [
        { ...figures(row.id), style: 'cell' },
        ...aboutCells(row, wide),
        ...fields.map((field) => fieldCell(field, row.cells[field])),
        boxes(),
        '',
      ]),
      total: totalRow(table, about.length),
      space: 3,
      padding: 3,
    }),
    {
      text: 'Een plek is beschikbaar als de woning er is én de begeleiding. Ontbreekt een van beide nog, dan telt de plek als in voorbereiding.',
      style: 'note',
      margin: above(6),
    },
    {
      unbreakable: true,
      margin: above(20),
      columns: ['Ingevuld door (functie, geen naam)', 'Datum', 'Rijen besproken'].map(lineFor),
      columnGap: 24,
    },
  ]
  return sheetDocument(head, 'Capaciteitstabel', paper, content)
}

function aboutCells(row: SheetRow<string>, wide: boolean): TableCell[] {
  if (!wide) return [projectCell(row)]
  return [
    { text: row.project, style: 'cell', bold: true },
    { text: row.municipality, style: 'cell' },
    { text: row.type, style: 'cell' },
  ]
}

/** A box to tick for each verdict, drawn: not every typeface has one. */
function boxes(): TableCell {
  return {
    stack: VERDICTS.map((word) => ({
      columns: [
        {
          canvas: [{ type: 'rect', x: 0, y: 1.6, w: BOX, h: BOX, lineWidth: 0.7, lineColor: ink.text }],
          width: BOX + 2,
        },
        { text: word, style: 'note', width: '*' },
      ],
      columnGap: 3,
    })),
  }
}

function totalRow({ fields, totals, rows }: ReviewTable, about: number): TableCell[] {
  const blank = (n: number): TableCell[] => Array.from({ length: n }, () => '')
  return [
    '',
    { text: `Samen, ${formatNumber(rows.length)} ${rows.length === 1 ? 'rij' : 'rijen'}`, style: 'total' },
    ...blank(about - 2),
    ...fields.map((field): TableCell => {
      const total = totals[field]
      return total === undefined
        ? ''
        : { ...figures(formatNumber(total)), style: 'total', alignment: 'right' }
    }),
    ...blank(2),
  ]
}
