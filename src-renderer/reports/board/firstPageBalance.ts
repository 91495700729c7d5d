import type { Content, TableCell } from 'pdfmake/interfaces'
import type { BalanceRow } from '../../domain/capacity'
import { formatDate, formatShortDate } from '../../domain/labels'
import { above } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { numberCell, oneLine } from '../parts/text'
import { balanceLines } from './balanceRows'
import { confirmedNote } from './confirmed'
import { BALANCE_SPACE, BALANCE_WIDTHS, CLOSING_SIZE, closingRoom } from './closingColumn'
import type { Setting } from './firstPageSettings'
import type { BoardModel } from './model'

/** The balance on the first page: a line per municipality or region, with what is decided next. */
export function balance(model: BoardModel, setting: Setting): Content {
  const { kind, rows, note } = balanceLines(model)
  const { total, date } = model.balance
  const line = (row: BalanceRow, style: string, closing: string): TableCell[] => [
    { text: row.name, style },
    numberCell(row.shelterOpen, style),
    numberCell(row.realised, style),
    numberCell(row.committed, style),
    numberCell(row.planned, style),
    numberCell(row.ambition, style),
    { ...numberCell(row.gap, style), bold: true },
    { text: closing, style, fontSize: CLOSING_SIZE },
  ]
  return {
    stack: [
      {
        text: [
          { text: 'Overgangsbalans', style: 'label' },
          { text: `   plekken op ${formatDate(date)}`, style: 'note' },
        ],
        margin: [0, setting.gap, 0, 1],
      },
      rows.length === 0
        ? { text: 'Er zijn nog geen gemeenten vastgelegd.', style: 'note' }
        : plainTable({
            padding: setting.padding,
            space: BALANCE_SPACE,
            widths: [...BALANCE_WIDTHS, '*'],
            head: [
              headCell(kind),
              headCell('Opvang', 'right'),
              headCell('Gerealiseerd', 'right'),
              headCell('Toegezegd', 'right'),
              headCell('Gepland', 'right'),
              headCell('Ambitie', 'right'),
              headCell('Te vinden', 'right'),
              headCell('Eerstvolgend besluit'),
            ],
            rows: rows.map((row) => line(row, 'cell', closingWords(row, setting.closing))),
            total: line(total, 'total', ''),
          }),
      ...[note, confirmedNote(model)].flatMap((text) =>
        text === null ? [] : [{ text, style: 'note', margin: above(2) }],
      ),
    ],
  }
}

function closingWords(row: BalanceRow, lines: number): string {
  if (row.closing === null) return ''
  const { date, text, overdue } = row.closing
  const words = `${formatShortDate(date)} ${text}${overdue ? ' (te laat)' : ''}`
  return oneLine(words, CLOSING_SIZE, closingRoom(lines))
}
