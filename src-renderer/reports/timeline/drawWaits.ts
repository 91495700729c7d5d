import { chartThemes } from '../../charts/theme'
import type { Id } from '../../domain/model/entities'
import type { Wait } from '../../domain/timeline/waits'
import { ink } from '../parts/style'
import { widthOf } from '../parts/text'
import type { Taken } from './drawRow'
import type { PrintScale, SheetLayout } from './layout'
import { label, path } from './svg'

/** Where a row stands: the sheet (from 0), the middle of its bars, and the signs that an arrow must not run under. */
export interface RowPlace {
  readonly sheet: number
  readonly y: number
  readonly signs: readonly Taken[]
}

/** A wait on one sheet; when it goes on elsewhere, the number of that sheet at the edge. */
export interface DrawnWait {
  readonly svg: string
  readonly edge: { readonly x: number; readonly y: number; readonly words: string } | null
}

const BEND = 6
const colours = chartThemes.print

/** Line and arrow of a wait. Kept: thin and whole; begins too early: heavier and in dashes, also without colour. */
export function waitStroke(d: string, arrow: string, conflict: boolean): string {
  const stroke = conflict ? colours.gap : ink.muted
  return (
    // White under it keeps the line apart from the bars that it crosses.
    path(d, { fill: 'none', stroke: '#ffffff', 'stroke-width': 2.2 }) +
    path(d, {
      fill: 'none',
      stroke,
      'stroke-width': conflict ? 1.2 : 0.7,
      'stroke-dasharray': conflict ? '3 1.8' : undefined,
    }) +
    path(arrow, { fill: stroke })
  )
}

const at = (value: number): string => String(Math.round(value * 10) / 10)
const head = (x: number, y: number): string => `M${at(x)},${at(y)}l-4.6,-2.6v5.2z`
const tip = (x: number, y: number, down: boolean): string =>
  `M${at(x)},${at(y)}l-2.4,${down ? '-' : ''}4.2h4.8z`

/**
 * The part of a wait that is on this sheet. A line that goes on elsewhere runs to the edge of the rows, where the number
 * of the other sheet stands; on sheets in between it isn't drawn.
 */
export function drawWait(
  wait: Wait,
  places: ReadonlyMap<Id, RowPlace>,
  number: number,
  edges: { readonly top: number; readonly bottom: number },
  sheet: SheetLayout,
  x: PrintScale,
): DrawnWait | null {
  const [from, to] = [places.get(wait.dependency.on.projectId), places.get(wait.project)]
  if (from === undefined || to === undefined) return null
  if (from.sheet !== number && to.sheet !== number) return null
  const x1 = x(wait.reached)
  const start = x(wait.start)
  const x2 = to.signs.find((sign) => sign.from < start && start < sign.to)?.from ?? start
  const down = to.sheet > from.sheet || (to.sheet === from.sheet && to.y > from.y)
  const row = sheet.row / 2 + 2
  const turn = down ? to.y - row + 3 : to.y + row - 3
  const arrive = `V${at(turn)}H${at(x2 - BEND)}V${at(to.y)}H${at(x2 - 4)}`
  const leaves = from.sheet === number
  if (leaves && to.sheet === number)
    return {
      svg: waitStroke(`M${at(x1)},${at(from.y)}${arrive}`, head(x2, to.y), wait.conflict),
      edge: null,
    }
  const foot = leaves === down
  const edge = foot ? edges.bottom : edges.top
  const other = leaves ? to.sheet : from.sheet
  const svg = leaves
    ? waitStroke(`M${at(x1)},${at(from.y)}V${at(edge)}`, tip(x1, edge, foot), wait.conflict)
    : waitStroke(`M${at(x1)},${at(edge)}${arrive}`, head(x2, to.y), wait.conflict)
  const words = `blad ${String(other + 1)}`
  return { svg, edge: { x: x1 + 4, y: foot ? edge + sheet.small * 0.85 : edge + sheet.small + 2, words } }
}

/** The numbers at the edges; lines side by side to one sheet share one. */
export function edgeLabels(waits: readonly DrawnWait[], size: number): string {
  const shown: { x: number; y: number; words: string }[] = []
  for (const { edge } of [...waits].sort((a, b) => (a.edge?.x ?? 0) - (b.edge?.x ?? 0))) {
    if (edge === null) continue
    const room = widthOf(edge.words, size) + 3
    if (shown.some((other) => other.y === edge.y && edge.x - other.x < room)) continue
    shown.push(edge)
  }
  return shown.map(({ x, y, words }) => label(x, y, size, words, { fill: ink.text })).join('')
}
