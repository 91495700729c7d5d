import { stepAreaPath } from '../../charts/stepArea'
import { chartThemes } from '../../charts/theme'
import { formatNumber, phaseLabels } from '../../domain/labels'
import type { PhaseBar } from '../../domain/timeline/phaseBars'
import type { MarkKind, PlacesMark } from '../../domain/timeline/placesMarks'
import { levelTotal, type TrackLevel } from '../../domain/timeline/trackLevels'
import { ink } from '../parts/style'
import { oneLine } from '../parts/text'
import type { PrintScale, SheetLayout } from './layout'
import type { PrintedRow } from './model'
import { label, path, rect } from './svg'

const colours = chartThemes.print

/** Where things stand in a row, as parts of its height. */
const BARS = 0.06
const BAR = 0.4
const ACTUAL = 0.49
const HOMES = 0.6
const SUPPORT = 0.8
const BAND = 0.16

export function drawRow(row: PrintedRow, sheet: SheetLayout, x: PrintScale, y: number): string {
  const room = sheet.names - 10
  return [
    label(3, y + sheet.row * 0.42, sheet.text, oneLine(row.name, sheet.text, room), { fill: ink.text }),
    label(3, y + sheet.row * 0.82, sheet.small, oneLine(row.meta, sheet.small, room), { fill: ink.muted }),
    ...row.planned.map((bar) => plannedBar(bar, row.marks, sheet, x, y)),
    ...row.actual.map((bar) => actualBar(bar, sheet, x, y)),
    tracks(row, sheet, x, y),
    ...row.marks.map((mark) => markOf(mark, sheet, x, y)),
  ].join('')
}

const inUse = (bar: PhaseBar): boolean => bar.phase === 'inUse' || bar.phase === 'evaluation'

function plannedBar(
  bar: PhaseBar,
  marks: readonly PlacesMark[],
  sheet: SheetLayout,
  x: PrintScale,
  y: number,
): string {
  const left = x(bar.from)
  const width = x(bar.to) - left
  if (width <= 0) return ''
  const top = y + sheet.row * BARS
  // A word begins past a mark that stands on the beginning of its bar.
  const half = sheet.small * 1.35
  const over = marks.map(({ date }) => x(date) - left).filter((at) => Math.abs(at) < half)
  const indent = over.length === 0 ? 2.5 : Math.max(...over) + half
  const words = oneLine(phaseLabels[bar.phase], sheet.small, width - indent - 2.5)
  // A word cut to a few letters says nothing.
  const shown = words.length > 5 || words === phaseLabels[bar.phase] ? words : ''
  return (
    rect(left, top, width, sheet.row * BAR, {
      rx: 1.5,
      fill: inUse(bar) ? '#e6f0ef' : '#ffffff',
      stroke: inUse(bar) ? colours.realised : colours.committed,
      'stroke-width': 0.6,
    }) +
    (shown === ''
      ? ''
      : label(left + indent, top + sheet.row * BAR * 0.72, sheet.small, shown, { fill: ink.text }))
  )
}

function actualBar(bar: PhaseBar, sheet: SheetLayout, x: PrintScale, y: number): string {
  const left = x(bar.from)
  const width = x(bar.to) - left
  if (width <= 0) return ''
  return rect(left, y + sheet.row * ACTUAL, Math.max(0.6, width - 0.6), 1.8, {
    fill: inUse(bar) ? colours.realised : colours.committed,
  })
}

/** Homes above, support below: full is what is available, half-tone what is committed, outlined what is planned. */
function tracks(row: PrintedRow, sheet: SheetLayout, x: PrintScale, y: number): string {
  const most = Math.max(1, ...row.homes.map(levelTotal), ...row.support.map(levelTotal))
  return (
    track(row.homes, x, y + sheet.row * (HOMES + BAND), sheet.row * BAND, most) +
    track(row.support, x, y + sheet.row * (SUPPORT + BAND), sheet.row * BAND, most)
  )
}

function track(
  levels: readonly TrackLevel[],
  x: PrintScale,
  bottom: number,
  height: number,
  most: number,
): string {
  const area = (low: (l: TrackLevel) => number, high: (l: TrackLevel) => number): string =>
    levels
      .filter((level) => high(level) > low(level))
      .map((level) =>
        stepAreaPath(
          [
            {
              x: x(level.from),
              low: bottom - (low(level) / most) * height,
              high: bottom - (high(level) / most) * height,
            },
          ],
          x(level.to),
        ),
      )
      .join('')
  const sure = (l: TrackLevel): number => l.available + l.committed
  return (
    path(area(sure, levelTotal), { fill: '#ffffff', stroke: ink.muted, 'stroke-width': 0.4 }) +
    path(
      area((l) => l.available, sure),
      { fill: colours.committed },
    ) +
    path(
      area(
        () => 0,
        (l) => l.available,
      ),
      { fill: colours.realised },
    )
  )
}

interface MarkLook {
  readonly fill: string
  readonly stroke: string
  readonly text: string
  readonly round: boolean
  readonly dashed: boolean
}

export const markLooks: Readonly<Record<MarkKind, MarkLook>> = {
  available: { fill: colours.realised, stroke: '#ffffff', text: '#ffffff', round: true, dashed: false },
  committed: { fill: '#ffffff', stroke: colours.realised, text: ink.text, round: true, dashed: false },
  planned: { fill: '#ffffff', stroke: ink.muted, text: ink.text, round: true, dashed: true },
  closing: { fill: '#ffffff', stroke: colours.shelter, text: ink.text, round: false, dashed: false },
}

export function markShape(
  kind: MarkKind,
  words: string,
  middle: number,
  top: number,
  height: number,
  size: number,
): string {
  const look = markLooks[kind]
  const width = Math.max(height * 1.35, words.length * size * 0.55 + 5)
  return (
    rect(middle - width / 2, top, width, height, {
      rx: look.round ? height / 2 : 0,
      fill: look.fill,
      stroke: look.stroke,
      'stroke-width': 0.9,
      'stroke-dasharray': look.dashed ? '2 1.4' : undefined,
    }) +
    label(middle, top + height * 0.74, size, words, {
      'text-anchor': 'middle',
      'font-weight': 'bold',
      fill: look.text,
    })
  )
}

function markOf(mark: PlacesMark, sheet: SheetLayout, x: PrintScale, y: number): string {
  const words = `${mark.kind === 'closing' ? '−' : '+'}${formatNumber(mark.places)}`
  return markShape(mark.kind, words, x(mark.date), y + sheet.row * BARS, sheet.row * BAR, sheet.small)
}
