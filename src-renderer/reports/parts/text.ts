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

/** Cuts at a word, for places where exactly one line fits. The whole text stands further on in the report. */
export function oneLine(text: string, characters: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= characters) return flat
  const cut = flat.slice(0, characters - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > characters / 2 ? cut.slice(0, space) : cut}…`
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
