import type { BalancePoint } from '../domain/capacity'
import { formatNumber } from '../domain/labels'
import type { IsoDate } from '../domain/model/entities'
import { legendOf, placesAxis, quarterAxis, textStyle, tooltipOf } from './axes'
import type { ChartOption } from './echarts'
import { statusFills } from './patterns'
import type { ChartTheme } from './theme'
import { seriesNames } from './transitionChart'

/** Ambition against realisation: one column per quarter (realised with committed on top) and the ambition as a mark. */
export function ambitionOption(
  points: readonly BalancePoint[],
  theme: ChartTheme,
  reference?: IsoDate,
): ChartOption {
  const unit = theme.fontSize / 13
  const fills = statusFills(theme)
  const current = reference === undefined ? -1 : points.findIndex((point) => point.date >= reference)
  const column = (layer: 'realised' | 'committed') => ({
    name: seriesNames[layer],
    type: 'bar',
    stack: 'places',
    barWidth: '62%',
    data: points.map((point) => point[layer]),
    color: fills[layer].color,
    itemStyle: fills[layer],
    emphasis: { disabled: true },
  })
  const series = [
    {
      ...column('realised'),
      ...(current < 0
        ? {}
        : {
            markLine: {
              silent: true,
              symbol: 'none',
              data: [{ xAxis: current }],
              lineStyle: { color: theme.text, width: unit, type: [2 * unit, 2 * unit] },
              label: { ...textStyle(theme), color: theme.muted, formatter: 'peildatum', distance: 2 * unit },
            },
          }),
    },
    column('committed'),
    {
      name: seriesNames.ambition,
      type: 'line',
      data: points.map((point) => point.ambition),
      color: theme.ambition,
      symbol: 'diamond',
      symbolSize: 6 * unit,
      lineStyle: { width: 1.6 * unit, type: [6 * unit, 4 * unit] },
      emphasis: { disabled: true },
      z: 5,
    },
  ]
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: describeAmbition(points) }, decal: { show: true } },
    grid: {
      left: 4 * unit,
      right: 8 * unit,
      top: 34 * unit,
      bottom: 2 * unit,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: legendOf(series, theme),
    ...(theme.interactive ? { tooltip: tooltipOf(theme) } : {}),
    xAxis: quarterAxis(points, theme, true),
    yAxis: placesAxis(theme),
    series,
  }
}

export function describeAmbition(points: readonly BalancePoint[]): string {
  const last = points.at(-1)
  if (last === undefined) return 'Er zijn nog geen cijfers om te tonen.'
  const reached = points.filter((p) => p.gap !== null && p.gap <= 0).length
  return [
    `Ambitie tegenover gerealiseerd en toegezegd, ${formatNumber(points.length)} kwartalen.`,
    `In ${formatNumber(reached)} daarvan dekken gerealiseerd en toegezegd samen de ambitie.`,
  ].join(' ')
}
