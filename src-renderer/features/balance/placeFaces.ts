import type { BalanceRow } from '@/domain/capacity'
import { formatNumber, formatShortDate, statusGroupLabels } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { CellFace } from './matrix'
import { placeHeat, type PlaceMeasure, placeSign, signed, signWords } from './measures'

/** Late is what should have been decided by today; a date before a quarter still to come is not. */
export const isLate = (figures: BalanceRow, today: IsoDate): boolean =>
  figures.closing !== null && figures.closing.overdue && figures.closing.date < today

/** A gap that some decision will close; where nothing is short, no decision is asked for. */
export const showsClosing = (figures: BalanceRow): boolean =>
  figures.closing !== null && (figures.gap === null || figures.gap > 0)

/** Month and year of the decision, with a mark when it is late: `03-2027`, `! 03-2026`. */
function closingMonth(figures: BalanceRow, today: IsoDate): string {
  if (figures.closing === null || !showsClosing(figures)) return ''
  return `${isLate(figures, today) ? '! ' : ''}${formatShortDate(figures.closing.date).slice(3)}`
}

export interface PlaceFaceOptions {
  readonly measure: PlaceMeasure
  readonly signs: boolean
  readonly decisions: boolean
  readonly today: IsoDate
  /** Difference with what the plan is compared with; null = no comparison for this cell. */
  readonly change: number | null
  /** True while the matrix is compared with something. */
  readonly comparing: boolean
}

/** How a cell of the transition balance looks and sounds. */
export function placeFace(figures: BalanceRow, o: PlaceFaceOptions): CellFace {
  const value = figures[o.measure]
  const sign = o.signs ? placeSign(figures) : null
  const text = value === null ? '–' : formatNumber(value)
  const changed = o.change !== null && o.change !== 0
  const words = [
    statusGroupLabels[o.measure],
    ...(sign === null ? [] : [signWords[sign]]),
    ...(changed ? ['verschil'] : []),
  ]
  return {
    text,
    sign,
    heat: placeHeat(figures),
    muted: value === 0 || value === null,
    below: o.comparing
      ? changed
        ? signed(o.change)
        : ''
      : o.decisions
        ? closingMonth(figures, o.today)
        : '',
    changed,
    spoken: words.join(', '),
  }
}

/** Characters of the widest number, by which the columns get their width. */
export function longestNumber(rows: Iterable<{ readonly cells: readonly (number | null)[] }>): number {
  let longest = 1
  for (const { cells } of rows)
    for (const value of cells) if (value !== null) longest = Math.max(longest, formatNumber(value).length)
  return longest
}
