import { formatDate, formatShortDate, placeWords } from '@/domain/labels'
import type { Dilemma, DilemmaPosition } from '@/domain/regie'

/** A place on the line as it is drawn. */
export interface Mark {
  readonly id: string
  /** From 0 (first pole) to 100 (second). */
  readonly percent: number
  readonly now: boolean
  readonly date: string
  /** Row below the line in which the date stands; null when there is no room: then only the list says it. */
  readonly row: number | null
}

/** Room that a date takes on the line, in hundredths of its width. */
const LABEL = 19
const ROWS = 3

/** Where it stands today: what was chosen last. */
export const placeNow = (dilemma: Dilemma): DilemmaPosition | null => dilemma.positions.at(-1) ?? null

/** What was chosen before, newest first. */
export const placesBefore = (dilemma: Dilemma): readonly DilemmaPosition[] =>
  dilemma.positions.slice(0, -1).reverse()

/** Every place that was ever chosen, the one of today last so that it is drawn on top; newer dates get room first. */
export function marksOf(dilemma: Dilemma): Mark[] {
  const last = placeNow(dilemma)
  const rows: number[][] = Array.from({ length: ROWS }, () => [])
  const marks = [...dilemma.positions].reverse().map((position): Mark => {
    const percent = (position.at + 100) / 2
    const room = Math.min(Math.max(percent, LABEL / 2), 100 - LABEL / 2)
    const row = rows.findIndex((taken) => taken.every((other) => Math.abs(other - room) >= LABEL))
    rows[row]?.push(room)
    return {
      id: position.id,
      percent,
      now: position === last,
      date: formatShortDate(position.on),
      row: row === -1 ? null : row,
    }
  })
  return marks.reverse()
}

export function lineWords(dilemma: Dilemma): string {
  const now = placeNow(dilemma)
  const poles = `Lijn van ${dilemma.firstPole} naar ${dilemma.secondPole}.`
  if (now === null) return `${poles} Er is nog geen plek gekozen.`
  const before = placesBefore(dilemma).map((p) => `${formatDate(p.on)}: ${placeWords(dilemma, p.at)}`)
  const earlier = before.length === 0 ? '' : ` Eerder: ${before.join('; ')}.`
  return `${poles} Nu ${placeWords(dilemma, now.at)}, sinds ${formatDate(now.on)}.${earlier}`
}
