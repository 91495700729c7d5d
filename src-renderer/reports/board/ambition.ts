import type { Content, TableCell } from 'pdfmake/interfaces'
import { ambitionOption } from '../../charts/ambitionChart'
import { gapChartHeight, gapOption } from '../../charts/gapChart'
import { renderSvg } from '../../charts/renderSvg'
import { chartThemes } from '../../charts/theme'
import { tileMapSize, tileMapSvg } from '../../charts/tileMap'
import type { BalancePoint, BalanceRow } from '../../domain/capacity'
import { formatDate, formatNumber, formatQuarter, plural } from '../../domain/labels'
import { drawing } from '../parts/drawing'
import { above, contentWidth } from '../parts/style'
import { headCell, plainTable } from '../parts/table'
import { figures, heading, numberCell } from '../parts/text'
import { perRegion } from './balanceRows'
import type { BoardModel } from './model'

/** Longer lists of bars are no picture any more. */
const MOST_BARS = 24

export function ambitionChapter(model: BoardModel): Content[] {
  const { series, report } = model
  const svg = renderSvg(ambitionOption(series, chartThemes.print, report.referenceDate), contentWidth, 185)
  return [
    heading('Ambitie en realisatie', { pageBreak: true }),
    { text: ambitionWords(model), style: 'body', margin: [0, 0, 0, 8] },
    ...(series.length === 0 ? [] : [drawing(svg, contentWidth), quarterTable(model)]),
    ...perMunicipality(model),
  ]
}

function ambitionWords({ balance, horizon }: BoardModel): string {
  const now = balance.total
  const then = horizon.total
  if (now.ambition === null || then.ambition === null || (now.ambition === 0 && then.ambition === 0))
    return 'Er is nog geen ambitie vastgelegd. Daarom is niet te zeggen hoeveel plekken er nog nodig zijn.'
  const missing = (gap: number | null) =>
    (gap ?? 0) > 0
      ? `${plural(gap ?? 0, 'plek', 'plekken')} nog te vinden`
      : 'gerealiseerd en toegezegd dekken dat samen'
  return (
    `Op ${formatDate(balance.date)} vraagt de ambitie ${plural(now.ambition, 'plek', 'plekken')} in arrangementen. ` +
    `Er zijn er ${formatNumber(now.realised)} gerealiseerd en ${formatNumber(now.committed)} toegezegd: ${missing(now.gap)}. ` +
    `Op ${formatDate(horizon.date)} is de ambitie ${formatNumber(then.ambition)}; met alles wat nu is gepland, zijn er dan ` +
    `${formatNumber(then.realised)} gerealiseerd en ${formatNumber(then.committed)} toegezegd.`
  )
}

function quarterTable({ series, report }: BoardModel): Content {
  const current = series.findIndex((point) => point.date >= report.referenceDate)
  const row = (point: BalancePoint, index: number): TableCell[] => {
    const style = index === current ? 'total' : 'cell'
    return [
      { ...figures(formatQuarter(point.quarter)), style },
      numberCell(point.shelterOpen, style),
      numberCell(point.realised, style),
      numberCell(point.committed, style),
      numberCell(point.planned, style),
      numberCell(point.ambition, style),
      numberCell(point.gap, style),
    ]
  }
  return {
    stack: [
      { text: 'Per kwartaal', style: 'h2' },
      plainTable({
        padding: 1.9,
        widths: ['*', 60, 60, 60, 60, 60, 60],
        head: [
          headCell('Kwartaal (laatste dag)'),
          headCell('Opvang open', 'right'),
          headCell('Gerealiseerd', 'right'),
          headCell('Toegezegd', 'right'),
          headCell('Gepland', 'right'),
          headCell('Ambitie', 'right'),
          headCell('Nog te vinden', 'right'),
        ],
        rows: series.map(row),
        tinted: new Set(current < 0 ? [] : [current]),
      }),
      ...(current < 0
        ? []
        : [
            { text: 'De gekleurde regel is het kwartaal van de peildatum.', style: 'note', margin: above(3) },
          ]),
    ],
  }
}

function perMunicipality(model: BoardModel): Content[] {
  const many = model.balance.rows.length > MOST_BARS
  const rows: readonly BalanceRow[] = many ? perRegion(model) : model.balance.rows
  if (rows.length === 0) return []
  const shown = rows.slice(0, MOST_BARS)
  const height = gapChartHeight(shown.length, chartThemes.print)
  const svg = renderSvg(gapOption(shown, chartThemes.print), contentWidth, height)
  return [
    {
      unbreakable: true,
      stack: [
        { text: many ? 'Per regio' : 'Per gemeente', style: 'h2' },
        {
          text: `Plekken op ${formatDate(model.balance.date)}. Het streepje is de ambitie.`,
          style: 'note',
          margin: [0, 0, 0, 4],
        },
        drawing(svg, contentWidth),
        ...(shown.length < rows.length
          ? [
              {
                text: `De eerste ${String(MOST_BARS)} van ${formatNumber(rows.length)} regio’s.`,
                style: 'note',
              },
            ]
          : []),
      ],
    },
    ...tileMap(model),
  ]
}

function tileMap(model: BoardModel): Content[] {
  const gaps = new Map(model.balance.rows.map((row) => [row.id, row.gap]))
  const tiles = model.municipalities.flatMap((m) =>
    m.tile === null ? [] : [{ id: m.id, name: m.name, ...m.tile, gap: gaps.get(m.id) ?? null }],
  )
  if (tiles.length < 2 || tiles.length > 30) return []
  const size = tileMapSize(tiles)
  const width = Math.min(250, size.width * 0.62)
  return [
    {
      unbreakable: true,
      margin: [0, 14, 0, 0],
      columns: [
        { width, stack: [drawing(tileMapSvg(tiles, chartThemes.print), width)] },
        {
          width: '*',
          stack: [
            { text: 'Waar ontbreken nog plekken?', bold: true, fontSize: 9.5, margin: [0, 0, 0, 4] },
            {
              text:
                'Elke tegel is een gemeente, ongeveer op haar plaats in de regio. Het getal is het aantal plekken dat ' +
                'op de peildatum nog te vinden is: de ambitie min wat gerealiseerd of toegezegd is. Een driehoek betekent ' +
                'dat er plekken ontbreken, een rondje dat de ambitie is gedekt, een streepje dat er geen ambitie is.',
              style: 'body',
            },
          ],
        },
      ],
      columnGap: 18,
    },
  ]
}
