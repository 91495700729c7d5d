import type { Command, CommandContext } from '../commands/context'
import type { Change } from '../history/patch'
import { put } from '../commands/patches'
import { firstProblem, gone } from '../commands/save'
import { capitalise, compareDutch, formatDate } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { MAX_NAME } from '../validation/limits'
import { validateRegie } from '../validation/regie'
import { foldDutch } from '../search/fold'
import { draftAgreement, draftDecision, draftDilemma } from './drafts'
import { readDutchDate } from './dutchDate'
import type { Agreement, Decision, Dilemma, Link, MinutesLine, Session } from './model'
import { stored } from './records'

/** What a line of the minutes says. */
export interface ReadLine {
  readonly kind: MinutesLine['kind']
  /** Without the word before the colon, and for an action without owner and date. */
  readonly text: string
  readonly ownerId: Id | null
  readonly due: IsoDate | null
}

const KINDS: readonly (readonly [RegExp, MinutesLine['kind']])[] = [
  [/^\s*(?:actie|afspraak)\s*:\s*/i, 'action'],
  [/^\s*besluit\s*:\s*/i, 'decision'],
  [/^\s*dilemma\s*:\s*/i, 'dilemma'],
]

/** Reads a line as it is typed: `actie: sleutels regelen @Sité voor 12 december`. */
export function readLine(data: ProgrammeData, typed: string, today: IsoDate): ReadLine {
  for (const [pattern, kind] of KINDS)
    if (pattern.test(typed)) {
      const rest = typed.replace(pattern, '').trim()
      return kind === 'action'
        ? { kind, ...readAction(data, rest, today) }
        : { kind, text: rest, ownerId: null, due: null }
    }
  return { kind: 'note', text: typed.trim(), ownerId: null, due: null }
}

function readAction(data: ProgrammeData, typed: string, today: IsoDate): Omit<ReadLine, 'kind'> {
  let text = typed
  let ownerId: Id | null = null
  let due: IsoDate | null = null
  for (const match of [...text.matchAll(/(?:@|\bdoor\s+)/gi)].reverse()) {
    const found = partnerAt(data, text.slice(match.index + match[0].length))
    if (found === null) continue
    ownerId = found.id
    text = cut(text, match.index, match[0].length + found.length)
    break
  }
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

const cut = (text: string, start: number, length: number): string =>
  `${text.slice(0, start)} ${text.slice(start + length)}`
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/[\s,;]+$/, '')
    .trim()

/** The partner whose name, or the first word of it when only one has it, stands at the begin of a text. */
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

/**
 * Adds a line to the minutes. An action becomes an agreement, "besluit:" a decision that is asked, "dilemma: a / b" a
 * dilemma (or points to the one of that name). Refuses `text-missing`, and `owner-missing` for an action of nobody.
 */
export function addLine(sessionId: Id, typed: string): Command {
  return (data, ctx) => {
    const session = data.sessions.get(sessionId)
    if (session === undefined) return gone('Deze sessie')
    const line = readLine(data, typed, session.date)
    if (line.text === '') return refuse('text-missing', 'Typ eerst wat er is gezegd.', 'text')
    if (line.kind === 'action' && line.ownerId === null) return ownerMissing(data)
    const made = madeBy(data, ctx, session, line)
    if (!made.ok) return made
    const added: MinutesLine = { id: ctx.newId(), kind: line.kind, text: line.text, link: made.value.link }
    const next: Session = { ...session, minutes: [...session.minutes, added] }
    const patches = [...made.value.patches, ...put(data, 'sessions', next)]
    return (
      firstProblem(validateRegie(withMade(data, made.value.made), 'sessions', next)) ??
      ok({ patches, summary: `regel in het verslag van "${session.name}"` })
    )
  }
}

/**
 * Makes an agreement of a line typed as in a meeting, without a session: `afspraak: …`, or an action when it begins with
 * anything else. Refuses `no-action`, `text-missing`, `owner-missing` and `date-past`; what was typed can then stay.
 */
