import type { BalanceRow } from '../domain/capacity'
import { formatNumber } from '../domain/labels'
import { legendOf, textStyle, tooltipOf } from './axes'
import type { ChartOption } from './echarts'
import { statusFills } from './patterns'
import type { ChartTheme } from './theme'
import { seriesNames } from './transitionChart'

type GapRow = Pick<BalanceRow, 'name' | 'realised' | 'committed' | 'ambition' | 'gap'>

/** Height that gives every row the same room, in the unit of the theme. */
export function gapChartHeight(rows: number, theme: ChartTheme): number {
  return Math.round(theme.fontSize * (4.2 + rows * 2.1))
}

/** Per municipality: realised and committed as one bar, the ambition as an upright mark across it. */
export function gapOption(rows: readonly GapRow[], theme: ChartTheme): ChartOption {
  const unit = theme.fontSize / 13
  const fills = statusFills(theme)
  const bar = (layer: 'realised' | 'committed') => ({
    name: seriesNames[layer],
    type: 'bar',
    stack: 'places',
    barWidth: '58%',
    data: rows.map((row) => row[layer]),
    color: fills[layer].color,
    itemStyle: fills[layer],
    emphasis: { disabled: true },
  })
  const series = [
    bar('realised'),
    bar('committed'),
    {
      name: seriesNames.ambition,
      type: 'custom',
      color: theme.ambition,
      itemStyle: { color: theme.ambition },
      encode: { x: 0, y: 1 },
      data: rows.map((row, index) => [row.ambition ?? 0, index]),
      renderItem: ambitionMark(rows, theme),
      z: 5,
    },
  ]
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: describeGaps(rows) }, decal: { show: true } },
    grid: {
      left: 2 * unit,
      right: 150 * unit,
      top: 30 * unit,
      bottom: 2 * unit,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: legendOf(series, theme),
    ...(theme.interactive ? { tooltip: tooltipOf(theme) } : {}),
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { lineStyle: { color: theme.muted } },
      axisTick: { show: false },
      axisLabel: textStyle(theme),
    },
    xAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: theme.grid } },
      axisLabel: {
        ...textStyle(theme),
        color: theme.muted,
        formatter: (value: number) => formatNumber(value),
      },
    },
    series,
  }
}

interface RenderParams {
  readonly dataIndex: number
  readonly coordSys: { readonly x: number; readonly width: number }
}

interface RenderApi {
  value(dimension: number): number
  coord(point: readonly number[]): number[]
  size(span: readonly number[]): number[]
}

function ambitionMark(rows: readonly GapRow[], theme: ChartTheme) {
  const unit = theme.fontSize / 13
  return (params: RenderParams, api: RenderApi) => {
    const row = rows[params.dataIndex]
    const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
    const half = ((api.size([0, 1])[1] ?? 0) * 0.78) / 2
    return {
      type: 'group',
      children: [
        ...(row?.ambition === null || row?.ambition === undefined
          ? []
          : [
              {
                type: 'rect',
                shape: { x: x - 1.4 * unit, y: y - half, width: 2.8 * unit, height: half * 2 },
                style: { fill: theme.ambition, stroke: theme.surface, lineWidth: 0.6 * unit },
              },
            ]),
        {
          type: 'text',
          style: {
            text: row === undefined ? '' : gapWord(row),
            x: params.coordSys.x + params.coordSys.width + 12 * unit,
            y,
            fill: theme.text,
            font: `${String(theme.fontSize)}px ${theme.font}`,
            verticalAlign: 'middle',
          },
        },
      ],
    }
  }
}

export function gapWord(row: Pick<GapRow, 'gap' | 'ambition'>): string {
  if (row.gap === null || row.ambition === null) return 'geen ambitie'
  if (row.gap > 0) return `nog ${formatNumber(row.gap)} nodig`
  return row.gap === 0 ? 'gedekt' : `${formatNumber(-row.gap)} meer dan gevraagd`
}

export function describeGaps(rows: readonly GapRow[]): string {
  if (rows.length === 0) return 'Er zijn nog geen gemeenten om te tonen.'
  return rows
    .map(
      (row) =>
        `${row.name}: ${formatNumber(row.realised)} gerealiseerd, ${formatNumber(row.committed)} toegezegd, ${gapWord(row)}.`,
    )
    .join(' ')
}
