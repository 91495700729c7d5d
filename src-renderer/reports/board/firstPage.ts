import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import { renderSvg } from '../../charts/renderSvg'
import { chartThemes } from '../../charts/theme'
import { transitionOption } from '../../charts/transitionChart'
import type { BalanceRow } from '../../domain/capacity'
import { capitalise, formatDate, formatNumber, formatShortDate, ratingMeanings } from '../../domain/labels'
import type { Risk } from '../../domain/model/entities'
import { FIRST_PAGE_END } from '../kind'
import { drawing } from '../parts/drawing'
import { ratingMark } from '../parts/rating'
import { above, contentWidth, ink } from '../parts/style'
import { boxed, headCell, plainTable } from '../parts/table'
import { mayOutgrowPage, numberCell, oneLine, writtenOr } from '../parts/text'
import { balanceLines } from './balanceRows'
import { type Setting, SETTINGS, TAIL_APART } from './firstPageSettings'
import type { BoardModel } from './model'

/** Printed above every report; a report that is only called this has no name of its own. */
const KIND = 'Voortgangsrapportage'

/** The page in one of its settings; `pictures` off leaves room where they would stand. */
export function firstPage(model: BoardModel, fit: number, pictures = true): Content[] {
  const setting = SETTINGS[Math.min(fit, SETTINGS.length - 1)] ?? TAIL_APART
  const tail: Content[] = [risks(model, setting), outlook(model, setting)]
  return [
    titleBlock(model, setting),
    { ...label('Kernboodschap'), margin: [0, setting.gap, 0, 2] },
    writtenOr(model.report.coreMessage, 'Nog geen kernboodschap geschreven.', setting.lead),
    decisionAndRating(model, setting),
    shift(model, setting, pictures),
    balance(model, setting),
    ...(setting.whole
      ? tail
      : [
          {
            stack: [{ text: 'Vervolg van de eerste bladzijde', style: 'note' }, ...tail],
            pageBreak: 'before' as const,
          },
        ]),
    // Takes no room and draws nothing.
    { headlineLevel: FIRST_PAGE_END, canvas: [{ type: 'rect', x: 0, y: 0, w: 0, h: 0, color: ink.paper }] },
  ]
}

function label(text: string) {
  return { text, style: 'label' }
}

function titleBlock({ programme, report, scopeWords }: BoardModel, setting: Setting): Content {
  const purpose = programme.purpose.trim()
  return {
    // This page has no running head: its room is used.
    margin: above(-26),
    stack: [
      {
        columns: [
          { text: KIND, style: 'label', fontSize: 9.5, width: '*' },
          ...(programme.example ? [exampleMark()] : []),
        ],
      },
      {
        text: programme.name,
        style: 'title',
        outline: true,
        outlineText: 'Op één bladzijde',
        margin: [0, 2, 0, 3],
      },
      {
        text: [
          { text: scopeWords, bold: true },
          `   Peildatum `,
          { text: formatDate(report.referenceDate), bold: true },
          ...(['', KIND].includes(report.name.trim()) ? [] : [`   ${report.name}`]),
        ],
        fontSize: 9.5,
      },
      ...(purpose === '' || !setting.detail
        ? []
        : [
            {
              text: purpose,
              italics: true,
              fontSize: 9.5,
              color: ink.muted,
              margin: above(5),
            },
          ]),
      {
        canvas: [
          {
            type: 'line' as const,
            x1: 0,
            y1: 0,
            x2: contentWidth,
            y2: 0,
            lineWidth: 1.6,
            lineColor: ink.accent,
          },
        ],
        margin: [0, setting.gap * 0.6, 0, 0],
      },
    ],
  }
}

/** The sample must never be taken for real figures. */
function exampleMark(): Column {
  return {
    width: 'auto',
    table: {
      body: [[{ text: 'VOORBEELD, verzonnen gegevens', fontSize: 7.5, bold: true, characterSpacing: 0.4 }]],
    },
    layout: {
      hLineWidth: () => 0.8,
      vLineWidth: () => 0.8,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingLeft: () => 5,
      paddingRight: () => 5,
    },
  }
}

