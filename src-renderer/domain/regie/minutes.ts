import type { Command, CommandContext } from '../commands/context'
import type { Change } from '../history/patch'
import { put } from '../commands/patches'
import { firstProblem, gone, NO_CHANGE } from '../commands/save'
import { capitalise, lineKindLabels } from '../labels'
import type { Id } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { MAX_NAME } from '../validation/limits'
import { validateRegie } from '../validation/regie'
import { agreementOf, ownerMissing } from './actionLine'
import { addDissent } from './decisions'
import { draftDecision, draftDilemma } from './drafts'
import type { Agreement, Decision, Dilemma, Link, MinutesLine, Session } from './model'
import { knownDilemma, polesOf, type ReadLine, readLine } from './readLine'

/**
 * Adds a line to the minutes. An action becomes an agreement, "besluit:" a decision that is asked, "dilemma: a / b" a
 * dilemma (or points to the one of that name), "tegengeluid:" goes to the decision noted last. Refuses `text-missing`,
 * `owner-missing` for an action of nobody, `voice-missing` and `decision-missing` for dissent.
 */
export function addLine(sessionId: Id, typed: string): Command {
  return (data, ctx) => {
    const session = data.sessions.get(sessionId)
    if (session === undefined) return gone('Deze sessie')
    const line = readLine(data, typed, session.date)
    if (line.text === '') return refuse('text-missing', 'Typ eerst wat er is gezegd.', 'text')
    if (line.kind === 'action' && line.ownerId === null) return ownerMissing(data)
    const made =
      line.kind === 'dissent' ? dissentOf(data, ctx, session, line) : madeBy(data, ctx, session, line)
    if (!made.ok) return made
    const added = lineOf(data, ctx.newId(), line, made.value.link)
    const next: Session = { ...session, minutes: [...session.minutes, added] }
    const patches = [...made.value.patches, ...put(data, 'sessions', next)]
    const word = line.kind === 'dissent' ? 'tegengeluid' : lineKindLabels[line.kind]
    return (
      firstProblem(validateRegie(withMade(data, made.value.made), 'sessions', next)) ??
      ok({ patches, summary: `${word} in het verslag van "${session.name}"` })
    )
  }
}

/** Dissent stands in the minutes as a note that points to its decision. */
function lineOf(data: ProgrammeData, id: Id, line: ReadLine, link: Link | null): MinutesLine {
  if (line.kind !== 'dissent') return { id, kind: line.kind, text: capitalise(line.text), link }
  return { id, kind: 'note', text: `Tegengeluid van ${voiceOf(data, line)}: ${line.text}`, link }
}

export const isDissent = (line: MinutesLine): boolean =>
  line.kind === 'note' && line.link?.table === 'decisions'

export const voiceOf = (data: ProgrammeData, { ownerId, voice }: ReadLine): string =>
  ownerId === null ? voice : (data.partners.get(ownerId)?.name ?? voice)

/** The decision noted last in a session, to which dissent goes. */
export function lastDecision(data: ProgrammeData, session: Session): Decision | undefined {
  const line = session.minutes.findLast(
    ({ link }) => link?.table === 'decisions' && data.decisions.has(link.id),
  )
  return line === undefined || line.link === null ? undefined : data.decisions.get(line.link.id)
}

function dissentOf(
  data: ProgrammeData,
  ctx: CommandContext,
  session: Session,
  line: ReadLine,
): Result<Making> {
  const decision = lastDecision(data, session)
  if (decision === undefined)
    return refuse(
      'decision-missing',
      'Tegengeluid hoort bij een besluit. Typ eerst het besluit, bijvoorbeeld: besluit: de nachtopvang sluit in mei.',
      'text',
    )
  if (line.ownerId === null && line.voice === '')
    return refuse(
      'voice-missing',
      'Van wie is dit tegengeluid? Zet erachter @ en de naam van de partner, of begin met: tegengeluid van de huurders.',
      'text',
    )
  const { ownerId, voice, text } = line
  const said = addDissent(decision.id, { partnerId: ownerId, voice, text })(data, dayOf(ctx, session))
  if (!said.ok) return said
  return ok({ link: { table: 'decisions', id: decision.id }, made: null, patches: said.value.patches })
}

