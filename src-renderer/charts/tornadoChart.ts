import { formatNumber } from '../domain/labels'
import { textStyle, tooltipOf } from './axes'
import type { ChartOption } from './echarts'
import { statusFills } from './patterns'
import type { ChartTheme } from './theme'

export interface TornadoBar {
  readonly label: string
  /** The input at its lowest and highest, in words: "14 mensen". */
  readonly low: string
  readonly high: string
  /** The outcome with it. */
  readonly atLow: number
  readonly atHigh: number
}

export interface TornadoInput {
  readonly base: number
  readonly bars: readonly TornadoBar[]
  /** Dutch: what is measured, such as "mensen op de wachtlijst". */
  readonly outcome: string
  readonly decimals?: number
}

export const tornadoNames = { low: 'Aanname op zijn laagst', high: 'Aanname op zijn hoogst' } as const

export function tornadoHeight(bars: number, theme: ChartTheme): number {
  return Math.round(theme.fontSize * (6.2 + bars * 2.5))
}

/** Largest swing on top; bars start at the outcome with the most likely inputs. */
export function tornadoOption(
  { base, bars, outcome, decimals = 0 }: TornadoInput,
  theme: ChartTheme,
): ChartOption {
  const unit = theme.fontSize / 13
  const fills = statusFills(theme)
  const ends = [
    {
      name: tornadoNames.low,
      fill: fills.realised,
      value: (b: TornadoBar) => b.atLow,
      word: (b: TornadoBar) => b.low,
    },
    {
      name: tornadoNames.high,
      fill: fills.committed,
      value: (b: TornadoBar) => b.atHigh,
      word: (b: TornadoBar) => b.high,
    },
  ]
  const most = Math.max(0, ...bars.flatMap((b) => [Math.abs(b.atLow - base), Math.abs(b.atHigh - base)]))
  const series = ends.map(({ name, fill, value, word }) => ({
    name,
    type: 'bar',
    barGap: '-100%',
    barWidth: '62%',
    color: fill.color,
    itemStyle: fill,
    emphasis: { disabled: true },
    data: bars.map((bar) => {
      const end = value(bar)
      return {
        value: end,
        label: {
          show: true,
          position: end < base ? 'left' : 'right',
          formatter: () => word(bar),
          ...textStyle(theme),
          color: theme.muted,
        },
      }
    }),
  }))
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: 'transparent',
    aria: {
      enabled: true,
      label: { description: describeTornado({ base, bars, outcome, decimals }) },
      decal: { show: true },
    },
    grid: {
      left: 2 * unit,
      right: 8 * unit,
      top: 30 * unit,
      bottom: 26 * unit,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      data: ends.map(({ name }) => ({ name, icon: 'rect' })),
      left: 0,
      top: 0,
      itemWidth: theme.fontSize * 1.5,
      itemHeight: theme.fontSize * 0.85,
      selectedMode: false,
      textStyle: textStyle(theme),
    },
    ...(theme.interactive
      ? {
          tooltip: {
            ...tooltipOf(theme),
            axisPointer: { type: 'shadow' },
            formatter: (points: readonly { readonly dataIndex: number }[]): string => {
              const bar = bars[points[0]?.dataIndex ?? -1]
              if (bar === undefined) return ''
              return [
                bar.label,
                `bij ${bar.low}: ${formatNumber(bar.atLow, decimals)}`,
                `bij ${bar.high}: ${formatNumber(bar.atHigh, decimals)}`,
              ].join('\n')
            },
          },
        }
      : {}),
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...textStyle(theme), width: 250 * unit, overflow: 'break', lineHeight: 15 * unit },
    },
    xAxis: {
      type: 'value',
      // Room beside the longest bar for the words at its end.
      min: base - most * 1.36,
      max: base + most * 1.36,
      // Bars begin at the outcome itself, and the axis keeps its round numbers.
      startValue: base,
      name: outcome,
      nameLocation: 'middle',
      nameGap: 26 * unit,
      nameTextStyle: { ...textStyle(theme), color: theme.muted },
      splitLine: { lineStyle: { color: theme.grid } },
      axisLabel: {
        ...textStyle(theme),
        color: theme.muted,
        formatter: (outcomeThere: number): string => formatNumber(outcomeThere, decimals),
        showMinLabel: false,
        showMaxLabel: false,
      },
    },
    series: [...series, middleLine(base, theme)],
  }
}

function middleLine(base: number, theme: ChartTheme) {
  return {
    type: 'line',
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      data: [{ xAxis: base }],
      lineStyle: { color: theme.text, width: 1.2 * (theme.fontSize / 13), type: 'solid' },
    },
  }
}

/** The chart in words: the three that matter most. */
export function describeTornado({ base, bars, outcome, decimals = 0 }: TornadoInput): string {
  if (bars.length === 0) return 'Er zijn geen aannames met een bereik.'
  const show = (n: number): string => formatNumber(n, decimals)
  const lines = bars
    .slice(0, 3)
    .map(
      (bar, i) =>
        `${String(i + 1)}. ${bar.label}: bij ${bar.low} ${show(bar.atLow)}, bij ${bar.high} ${show(bar.atHigh)}.`,
    )
  return [`Gemiddeld ${show(base)} ${outcome}. Het meeste maakt uit:`, ...lines].join(' ')
}
