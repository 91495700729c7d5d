import { chartThemes } from '../../charts/theme'
import { path } from './svg'

const colours = chartThemes.print

/** Shelter that is open: dashes with white under them, so that they also show on a dark area without colour. */
export const shelterLine = (d: string): string =>
  path(d, { fill: 'none', stroke: '#ffffff', 'stroke-width': 2.8 }) +
  path(d, { fill: 'none', stroke: colours.shelter, 'stroke-width': 1.6, 'stroke-dasharray': '5 2' })

/** The pennant on top of the line of the reference date: lines of years don't have one. */
export const referenceSign = (x: number, bottom: number): string =>
  path(`M${String(x - 4)},${String(bottom - 5)}h8l-4,5z`, { fill: colours.gap })
