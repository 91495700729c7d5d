import type { ChartTheme } from './theme'

/** ECharts' own description of a pattern on a fill. */
export interface Decal {
  readonly symbol: string
  readonly color: string
  readonly dashArrayX: number | readonly (number | readonly number[])[]
  readonly dashArrayY: number | readonly number[]
  readonly symbolSize?: number
  readonly rotation?: number
}

/**
 * One pattern per status, the same everywhere: realised is plain, committed has slanted lines, planned has dots.
 * With the lightness of the fills that makes every chart readable without colour.
 */
export function statusFills(theme: ChartTheme) {
  const slant: Decal = {
    symbol: 'rect',
    color: theme.pattern,
    dashArrayX: [1, 0],
    dashArrayY: [1.2, 4],
    rotation: -Math.PI / 4,
  }
  const dots: Decal = {
    symbol: 'circle',
    color: theme.committed,
    dashArrayX: [
      [3, 5],
      [0, 4, 3, 1],
    ],
    dashArrayY: [3, 2],
    symbolSize: 0.55,
  }
  return {
    realised: { color: theme.realised, decal: { symbol: 'none' } },
    committed: { color: theme.committed, decal: slant },
    planned: { color: theme.planned, decal: dots },
  } as const
}
