import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import { renderSvg } from '../../charts/renderSvg'
import { chartThemes } from '../../charts/theme'
import { transitionOption } from '../../charts/transitionChart'
import { capitalise, formatDate, formatNumber, ratingMeanings } from '../../domain/labels'
import type { IsoDate, Risk } from '../../domain/model/entities'
import { FIRST_PAGE_END } from '../kind'
import { drawing } from '../parts/drawing'
import { ratingMark } from '../parts/rating'
import { above, contentWidth, ink } from '../parts/style'
import { boxed, headCell, plainTable } from '../parts/table'
import { mayOutgrowPage, writtenOr } from '../parts/text'
import { askedBox, askedLines } from './askedLines'
import { balance } from './firstPageBalance'
import { purposeIn, type Setting, SETTINGS, TAIL_APART } from './firstPageSettings'
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
    ...askedBox(askedLines(model.collaboration, setting)),
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
  const purpose = purposeIn(programme, setting)
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
      ...(purpose.text === ''
        ? []
        : [
            {
              text: purpose.text,
              italics: true,
              fontSize: purpose.style.fontSize,
              color: ink.muted,
              margin: above(purpose.above),
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

function decisionAndRating({ report, collaboration }: BoardModel, setting: Setting): Content {
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
                writtenOr(
                  report.requestedDecision,
                  collaboration.asked.length > 0
                    ? 'De besluiten hieronder.'
                    : 'Nog geen gevraagd besluit geschreven.',
                  'body',
                ),
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
    drawing(renderSvg(pictureOption(series, report.referenceDate), contentWidth, setting.chart), contentWidth)
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

/**
 * The chart with its names at the ends of the lines, so that a key above would only say them twice. A layer that is gone
 * at the end has no name there: then the key stays.
 */
function pictureOption(series: BoardModel['series'], date: IsoDate) {
  const option = transitionOption(series, chartThemes.print, date)
  const last = series.at(-1)
  const layers = ['realised', 'committed', 'planned', 'shelterOpen', 'ambition'] as const
  const named = layers.every(
    (layer) => (last?.[layer] ?? 0) > 0 || series.every((point) => (point[layer] ?? 0) === 0),
  )
  if (!named) return option
  const grid = option['grid']
  return {
    ...option,
    legend: { show: false },
    grid: { ...(typeof grid === 'object' ? grid : {}), top: KEYLESS_TOP },
  }
}

/** Above the chart stands only the word at the reference date. */
const KEYLESS_TOP = 15

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