/** Corrects the words of a line. What it became follows, as long as it still carries those words. */
export function changeLine(sessionId: Id, lineId: Id, text: string): Command {
  return (data) => {
    const session = data.sessions.get(sessionId)
    const line = session?.minutes.find(({ id }) => id === lineId)
    if (session === undefined || line === undefined) return gone('Deze regel')
    const words = text.trim()
    if (words === '') return refuse('text-missing', 'Een lege regel kan niet. Verwijder de regel.', 'text')
    if (words === line.text) return ok(NO_CHANGE)
    if (isDissent(line))
      return refuse(
        'dissent-kept',
        'Tegengeluid blijft staan zoals het is gezegd. Typ er een regel bij.',
        'text',
      )
    const minutes = session.minutes.map((l) => (l.id === lineId ? { ...l, text: words } : l))
    const next: Session = { ...session, minutes }
    const patches = [...renamed(data, line, words), ...put(data, 'sessions', next)]
    return (
      firstProblem(validateRegie(data, 'sessions', next)) ??
      ok({ patches, summary: `regel verbeterd in het verslag van "${session.name}"` })
    )
  }
}

function renamed(data: ProgrammeData, { link, text: before }: MinutesLine, words: string): Change['patches'] {
  const name = words.slice(0, MAX_NAME)
  const text = words.length > MAX_NAME ? words : ''
  const same = (record: Agreement | Decision): boolean =>
    record.name === before.slice(0, MAX_NAME) && (record.text === '' || record.text === before)
  if (link?.table === 'agreements') {
    const agreement = data.agreements.get(link.id)
    if (agreement?.status === 'open' && same(agreement))
      return put(data, 'agreements', { ...agreement, name, text })
  }
  if (link?.table === 'decisions') {
    const decision = data.decisions.get(link.id)
    if (decision?.status === 'asked' && same(decision))
      return put(data, 'decisions', { ...decision, name, text })
  }
  return []
}

/** Takes a line out of the minutes. What it became stays: that is taken back by undo, or at its own place. */
export function removeLine(sessionId: Id, lineId: Id): Command {
  return (data) => {
    const session = data.sessions.get(sessionId)
    const line = session?.minutes.find(({ id }) => id === lineId)
    if (session === undefined || line === undefined) return gone('Deze regel')
    const next: Session = { ...session, minutes: session.minutes.filter((l) => l !== line) }
    const stays = line.link === null ? '' : '; wat ervan is gemaakt, blijft'
    return ok({
      patches: put(data, 'sessions', next),
      summary: `regel verwijderd uit het verslag van "${session.name}"${stays}`,
    })
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

/** What is said in a session is of its day, whenever the minutes are typed. */
const dayOf = (ctx: CommandContext, session: Session): CommandContext => ({
  newId: () => ctx.newId(),
  today: session.date,
})

/** The record that a line becomes, if any. */
function madeBy(data: ProgrammeData, ctx: CommandContext, session: Session, line: ReadLine): Result<Making> {
  const name = line.text.slice(0, MAX_NAME)
  const text = line.text.length > MAX_NAME ? line.text : ''
  const day = dayOf(ctx, session)
  const level = data.meetingTables.get(session.tableId)?.level ?? 'operational'
  if (line.kind === 'action')
    return making(data, {
      table: 'agreements',
      record: { ...agreementOf(data, day, line), level, sessionId: session.id },
    })
  if (line.kind === 'decision')
    return making(data, {
      table: 'decisions',
      record: { ...draftDecision(data, day), name, text, level, sessionId: session.id },
    })
  if (line.kind === 'note') return ok(NOTHING)
  const known = knownDilemma(data, line.text)
  if (known !== undefined) return ok({ ...NOTHING, link: { table: 'dilemmas', id: known.id } })
  const poles = polesOf(line.text)
  if (poles === null) return ok(NOTHING)
  return making(data, {
    table: 'dilemmas',
    record: {
      ...draftDilemma(data, day),
      name: capitalise(name),
      firstPole: poles[0].slice(0, MAX_NAME),
      secondPole: poles[1].slice(0, MAX_NAME),
      // So that it comes back on the agenda of this table.
      links: [
        { table: 'meetingTables', id: session.tableId },
        { table: 'sessions', id: session.id },
      ],
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
