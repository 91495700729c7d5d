import { defaultRangeExtractor, type Range } from '@tanstack/vue-virtual'

/**
 * Which rows of a long grid exist in the document: those in view, and the one that holds the focus, also when it is
 * scrolled out of view.
 */
export function rowsToDraw(range: Range, held: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (held < 0 || held >= range.count || indexes.includes(held)) return indexes
  return [...indexes, held].sort((a, b) => a - b)
}
