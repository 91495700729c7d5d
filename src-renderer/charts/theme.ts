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

/** Paper knows the typeface by its bare name. */
const FONT = 'Source Sans 3'
/** A name with a digit of its own is only understood between quotes; else the chart measures its words in another letter. */
const SCREEN_FONT = `'${FONT}', sans-serif`

/**
 * The screen themes repeat the colours of `ui/tokens.css`: a chart option can't hold a custom property.
 * The fills differ in lightness as well as in hue (dark, middle, light), so that the order
 * realised, committed, planned survives a black-and-white printer.
 */
export const chartThemes = {
  light: {
    font: SCREEN_FONT,
    fontSize: 13,
    text: '#1e2221',
    muted: '#5a5d58',
    grid: '#dfdad1',
    surface: '#ffffff',
    shelter: '#a85a16',
    realised: '#0f5e63',
    committed: '#3f9597',
    planned: '#b2d6d4',
    ambition: '#26292a',
    gap: '#a8135a',
    pattern: 'rgba(255,255,255,0.55)',
    interactive: true,
  },
  dark: {
    font: SCREEN_FONT,
    fontSize: 13,
    text: '#eceeec',
    muted: '#adb4b0',
    grid: '#383e3c',
    surface: '#1f2221',
    shelter: '#e0954f',
    realised: '#6ccbcd',
    committed: '#3f9a9d',
    planned: '#2c5f61',
    ambition: '#f2f2f0',
    gap: '#f47fb4',
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
    shelter: '#8f4a10',
    realised: '#0f5e63',
    committed: '#4f9fa1',
    planned: '#c9e2e0',
    ambition: '#1a242b',
    gap: '#a8135a',
    pattern: 'rgba(255,255,255,0.7)',
    interactive: false,
  },
} as const satisfies Record<string, ChartTheme>

export type ChartThemeName = keyof typeof chartThemes
