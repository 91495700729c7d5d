import { formatDate, formatNumber } from '../domain/labels'
import type { IsoDate } from '../domain/model/entities'
import { legendOf, textStyle, tooltipOf } from './axes'
import type { ChartOption } from './echarts'
import type { Decal } from './patterns'
import type { ChartTheme } from './theme'

/** A band over months: in eight of ten runs the figure lies between low and high. Not a number: there is none. */
export interface Band {
  readonly p10: ArrayLike<number>
  readonly p50: ArrayLike<number>
  readonly p90: ArrayLike<number>
}

export interface BandChartInput {
  /** Last day of each month. */
  readonly dates: readonly IsoDate[]
  readonly band: Band
  /** The middle line to compare with: the plan as it is. */
  readonly reference?: { readonly name: string; readonly p50: ArrayLike<number> } | undefined
  /** Dutch, such as "mensen". */
  readonly unit: string
  readonly decimals?: number
  /** Top of the axis, so that charts side by side can be compared. */
  readonly top?: number | undefined
  /** Without words at the end of lines and without a key: for several small charts in a row. */
  readonly small?: boolean
}

export const bandNames = {
  band: '8 van de 10 doorrekeningen',
  middle: 'Middelste uitkomst',
} as const

/** The middle as a solid line on a striped band; what it is compared with as a dashed line. */
export function bandOption(input: BandChartInput, theme: ChartTheme): ChartOption {
  const { dates, band, reference, small = false } = input
  const unit = theme.fontSize / 13
  const values = (line: ArrayLike<number>): (number | null)[] => dates.map((_, h) => known(line[h]))
  const low = values(band.p10)
  const high = values(band.p90)
  const middle = values(band.p50)
  const edge = {
    type: 'line',
    symbol: 'none',
    silent: true,
    lineStyle: { color: theme.realised, width: 0.9 * unit, type: [2 * unit, 2 * unit] },
    emphasis: { disabled: true },
  }
  const series = [
    { ...edge, name: 'P10', stack: 'band', data: low, tooltip: { show: false } },
    {
      ...edge,
      name: bandNames.band,
      stack: 'band',
      data: high.map((value, h) => (value === null ? null : value - (low[h] ?? 0))),
      areaStyle: { color: theme.planned, opacity: 0.75, decal: stripes(theme) },
      itemStyle: { color: theme.planned, decal: stripes(theme) },
      color: theme.planned,
    },
    {
      name: bandNames.middle,
      type: 'line',
      symbol: 'none',
      data: middle,
      color: theme.realised,
      lineStyle: { color: theme.realised, width: 2.6 * unit },
      itemStyle: { color: theme.realised },
      emphasis: { disabled: true },
      z: 5,
      ...(small ? {} : endLabel(input, middle, theme)),
    },
    ...(reference === undefined
      ? []
      : [
          {
            name: reference.name,
            type: 'line',
            symbol: 'none',
            data: values(reference.p50),
            color: theme.shelter,
            lineStyle: { color: theme.shelter, width: 2 * unit, type: [7 * unit, 4 * unit] },
            itemStyle: { color: theme.shelter },
            emphasis: { disabled: true },
            z: 6,
          },
        ]),
  ]
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: describeBand(input) }, decal: { show: true } },
    grid: {
      left: 2 * unit,
      right: (small ? 12 : 46) * unit,
      top: (small ? 10 : 34) * unit,
      bottom: 2 * unit,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(small ? {} : { legend: bandLegend(reference?.name, theme) }),
    ...(theme.interactive ? { tooltip: { ...tooltipOf(theme), formatter: tooltipText(input) } } : {}),
    xAxis: monthAxis(dates, theme, small),
    yAxis: {
      type: 'value',
      min: 0,
      ...(input.top === undefined ? {} : { max: input.top }),
      splitNumber: small ? 3 : 4,
      splitLine: { lineStyle: { color: theme.grid } },
      axisLabel: {
        ...textStyle(theme),
        color: theme.muted,
        formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
      },
    },
    series,
  }
}