function decisionAndRating({ report }: BoardModel, setting: Setting): Content {
  const { colour, cause, consequence, adjustment } = report.rating
  const explained: (readonly [string, string])[] = [
    ['Oorzaak', cause],
    ['Gevolg', consequence],
    ['Bijsturing', adjustment],
  ]
  const lines = explained.filter(([, words]) => setting.detail && words.trim() !== '')
  return {
    columns: [
      {
        width: '*',
        stack: [
          boxed(
            {
              stack: [
                { ...label('Gevraagd besluit'), margin: [0, 0, 0, 2] },
                writtenOr(report.requestedDecision, 'Nog geen gevraagd besluit geschreven.', 'body'),
              ],
            },
            { edge: ink.accent, fill: ink.paper },
          ),
        ],
      },
      {
        width: 225,
        stack: [
          {
            columns: [
              { ...label('Stand van zaken'), width: 'auto', margin: [0, 1, 0, 0] },
              { width: '*', stack: [ratingMark(colour, { style: 'total', size: 8.5 })] },
            ],
            columnGap: 10,
            margin: above(6),
          },
          {
            text:
              lines.length === 0
                ? `${capitalise(ratingMeanings[colour])}.`
                : lines.flatMap(([word, words], index) => [
                    { text: `${index === 0 ? '' : ' '}${word}: `, bold: true },
                    words.trim(),
                  ]),
            style: 'small',
            margin: [0, 2, 0, 0],
          },
        ],
      },
    ],
    columnGap: 16,
    margin: [0, setting.gap, 0, 0],
  }
}

function shift({ series, report }: BoardModel, setting: Setting, pictures: boolean): Content {
  const picture = (): Content =>
    drawing(
      renderSvg(
        transitionOption(series, chartThemes.print, report.referenceDate),
        contentWidth,
        setting.chart,
      ),
      contentWidth,
    )
  const room: Content = { canvas: [{ type: 'rect', x: 0, y: 0, w: contentWidth, h: setting.chart }] }
  return {
    stack: [
      {
        text: [
          { text: 'De verschuiving in één beeld', style: 'label' },
          { text: `   ${shiftWords(series)}`, style: 'note' },
        ],
        margin: [0, setting.gap, 0, 3],
      },
      pictures ? picture() : room,
    ],
  }
}

function shiftWords(series: BoardModel['series']): string {
  const first = series[0]
  const last = series.at(-1)
  if (first === undefined || last === undefined) return ''
  const to = (a: number, b: number): string => `${formatNumber(a)} naar ${formatNumber(b)}`
  return (
    `tot ${formatDate(last.date)}: opvang van ${to(first.shelterOpen, last.shelterOpen)}, ` +
    `arrangementen in gebruik van ${to(first.realised, last.realised)} plekken`
  )
}

function balance(model: BoardModel, setting: Setting): Content {
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
            widths: [80, 29, 43, 39, 31, 29, 36, '*'],
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
            rows: rows.map((row) => line(row, 'cell', closingWords(row))),
            total: line(total, 'total', ''),
          }),
      ...(note === null ? [] : [{ text: note, style: 'note', margin: above(2) }]),
    ],
  }
}

const CLOSING_SIZE = 7.8
/** Width of the last column: what the others leave, less its own space. */
const CLOSING_ROOM = 136

function closingWords(row: BalanceRow): string {
  if (row.closing === null) return ''
  const { date, text, overdue } = row.closing
  return oneLine(`${formatShortDate(date)} ${text}${overdue ? ' (te laat)' : ''}`, CLOSING_SIZE, CLOSING_ROOM)
}

function risks({ report }: BoardModel, setting: Setting): Content {
  const top = report.risks.slice(0, 3)
  const cells = (risk: Risk, index: number): TableCell[] => [
    { text: String(index + 1), style: 'total' },
    { text: risk.text, style: 'cell' },
    { text: risk.measure, style: 'cell' },
    { text: risk.owner, style: 'cell' },
  ]
  return {
    stack: [
      { ...label('Belangrijkste risico’s'), margin: [0, setting.gap, 0, 1] },
      report.risks.length === 0
        ? { text: 'Nog geen risico’s beschreven.', style: 'body', color: ink.muted, italics: true }
        : plainTable({
            padding: setting.padding,
            widths: [8, '*', '*', 100],
            head: [headCell(''), headCell('Risico'), headCell('Maatregel'), headCell('Eigenaar')],
            rows: top.map(cells),
            breakRows: mayOutgrowPage(top.flatMap(({ text, measure, owner }) => [text, measure, owner])),
          }),
    ],
  }
}

function outlook({ report }: BoardModel, setting: Setting): Content {
  return {
    stack: [
      { ...label('Vooruitblik'), margin: [0, setting.gap, 0, 2] },
      writtenOr(report.outlook, 'Nog geen vooruitblik geschreven.', 'body'),
    ],
  }
}
