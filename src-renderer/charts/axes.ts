import { formatNumber, formatQuarter, formatQuarterShort } from '../domain/labels'
import type { IsoDate } from '../domain/model/entities'
import { quarterOf } from '../domain/time/quarter'
import type { ChartTheme } from './theme'

interface DatedPoint {
  readonly date: IsoDate
}

/** Quarters along the bottom. A point is the last day of its quarter, so only year ends get a word: "eind 2027". */
export function quarterAxis(points: readonly DatedPoint[], theme: ChartTheme, boundaryGap: boolean) {
  const named = new Map<number, string>(
    points.flatMap((point, index) =>
      point.date.slice(5, 7) === '12' ? [[index, `eind ${point.date.slice(0, 4)}`] as const] : [],
    ),
  )
  // A programme shorter than a year end still needs words under its axis.
  if (named.size === 0)
    points.forEach((point, index) => named.set(index, formatQuarterShort(quarterOf(point.date))))
  return {
    type: 'category',
    data: points.map((point) => formatQuarter(quarterOf(point.date))),
    boundaryGap,
    axisLine: { lineStyle: { color: theme.muted } },
    axisTick: {
      alignWithLabel: true,
      interval: (index: number) => named.has(index),
      lineStyle: { color: theme.muted },
    },
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: theme.fontSize,
      interval: (index: number) => named.has(index),
      formatter: (_value: string, index: number) => named.get(index) ?? '',
    },
  }
}

export function placesAxis(theme: ChartTheme) {
  return {
    type: 'value',
    minInterval: 1,
    splitNumber: 4,
    splitLine: { lineStyle: { color: theme.grid } },
    axisLabel: {
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: theme.fontSize,
      formatter: (value: number) => formatNumber(value),
    },
  }
}

export function textStyle(theme: ChartTheme) {
  return { fontFamily: theme.font, fontSize: theme.fontSize, color: theme.text }
}

interface Named {
  readonly name: string
  readonly type: string
  readonly areaStyle?: unknown
}

/** A key at the top left; areas and columns show as boxes with their pattern, lines as lines. */
export function legendOf(series: readonly Named[], theme: ChartTheme) {
  return {
    data: series.map(({ name, type, areaStyle }) =>
      type === 'line' && areaStyle === undefined ? { name } : { name, icon: 'rect' },
    ),
    left: 0,
    top: 0,
    itemWidth: theme.fontSize * 1.5,
    itemHeight: theme.fontSize * 0.85,
    itemGap: theme.fontSize * 1.4,
    selectedMode: theme.interactive,
    inactiveColor: theme.muted,
    textStyle: textStyle(theme),
  }
}

export function tooltipOf(theme: ChartTheme) {
  return {
    trigger: 'axis',
    // Rich text is drawn in the chart itself: no markup made from data, no inline styles.
    renderMode: 'richText',
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.grid,
    textStyle: textStyle(theme),
  }
}
