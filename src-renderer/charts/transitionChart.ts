import type { BalancePoint } from '../domain/capacity'
import { formatDate, formatNumber } from '../domain/labels'
import type { IsoDate } from '../domain/model/entities'
import { legendOf, placesAxis, quarterAxis, textStyle, tooltipOf } from './axes'
import type { ChartOption } from './echarts'
import { statusFills } from './patterns'
import type { ChartTheme } from './theme'

export const seriesNames = {
  shelter: 'Opvang nog open',
  realised: 'Gerealiseerd',
  committed: 'Toegezegd',
  planned: 'Gepland',
  ambition: 'Ambitie',
} as const

const LAYERS = ['realised', 'committed', 'planned'] as const

/**
 * The shift in one picture: shelter places going down against arrangement places growing towards the ambition.
 * The three statuses are stacked areas; shelter and ambition are lines with their own dash and mark.
 */
export function transitionOption(
  points: readonly BalancePoint[],
  theme: ChartTheme,
  reference?: IsoDate,
): ChartOption {
  const unit = theme.fontSize / 13
  const fills = statusFills(theme)
  const last = points.at(-1)
  const endLabel = (name: string, value: number | undefined, color: string) => ({
    show: value !== undefined && value > 0,
    formatter: () => `${name} ${formatNumber(value ?? 0)}`,
    distance: 6 * unit,
    ...textStyle(theme),
    color,
  })

  const areas = LAYERS.map((layer) => ({
    name: seriesNames[layer],
    type: 'line',
    stack: 'arrangements',
    step: 'end',
    symbol: 'none',
    data: points.map((point) => point[layer]),
    color: fills[layer].color,
    lineStyle: { width: 0.8 * unit, color: theme.surface },
    areaStyle: { color: fills[layer].color, opacity: 1, decal: fills[layer].decal },
    itemStyle: fills[layer],
    endLabel: endLabel(seriesNames[layer], last?.[layer], theme.text),
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
    ...(layer === 'realised' ? { markLine: referenceLine(points, theme, reference) } : {}),
  }))

  const shelter = {
    name: seriesNames.shelter,
    type: 'line',
    step: 'end',
    data: points.map((point) => point.shelterOpen),
    color: theme.shelter,
    symbol: 'rect',
    symbolSize: 5 * unit,
    lineStyle: { width: 2.6 * unit, color: theme.shelter },
    itemStyle: { color: theme.shelter, borderColor: theme.surface, borderWidth: 0.8 * unit },
    endLabel: { ...endLabel(seriesNames.shelter, last?.shelterOpen, theme.shelter), fontWeight: 'bold' },
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
    z: 5,
  }

  const ambition = {
    name: seriesNames.ambition,
    type: 'line',
    data: points.map((point) => point.ambition),
    color: theme.ambition,
    symbol: 'diamond',
    showSymbol: false,
    lineStyle: { width: 1.8 * unit, type: [6 * unit, 4 * unit], color: theme.ambition },
    itemStyle: { color: theme.ambition },
    endLabel: {
      ...endLabel(seriesNames.ambition, last?.ambition ?? undefined, theme.ambition),
      fontWeight: 'bold',
    },
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
    z: 6,
  }
  const hasAmbition = points.some((point) => (point.ambition ?? 0) > 0)

  const hasShelter = points.some((point) => point.shelterOpen > 0)
  const lines = [...(hasShelter ? [shelter] : []), ...(hasAmbition ? [ambition] : [])]
  const series = [...areas, ...lines.map((line) => casing(line, theme)), ...lines]
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: describeTransition(points) }, decal: { show: true } },
    grid: {
      left: 4 * unit,
      right: 128 * unit,
      top: 40 * unit,
      bottom: 2 * unit,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: legendOf([...areas, ...lines], theme),
    ...(theme.interactive ? { tooltip: tooltipOf(theme) } : {}),
    xAxis: quarterAxis(points, theme, false),
    yAxis: placesAxis(theme),
    series,
  }
}

/** A light edge under a line, so that it stands out on dark areas too. */
function casing(line: { readonly name: string; readonly data: unknown }, theme: ChartTheme) {
  const unit = theme.fontSize / 13
  return {
    name: `${line.name} (rand)`,
    type: 'line',
    data: line.data,
    ...('step' in line ? { step: line.step } : {}),
    symbol: 'none',
    silent: true,
    tooltip: { show: false },
    lineStyle: { width: 5 * unit, color: theme.surface, opacity: 0.85 },
    emphasis: { disabled: true },
    z: 4,
  }
}

/** An upright line at the quarter of the reference date: left of it is what happened, right of it what is planned. */
function referenceLine(points: readonly BalancePoint[], theme: ChartTheme, reference: IsoDate | undefined) {
  const unit = theme.fontSize / 13
  const index = reference === undefined ? -1 : points.findIndex((point) => point.date >= reference)
  if (index < 0) return { data: [] }
  return {
    silent: true,
    symbol: 'none',
    data: [{ xAxis: index }],
    lineStyle: { color: theme.text, width: 1 * unit, type: [2 * unit, 2 * unit] },
    label: {
      ...textStyle(theme),
      color: theme.muted,
      formatter: 'peildatum',
      position: 'end',
      distance: 8 * unit,
    },
  }
}

/** The chart in words, for who can't see it: under the screen's chart and with the drawing in the report. */
export function describeTransition(points: readonly BalancePoint[]): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return 'Er zijn nog geen cijfers om te tonen.'
  const sentences = [
    `Van ${formatDate(first.date)} tot ${formatDate(last.date)}`,
    `gaat de opvang van ${formatNumber(first.shelterOpen)} naar ${formatNumber(last.shelterOpen)} open plekken.`,
    `De gerealiseerde plekken in arrangementen gaan van ${formatNumber(first.realised)} naar ${formatNumber(last.realised)}.`,
    `Op de laatste dag zijn er daarnaast ${formatNumber(last.committed)} toegezegd en ${formatNumber(last.planned)} gepland.`,
  ]
  if (last.ambition !== null && last.ambition > 0) {
    const gap = last.ambition - last.realised - last.committed
    sentences.push(
      `De ambitie is dan ${formatNumber(last.ambition)} plekken:`,
      gap > 0 ? `er ontbreken er nog ${formatNumber(gap)}.` : 'die wordt gehaald.',
    )
  }
  return sentences.join(' ')
}