export function addAction(typed: string): Command {
  return (data, ctx) => {
    const plain = readLine(data, typed, ctx.today)
    if (plain.kind === 'decision' || plain.kind === 'dilemma')
      return refuse(
        'no-action',
        "Hier maakt u afspraken en acties. Een besluit legt u vast bij Besluiten, een dilemma bij Dilemma's.",
        'text',
      )
    const line = plain.kind === 'action' ? plain : readLine(data, `actie: ${typed}`, ctx.today)
    if (line.text === '') return refuse('text-missing', 'Typ eerst wat er is afgesproken.', 'text')
    if (line.ownerId === null) return ownerMissing(data)
    if (line.due !== null && line.due < ctx.today)
      return refuse(
        'date-past',
        `De dag ${formatDate(line.due)} is al voorbij. Noem een dag die nog komt.`,
        'text',
      )
    const made = {
      ...draftOf(data, ctx, line),
      kind: /^\s*afspraak\s*:/i.test(typed) ? ('agreement' as const) : ('action' as const),
    }
    return stored(data, 'agreements', made)
  }
}

function ownerMissing(data: ProgrammeData): Result<never> {
  const example = [...data.partners.values()].map((p) => p.name).sort(compareDutch)[0]
  return refuse(
    'owner-missing',
    example === undefined
      ? 'Van wie is deze actie? Er zijn nog geen partners: voeg die eerst toe bij Partners.'
      : `Van wie is deze actie? Zet erachter @ en de naam van de partner, bijvoorbeeld: @${example}.`,
    'text',
  )
}

/** The agreement that an action becomes. */
function draftOf(data: ProgrammeData, ctx: CommandContext, line: ReadLine): Agreement {
  return {
    ...draftAgreement(data, ctx),
    kind: 'action',
    name: line.text.slice(0, MAX_NAME),
    text: line.text.length > MAX_NAME ? line.text : '',
    ownerId: line.ownerId ?? '',
    due: line.due !== null && line.due < ctx.today ? null : line.due,
  }
}

type Made =
  | { readonly table: 'agreements'; readonly record: Agreement }
  | { readonly table: 'decisions'; readonly record: Decision }
  | { readonly table: 'dilemmas'; readonly record: Dilemma }

interface Making {
  readonly link: Link | null
  readonly made: Made | null
  readonly patches: Change['patches']
}

const NOTHING: Making = { link: null, made: null, patches: [] }

/** The record that a line becomes, if any. */
function madeBy(data: ProgrammeData, ctx: CommandContext, session: Session, line: ReadLine): Result<Making> {
  const name = line.text.slice(0, MAX_NAME)
  const text = line.text.length > MAX_NAME ? line.text : ''
  const day = { ...ctx, newId: () => ctx.newId(), today: session.date }
  if (line.kind === 'action')
    return making(data, {
      table: 'agreements',
      record: { ...draftOf(data, day, line), sessionId: session.id },
    })
  if (line.kind === 'decision')
    return making(data, {
      table: 'decisions',
      record: { ...draftDecision(data, day), name, text, sessionId: session.id },
    })
  if (line.kind === 'note') return ok(NOTHING)
  const known = [...data.dilemmas.values()].find((d) => foldDutch(d.name) === foldDutch(line.text))
  if (known !== undefined) return ok({ ...NOTHING, link: { table: 'dilemmas', id: known.id } })
  const [first, second] = line.text.split(/\s+(?:\/|versus|&)\s+/)
  if (first === undefined || second === undefined) return ok(NOTHING)
  return making(data, {
    table: 'dilemmas',
    record: {
      ...draftDilemma(data, day),
      name,
      firstPole: first.slice(0, MAX_NAME),
      secondPole: second.slice(0, MAX_NAME),
    },
  })
}

function making(data: ProgrammeData, made: Made): Result<Making> {
  const problem = firstProblem(validateRegie(data, made.table, made.record))
  if (problem !== null) return problem
  return ok({
    link: { table: made.table, id: made.record.id },
    made,
    patches: put(data, made.table, made.record),
  })
}

/** The data with the new record, so that a link to it is found. */
function withMade(data: ProgrammeData, made: Made | null): ProgrammeData {
  if (made === null) return data
  const table: ReadonlyMap<Id, unknown> = data[made.table]
  return { ...data, [made.table]: new Map(table).set(made.record.id, made.record) }
}
