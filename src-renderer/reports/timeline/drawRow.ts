import { stepAreaPath } from '../../charts/stepArea'
import { chartThemes } from '../../charts/theme'
import { formatNumber, phaseLabels } from '../../domain/labels'
import type { PhaseBar } from '../../domain/timeline/phaseBars'
import type { MarkKind, PlacesMark } from '../../domain/timeline/placesMarks'
import { levelTotal, type TrackLevel } from '../../domain/timeline/trackLevels'
import { ink } from '../parts/style'
import { oneLine, widthOf } from '../parts/text'
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

/** What lies under the lines between rows: names, bars and the places of both tracks. */
export function drawRow(row: PrintedRow, sheet: SheetLayout, x: PrintScale, y: number): string {
  const room = sheet.names - 10
  return [
    label(3, y + sheet.row * 0.42, sheet.text, oneLine(row.name, sheet.text, room), { fill: ink.text }),
    label(3, y + sheet.row * 0.82, sheet.small, oneLine(row.meta, sheet.small, room), { fill: ink.muted }),
    ...row.planned.map((bar) => plannedBar(bar, sheet, x, y)),
    ...row.actual.map((bar) => actualBar(bar, sheet, x, y)),
    tracks(row, sheet, x, y),
  ].join('')
}

/** What lies on them: words and signs, which a line would make unreadable. */
export function drawSigns(row: PrintedRow, sheet: SheetLayout, x: PrintScale, y: number): string {
  const taken = takenBy(row, sheet, x)
  return [
    ...row.planned.map((bar) => wordsOf(bar, taken, sheet, x, y)),
    row.decision === null
      ? ''
      : decisionShape(x(row.decision), middleOfBars(sheet, y), sheet.row * BAR * 0.38),
    ...row.marks.map((mark) => markOf(mark, sheet, x, y)),
  ].join('')
}

/** Where lines between rows begin and end. */
export const middleOfBars = (sheet: SheetLayout, y: number): number => y + sheet.row * (BARS + BAR / 2)

/** A diamond: no other sign has its shape, so it needs no colour. */
export function decisionShape(x: number, y: number, half: number): string {
  const at = (value: number): string => String(Math.round(value * 100) / 100)
  return path(
    `M${at(x)},${at(y - half)}L${at(x + half)},${at(y)}L${at(x)},${at(y + half)}L${at(x - half)},${at(y)}Z`,
    {
      fill: colours.gap,
      stroke: '#ffffff',
      'stroke-width': 0.8,
    },
  )
}

const inUse = (bar: PhaseBar): boolean => bar.phase === 'inUse' || bar.phase === 'evaluation'

function plannedBar(bar: PhaseBar, sheet: SheetLayout, x: PrintScale, y: number): string {
  const left = x(bar.from)
  const width = x(bar.to) - left
  if (width <= 0) return ''
  return rect(left, y + sheet.row * BARS, width, sheet.row * BAR, {
    rx: 1.5,
    fill: inUse(bar) ? '#e6f0ef' : '#ffffff',
    stroke: inUse(bar) ? colours.realised : colours.committed,
    'stroke-width': 0.6,
  })
}

function wordsOf(
  bar: PhaseBar,
  taken: readonly Taken[],
  sheet: SheetLayout,
  x: PrintScale,
  y: number,
): string {
  const left = x(bar.from)
  const { words, indent } = wordsIn(phaseLabels[bar.phase], left, x(bar.to) - left, taken, sheet.small)
  if (words === '') return ''
  return label(left + indent, y + sheet.row * (BARS + BAR * 0.72), sheet.small, words, { fill: ink.text })
}

/** A part of the axis where a sign stands. */
export interface Taken {
  readonly from: number
  readonly to: number
}

/** Signs of a row: no word may stand under them. */
export function takenBy(row: PrintedRow, sheet: SheetLayout, x: PrintScale): Taken[] {
  const around = (middle: number, width: number): Taken => ({
    from: middle - width / 2 - 1,
    to: middle + width / 2 + 1,
  })
  const signs = row.marks.map((mark) =>
    around(x(mark.date), markWidth(markLabel(mark), sheet.row * BAR, sheet.small)),
  )
  if (row.decision !== null) signs.push(around(x(row.decision), sheet.row * BAR * 0.8))
  return signs.sort((a, b) => a.from - b.from)
}

/** The word of a bar in the first room between the signs that holds it whole, else cut in the widest one. */
function wordsIn(
  word: string,
  left: number,
  width: number,
  taken: readonly Taken[],
  size: number,
): { words: string; indent: number } {
  const rooms: { indent: number; room: number }[] = []
  let from = left + 2.5
  for (const sign of [...taken, { from: left + width - 1.5, to: Infinity }]) {
    if (sign.to <= left) continue
    const to = Math.min(sign.from, left + width - 1.5)
    rooms.push({ indent: from - left, room: to - from })
    from = Math.max(from, sign.to + 1)
    if (from > left + width) break
  }
  const whole = rooms.find(({ room }) => widthOf(word, size) <= room)
  const widest = [...rooms].sort((a, b) => b.room - a.room)[0]
  const chosen = whole ?? widest
  if (chosen === undefined || chosen.room <= 0) return { words: '', indent: 0 }
  const words = oneLine(word, size, chosen.room)
  // A word cut to a few letters says nothing.
  return { words: words.length > 5 || words === word ? words : '', indent: chosen.indent }
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

const markWidth = (words: string, height: number, size: number): number =>
  Math.max(height * 1.35, words.length * size * 0.55 + 5)

export function markShape(
  kind: MarkKind,
  words: string,
  middle: number,
  top: number,
  height: number,
  size: number,
): string {
  const look = markLooks[kind]
  const width = markWidth(words, height, size)
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

const markLabel = (mark: PlacesMark): string =>
  `${mark.kind === 'closing' ? '−' : '+'}${formatNumber(mark.places)}`

function markOf(mark: PlacesMark, sheet: SheetLayout, x: PrintScale, y: number): string {
  return markShape(
    mark.kind,
    markLabel(mark),
    x(mark.date),
    y + sheet.row * BARS,
    sheet.row * BAR,
    sheet.small,
  )
}