/** Lines as they are drawn, whole and in dashes: a key of their own shape says more than a dot on a line. */
function bandLegend(reference: string | undefined, theme: ChartTheme) {
  return {
    ...legendOf([], theme),
    data: [
      { name: bandNames.band, icon: 'rect' },
      { name: bandNames.middle, icon: 'path://M0 4H24V7H0z' },
      ...(reference === undefined ? [] : [{ name: reference, icon: 'path://M0 4H10V7H0zM14 4H24V7H14z' }]),
    ],
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

function stripes(theme: ChartTheme): Decal {
  return {
    symbol: 'rect',
    color: theme.pattern,
    dashArrayX: [1, 0],
    dashArrayY: [1.2, 5],
    rotation: -Math.PI / 4,
  }
}

function endLabel({ decimals }: BandChartInput, middle: readonly (number | null)[], theme: ChartTheme) {
  const last = middle.at(-1) ?? null
  return {
    endLabel: {
      show: last !== null,
      formatter: () => formatNumber(last ?? 0, decimals),
      distance: 6 * (theme.fontSize / 13),
      ...textStyle(theme),
      color: theme.text,
      fontWeight: 'bold',
    },
  }
}

/** Only year ends get a word; a small chart has room for the years alone. */
function monthAxis(dates: readonly IsoDate[], theme: ChartTheme, small: boolean) {
  const named = new Map<number, string>()
  dates.forEach((date, h) => {
    if (date.slice(5, 7) === '12') named.set(h, small ? `’${date.slice(2, 4)}` : `eind ${date.slice(0, 4)}`)
  })
  // Shorter than a year end: the first and the last month then.
  if (named.size === 0)
    for (const h of [0, dates.length - 1]) named.set(h, formatDate((dates[h] ?? '').slice(0, 7)))
  const interval = (index: number): boolean => named.has(index)
  return {
    type: 'category',
    data: dates.map((date) => formatDate(date.slice(0, 7))),
    boundaryGap: false,
    axisLine: { lineStyle: { color: theme.muted } },
    axisTick: { interval, lineStyle: { color: theme.muted } },
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: theme.fontSize,
      hideOverlap: true,
      interval,
      formatter: (_value: string, index: number) => named.get(index) ?? '',
    },
  }
}

function tooltipText({ dates, band, reference, unit, decimals }: BandChartInput) {
  const show = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? 'geen' : formatNumber(value, decimals)
  return (points: readonly { readonly dataIndex: number }[]): string => {
    const h = points[0]?.dataIndex ?? 0
    const lines = [
      formatDate((dates[h] ?? '').slice(0, 7)),
      `midden ${show(band.p50[h])} ${unit}`,
      `van ${show(band.p10[h])} tot ${show(band.p90[h])}`,
    ]
    if (reference !== undefined) lines.push(`${reference.name.toLowerCase()} ${show(reference.p50[h])}`)
    return lines.join('\n')
  }
}

/** The chart in words, for who can't see it. */
export function describeBand({ dates, band, reference, unit, decimals }: BandChartInput): string {
  const first = dates[0]
  const last = dates.length - 1
  if (first === undefined) return 'Er zijn nog geen uitkomsten om te tonen.'
  const moment = (h: number): string => {
    const [low, middle, high] = [known(band.p10[h]), known(band.p50[h]), known(band.p90[h])]
    if (low === null || middle === null || high === null) return 'geen uitkomst'
    const show = (n: number): string => formatNumber(n, decimals)
    return `${show(middle)} ${unit}, in 8 van de 10 doorrekeningen tussen ${show(low)} en ${show(high)}`
  }
  const month = (h: number): string => formatDate((dates[h] ?? '').slice(0, 7))
  const parts = [`In ${month(0)}: ${moment(0)}.`, `In ${month(last)}: ${moment(last)}.`]
  const plan = known(reference?.p50[last])
  if (reference !== undefined && plan !== null)
    parts.push(`${reference.name} komt dan uit op ${formatNumber(plan, decimals)}.`)
  return parts.join(' ')
}
