import { chartThemes } from '../../charts/theme'
import type { MarkKind } from '../../domain/timeline/placesMarks'
import { ink } from '../parts/style'
import { widthOf } from '../parts/text'
import { decisionShape, markShape } from './drawRow'
import { waitStroke } from './drawWaits'
import { drawnWidth, type SheetLayout } from './layout'
import { referenceSign, shelterLine } from './signs'
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

const stroke = (words: string, colour: string): Sign => ({
  words,
  width: 14,
  draw: (x, y, size) => line(x, y - size * 0.35, x + 14, y - size * 0.35, colour, 1.8),
})

const SIGNS: readonly Sign[] = [
  box('fase gepland', '#ffffff', colours.committed),
  stroke('fase werkelijk', colours.committed),
  mark('available', 'plekken beschikbaar', '+4'),
  mark('committed', 'toegezegd', '+4'),
  mark('planned', 'gepland', '+4'),
  mark('closing', 'dicht', '−4'),
  box('beschikbaar', colours.realised),
  box('toegezegd', colours.committed),
  box('gepland (boven: woningen, onder: begeleiding)', '#ffffff', ink.muted),
  {
    words: 'opvang open',
    width: 16,
    draw: (x, y, size) => shelterLine(`M${String(x)},${String(y - size * 0.35)}h16`),
  },
  {
    words: 'besluit dat het gat sluit',
    width: 9,
    draw: (x, y, size) => decisionShape(x + 4.5, y - size * 0.35, size * 0.62),
  },
  wait('wacht op', false),
  wait('begint te vroeg', true),
  {
    words: 'peildatum',
    width: 8,
    draw: (x, y, size) =>
      referenceSign(x + 4, y - size * 0.4) + line(x + 4, y - size * 0.4, x + 4, y + 2, colours.gap, 1.2),
  },
]

function wait(words: string, conflict: boolean): Sign {
  return {
    words,
    width: 20,
    draw: (x, y, size) => {
      const [left, middle] = [String(x), String(y - size * 0.35)]
      return waitStroke(`M${left},${middle}h16`, `M${String(x + 20)},${middle}l-4.6,-2.6v5.2z`, conflict)
    },
  }
}

/** What all signs mean, at the foot of each sheet: on as many lines as that takes. */
export function legend(sheet: SheetLayout, top: number): string {
  const size = sheet.small
  const drawn: string[] = []
  let x = 0
  let base = top + 14
  for (const sign of SIGNS) {
    const width = sign.width + 3 + widthOf(sign.words, size)
    if (x > 0 && x + width > drawnWidth(sheet)) {
      x = 0
      base += size + 5
    }
    drawn.push(
      sign.draw(x, base, size),
      label(x + sign.width + 3, base, size, sign.words, { fill: ink.muted }),
    )
    x += width + 11
  }
  return drawn.join('')
}
