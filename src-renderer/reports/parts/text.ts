import type { Content, ContentText } from 'pdfmake/interfaces'
import { formatNumber } from '../../domain/labels'
import { ink } from './style'

/** Figures of one width, so that columns of numbers stand right under each other. */
export function figures(text: string): ContentText {
  return { text, fontFeatures: ['tnum'] }
}

export function numberCell(value: number | null, style = 'cell'): ContentText {
  return { ...figures(value === null ? '–' : formatNumber(value)), alignment: 'right', style }
}

/** What the person wrote, or in grey what is still missing. */
export function writtenOr(text: string, missing: string, style: string): Content {
  const written = text.trim()
  return written === '' ? { text: missing, style, color: ink.muted, italics: true } : { text: written, style }
}

/** Widths of letters of the report's font in thousandths of its size, a little on the safe side. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/ /, 202],
  [/[ijlI.,:;'|!]/, 268],
  [/[ftr()-]/, 350],
  [/[mwMW@%…]/, 840],
  [/[A-Z]/, 600],
]
const OTHER_LETTERS = 518

/** About how wide a text is in one line, in points. */
export function widthOf(text: string, fontSize: number): number {
  let thousandths = 0
  for (const letter of text) thousandths += LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTERS
  return (thousandths * fontSize) / 1000
}

/** Cuts at a word, for places where exactly one line fits. The whole text stands further on in the report. */
export function oneLine(text: string, fontSize: number, room: number): string {
  const words = text.replace(/\s+/g, ' ').trim().split(' ')
  if (widthOf(words.join(' '), fontSize) <= room) return words.join(' ')
  while (words.length > 1 && widthOf(`${words.join(' ')}…`, fontSize) > room) words.pop()
  let kept = words.join(' ')
  while (kept.length > 1 && widthOf(`${kept}…`, fontSize) > room) kept = kept.slice(0, -1)
  return `${kept}…`
}

/**
 * True when texts side by side are so long that they may need more than a page: then they must be allowed to break,
 * since a block that is kept whole and doesn't fit a page would lose its end.
 */
export function mayOutgrowPage(texts: readonly string[]): boolean {
  return texts.some((text) => text.length > 900 || text.split('\n').length > 20)
}

interface Heading {
  readonly id?: string
  readonly parentId?: string
  readonly pageBreak?: boolean
}

/** A chapter heading that is also a bookmark. */
export function heading(text: string, { id, parentId, pageBreak = false }: Heading = {}): ContentText {
  return {
    text,
    style: 'h1',
    outline: true,
    ...(id === undefined ? {} : { id, outlineExpanded: false }),
    ...(parentId === undefined ? {} : { outlineParentId: parentId }),
    ...(pageBreak ? { pageBreak: 'before' as const } : {}),
  }
}
