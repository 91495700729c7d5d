/** What differs between a chart on screen (light, dark) and on paper. Everything else of a chart is the same. */
export interface ChartTheme {
  readonly font: string
  /** Size of ordinary chart text, in the unit of the surface: px on screen, pt on paper. */
  readonly fontSize: number
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly surface: string
  readonly shelter: string
  readonly realised: string
  readonly committed: string
  readonly planned: string
  readonly ambition: string
  readonly gap: string
  /** Ink of the patterns on top of the fills: they keep the areas apart without colour. */
  readonly pattern: string
  /** Screens show a pointer and values under it; paper doesn't. */
  readonly interactive: boolean
}

const FONT = 'Source Sans 3'

/**
 * The fills differ in lightness as well as in hue (dark, middle, light), so that the order
 * realised, committed, planned survives a black-and-white printer.
 */
export const chartThemes = {
  light: {
    font: FONT,
    fontSize: 13,
    text: '#1d2a33',
    muted: '#56646f',
    grid: '#dfe5e9',
    surface: '#ffffff',
    shelter: '#8a3a12',
    realised: '#135e63',
    committed: '#4d9ea1',
    planned: '#c3dfdf',
    ambition: '#1d2a33',
    gap: '#b4530a',
    pattern: 'rgba(255,255,255,0.55)',
    interactive: true,
  },
  dark: {
    font: FONT,
    fontSize: 13,
    text: '#e8eef1',
    muted: '#a5b3bc',
    grid: '#33424c',
    surface: '#1b252c',
    shelter: '#f2a477',
    realised: '#4fc1c0',
    committed: '#2f8688',
    planned: '#2a5158',
    ambition: '#f4f7f8',
    gap: '#f0a75c',
    pattern: 'rgba(255,255,255,0.35)',
    interactive: true,
  },
  print: {
    font: FONT,
    fontSize: 8,
    text: '#1a242b',
    muted: '#4c5963',
    grid: '#d9dfe3',
    surface: '#ffffff',
    shelter: '#8a3a12',
    realised: '#135e63',
    committed: '#5aa6a8',
    planned: '#cfe5e4',
    ambition: '#1a242b',
    gap: '#a34a08',
    pattern: 'rgba(255,255,255,0.7)',
    interactive: false,
  },
} as const satisfies Record<string, ChartTheme>

export type ChartThemeName = keyof typeof chartThemes
