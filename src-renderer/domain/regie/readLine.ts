import { capitalise } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { foldDutch } from '../search/fold'
import { readDutchDate } from './dutchDate'
import type { Dilemma, MinutesLine } from './model'

/** What a line of the minutes says. */
export interface ReadLine {
  /** Tegengeluid belongs to a decision that was noted before it. */
  readonly kind: MinutesLine['kind'] | 'dissent'
  /** Without the word before the colon, and for an action without owner and date. */
  readonly text: string
  /** Who does it, or whose dissent it is. */
  readonly ownerId: Id | null
  readonly due: IsoDate | null
  /** Who spoke when it is no partner: `tegengeluid van de huurders: …`. */
  readonly voice: string
}

const KINDS: readonly (readonly [RegExp, MinutesLine['kind']])[] = [
  [/^\s*(?:actie|afspraak)\s*:\s*/i, 'action'],
  [/^\s*besluit\s*:\s*/i, 'decision'],
  [/^\s*dilemma\s*:\s*/i, 'dilemma'],
]
const DISSENT = /^\s*tegengeluid(?:\s+van\s+([^:]+?))?\s*:\s*/i
const BY = /(?:@|\bdoor\s+)/gi

/** Reads a line as it is typed: `actie: sleutels regelen @Sité voor 12 december`. */
export function readLine(data: ProgrammeData, typed: string, today: IsoDate): ReadLine {
  const dissent = DISSENT.exec(typed)
  if (dissent !== null) return readDissent(data, typed.slice(dissent[0].length), dissent[1] ?? '')
  for (const [pattern, kind] of KINDS)
    if (pattern.test(typed)) {
      const rest = typed.replace(pattern, '').trim()
      if (kind === 'action') return { kind, ...readAction(data, rest, today), voice: '' }
      // The poles of a dilemma stand in the middle of sentences.
      const text = kind === 'dilemma' ? rest : capitalise(rest)
      return { kind, text, ownerId: null, due: null, voice: '' }
    }
  return { kind: 'note', text: typed.trim(), ownerId: null, due: null, voice: '' }
}

function readAction(
  data: ProgrammeData,
  typed: string,
  today: IsoDate,
): Pick<ReadLine, 'text' | 'ownerId' | 'due'> {
  const { text: rest, ownerId } = takeOwner(data, typed, BY)
  let text = rest
  let due: IsoDate | null = null
  for (const match of [...text.matchAll(/\b(?:uiterlijk|voor|vóór|op)\s+/giu)].reverse()) {
    const found = readDutchDate(text.slice(match.index + match[0].length), today)
    if (found === null) continue
    due = found.date
    // "uiterlijk voor 12 december" and "uiterlijk op 12 december" are one.
    const start = text.slice(0, match.index).replace(/\b(?:uiterlijk|voor)\s+$/i, '').length
    text = cut(text, start, match.index - start + match[0].length + found.length)
    break
  }
  return { text: capitalise(text), ownerId, due }
}

/** `tegengeluid: mei is te vroeg @Sité`, or `tegengeluid van de huurders: mei is te vroeg`. */
function readDissent(data: ProgrammeData, typed: string, voice: string): ReadLine {
  const said = voice.replace(/^@/, '').trim()
  const partner = said === '' ? null : partnerAt(data, said)
  const named = partner !== null && partner.length === said.length ? partner.id : null
  const { text, ownerId } =
    said === '' ? takeOwner(data, typed.trim(), /@/g) : { text: typed.trim(), ownerId: named }
  return {
    kind: 'dissent',
    text: capitalise(text.replace(/^[:,]\s*/, '')),
    ownerId,
    due: null,
    voice: ownerId === null ? capitalise(said) : '',
  }
}

/** The last partner that is named after one of these words, and the text without that. */
function takeOwner(
  data: ProgrammeData,
  text: string,
  after: RegExp,
): { readonly text: string; readonly ownerId: Id | null } {
  for (const match of [...text.matchAll(after)].reverse()) {
    const found = partnerAt(data, text.slice(match.index + match[0].length))
    if (found !== null)
      return { text: cut(text, match.index, match[0].length + found.length), ownerId: found.id }
  }
  return { text, ownerId: null }
}

const cut = (text: string, start: number, length: number): string =>
  `${text.slice(0, start)} ${text.slice(start + length)}`
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/[\s,;]+$/, '')
    .trim()

/** The partner whose name, or a word of it when only one has it, stands at the begin of a text. */
function partnerAt(data: ProgrammeData, text: string): { id: Id; length: number } | null {
  let best: { id: Id; length: number } | null = null
  for (const { id, name } of data.partners.values()) {
    if (name.length > (best?.length ?? 0) && startsWith(text, name)) best = { id, length: name.length }
  }
  if (best !== null) return best
  const word = /^[\p{L}\d&'’-]+/u.exec(text)?.[0] ?? ''
  if (word.length < 3) return null
  const some = [...data.partners.values()].filter(({ name }) =>
    name.split(/\s+/).some((part) => foldDutch(part) === foldDutch(word)),
  )
  return some.length === 1 && some[0] !== undefined ? { id: some[0].id, length: word.length } : null
}

function startsWith(text: string, name: string): boolean {
  if (foldDutch(text.slice(0, name.length)) !== foldDutch(name)) return false
  return !/^[\p{L}\d]/u.test(text.slice(name.length))
}

/** The dilemma of that name, however it is typed. */
export const knownDilemma = (data: ProgrammeData, name: string): Dilemma | undefined =>
  [...data.dilemmas.values()].find((d) => foldDutch(d.name) === foldDutch(name))

/** `snel starten / samen starten`: both sides, or null when only one is named. */
export function polesOf(text: string): readonly [string, string] | null {
  const [first = '', second = ''] = text.split(/\s+(?:\/|versus|&)\s+/)
  return first === '' || second === '' ? null : [first, second]
}
