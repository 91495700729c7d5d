import { chartThemes } from '../../charts/theme'
import type { MarkKind } from '../../domain/timeline/placesMarks'
import { ink } from '../parts/style'
import { markShape } from './drawRow'
import type { SheetLayout } from './layout'
import { label, line, rect } from './svg'

const colours = chartThemes.print

interface Sign {
  readonly words: string
  readonly width: number
  readonly draw: (x: number, y: number, size: number) => string
}

const mark = (kind: MarkKind, words: string, sign: string): Sign => ({
  words,
  width: 16,
  draw: (x, y, size) => markShape(kind, sign, x + 8, y - size, size * 1.35, size * 0.95),
})

const box = (words: string, fill: string, stroke = 'none'): Sign => ({
  words,
  width: 14,
  draw: (x, y, size) => rect(x, y - size * 0.75, 14, size * 0.8, { fill, stroke, 'stroke-width': 0.5 }),
})

const stroke = (words: string, colour: string, upright: boolean): Sign => ({
  words,
  width: upright ? 4 : 14,
  draw: (x, y, size) =>
    upright
      ? line(x + 2, y - size, x + 2, y + 2, colour, 1.2)
      : line(x, y - size * 0.35, x + 14, y - size * 0.35, colour, 1.8),
})

const SIGNS: readonly Sign[] = [
  box('fase gepland', '#ffffff', colours.committed),
  stroke('fase werkelijk', colours.committed, false),
  mark('available', 'plekken beschikbaar', '+4'),
  mark('committed', 'toegezegd', '+4'),
  mark('planned', 'gepland', '+4'),
  mark('closing', 'dicht', '−4'),
  box('beschikbaar', colours.realised),
  box('toegezegd', colours.committed),
  box('gepland (boven: woningen, onder: begeleiding)', '#ffffff', ink.muted),
  stroke('opvang open', colours.shelter, false),
  stroke('peildatum', colours.gap, true),
]

/** What all signs mean, on one line at the foot of each sheet. */
export function legend(sheet: SheetLayout, top: number): string {
  const size = sheet.small
  const base = top + sheet.legend - 6
  const drawn: string[] = []
  let x = 0
  for (const sign of SIGNS) {
    drawn.push(
      sign.draw(x, base, size),
      label(x + sign.width + 3, base, size, sign.words, { fill: ink.muted }),
    )
    x += sign.width + 3 + sign.words.length * size * 0.47 + 9
  }
  return drawn.join('')
}
