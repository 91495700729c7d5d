import type { Content } from 'pdfmake/interfaces'
import { ink } from './style'
import { oneLine, widthOf } from './text'

/** Size of the purpose in the head of a sheet. */
const SIZE = 7.6

/**
 * The purpose of the programme (lonkend perspectief) as one line, for the head of every sheet that leaves the program:
 * whoever looks at figures sees first what they are for.
 */
export function purposeLine(purpose: string, width: number): Content[] {
  const text = shortPurpose(purpose, SIZE, width)
  return text === '' ? [] : [{ text, fontSize: SIZE, italics: true, color: ink.muted }]
}

/** As many whole sentences as fit a line; a first sentence that is too long is cut at a word. */
export function shortPurpose(purpose: string, fontSize: number, width: number): string {
  const sentences = purpose
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?]) /)
  let kept = sentences[0] ?? ''
  for (const sentence of sentences.slice(1)) {
    const longer = `${kept} ${sentence}`
    if (widthOf(longer, fontSize) > width) break
    kept = longer
  }
  return oneLine(kept, fontSize, width)
}
