import { compareDutch } from '../domain/labels'
import type { Id } from '../domain/model/basics'
import type { ProgrammeData } from '../domain/model/programmeData'
import { foldDutch } from '../domain/search'

/** A partner that is being named with @, and who it may be. */
export interface Mention {
  /** Where the @ stands in the line. */
  readonly start: number
  readonly end: number
  readonly found: readonly { readonly id: Id; readonly name: string }[]
}

const MOST = 6
const LONGEST = 40

/** What stands after the last @ before the cursor; null when nobody is being named, or when the name is whole. */
export function mentionAt(data: ProgrammeData, typed: string, cursor: number): Mention | null {
  const match = /(?:^|[\s(])@([^@]*)$/.exec(typed.slice(0, cursor))
  const begun = match?.[1]
  if (match === null || begun === undefined || begun.length > LONGEST) return null
  const words = foldDutch(begun)
  const partners = [...data.partners.values()]
  if (partners.some(({ name }) => begun.startsWith(name))) return null
  const found = partners
    .filter(({ name }) => words === '' || ` ${foldDutch(name)}`.includes(` ${words}`))
    .sort((a, b) => starts(b.name, words) - starts(a.name, words) || compareDutch(a.name, b.name))
    .slice(0, MOST)
  if (found.length === 0) return null
  return { start: cursor - begun.length - 1, end: cursor, found: found.map(({ id, name }) => ({ id, name })) }
}

const starts = (name: string, words: string): number => Number(foldDutch(name).startsWith(words))

/** The line with the partner named in full, and where the cursor goes. */
export function withMention(
  typed: string,
  { start, end }: Mention,
  name: string,
): { readonly typed: string; readonly cursor: number } {
  const before = `${typed.slice(0, start)}@${name} `
  return { typed: before + typed.slice(end).trimStart(), cursor: before.length }
}
