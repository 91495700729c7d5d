import pdfMake from 'pdfmake/build/pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { FIRST_PAGE_END, type PreparedReport } from '../../reports/kind'

/** Where the first page ended in a layout. */
export interface PageEnd {
  readonly onePage: boolean
  /** Points left under it. */
  readonly room: number
}

/** Looks at the end of the first page as soon as it is known; throwing stops before anything is drawn. */
export type PageCheck = (end: PageEnd) => void

/** What is known of the settings: all below `low` are too large, and `high` fits, or is the last resort. */
interface Known {
  low: number
  high: number
}

/** Stops a layout that has told what it had to tell. */
class Stop extends Error {}

/**
 * Less than this is no difference: positions are sums of broken numbers. Then the roomier setting is laid out too.
 */
const EXACT = 0.01

/**
 * Makes the report in the most generous setting in which its first page is one page. The expected setting is checked
 * in the layout of the whole report, which is needed anyway; only when it turns out wrong, or when the layout leaves
 * doubt, is the first page laid out by itself to find the right one.
 */
export async function fitted<T>(
  prepared: PreparedReport,
  make: (fit: number, check?: PageCheck) => Promise<T>,
  onSearch: () => void,
): Promise<T> {
  const known: Known = { low: 0, high: prepared.fits - 1 }
  let expected = prepared.expected
  // The last resort can't be checked by itself: it always fits.
  if (expected < known.high) {
    try {
      const guess = expected
      return await make(guess, (end) => {
        expected = learn(prepared, known, guess, end)
        if (known.low !== guess) throw new Stop()
      })
    } catch (cause) {
      if (!(cause instanceof Stop)) throw cause
    }
  } else expected -= 1
  onSearch()
  while (known.low < known.high) {
    const tried = Math.min(Math.max(expected, known.low), known.high - 1)
    expected = learn(prepared, known, tried, await endOf(prepared.probe(tried)))
  }
  return make(known.low)
}

/** Takes in what one layout showed; gives the setting to try next. */
function learn(prepared: PreparedReport, known: Known, tried: number, end: PageEnd): number {
  if (!end.onePage) {
    known.low = tried + 1
    return known.low
  }
  known.high = tried
  let next = tried
  let { room } = end
  while (next > known.low && prepared.growth(next) <= room + EXACT) {
    room -= prepared.growth(next)
    next -= 1
  }
  // Not even the setting just before it fits: this one it is.
  if (next === tried) known.low = tried
  return next
}

/** The definition with a look at where its first page ends. */
export function checking(definition: TDocumentDefinitions, check: PageCheck): TDocumentDefinitions {
  return {
    ...definition,
    pageBreakBefore: ({ headlineLevel, startPosition }) => {
      if (headlineLevel === FIRST_PAGE_END) {
        const { pageNumber, pageInnerHeight, verticalRatio } = startPosition
        check({ onePage: pageNumber === 1, room: pageInnerHeight * (1 - verticalRatio) })
      }
      return false
    },
  }
}

async function endOf(definition: TDocumentDefinitions): Promise<PageEnd> {
  let found: PageEnd = { onePage: true, room: 0 }
  const look = checking(definition, (end) => {
    found = end
    // The rest, drawing, is the larger part.
    throw new Stop()
  })
  try {
    await pdfMake.createPdf(look).getStream()
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause
  }
  return found
}
