import {
  agreementStateLabels,
  compareDutch,
  decisionStateLabels,
  placeWords,
  sessionKindLabels,
} from '../../domain/labels'
import type { Id, IsoDate } from '../../domain/model/basics'
import { type ProgrammeData, programmeOf } from '../../domain/model/programmeData'
import {
  type CreativePart,
  isDissent,
  missingWords,
  partnerNames,
  type Picture,
  type Session,
} from '../../domain/regie'

/** A session on paper: plain data, so that it can cross to the worker. */
export interface SessionSheet {
  readonly programmeName: string
  readonly purpose: string
  readonly example: boolean
  readonly table: string
  readonly name: string
  readonly kind: string
  readonly date: IsoDate
  readonly held: boolean
  readonly present: readonly string[]
  readonly invited: readonly string[]
  /** Whose perspective was missing, in sentences. */
  readonly missing: readonly string[]
  readonly agenda: readonly string[]
  readonly creative: CreativePart | null
  readonly agreements: readonly SheetAgreement[]
  readonly decisions: readonly SheetDecision[]
  readonly dilemmas: readonly SheetDilemma[]
  readonly notes: readonly string[]
  readonly result: string
  readonly sideBenefits: string
  readonly pictures: readonly Pick<Picture, 'name' | 'type' | 'content'>[]
  /** The only thing in it that isn't data. */
  readonly generatedOn: IsoDate
}

export interface SheetAgreement {
  readonly what: string
  readonly owner: string
  readonly due: IsoDate | null
  /** Empty while it is open. */
  readonly state: string
}

export interface SheetDecision {
  readonly what: string
  readonly state: string
  readonly dissent: readonly { readonly voice: string; readonly text: string }[]
}

export interface SheetDilemma {
  readonly name: string
  readonly firstPole: string
  readonly secondPole: string
  /** Null when nobody chose a place yet. */
  readonly place: {
    readonly at: number
    readonly words: string
    readonly why: string
    readonly on: IsoDate
  } | null
}

/** Null for a session that is gone. */
export function sessionSheet(
  data: ProgrammeData,
  sessionId: Id,
  { generatedOn }: { readonly generatedOn: IsoDate },
): SessionSheet | null {
  const session = data.sessions.get(sessionId)
  if (session === undefined) return null
  const { name: programmeName, purpose, example } = programmeOf(data)
  return {
    programmeName,
    purpose,
    example,
    table: data.meetingTables.get(session.tableId)?.name ?? '',
    name: session.name,
    kind: sessionKindLabels[session.kind],
    date: session.date,
    held: session.held,
    present: partnerNames(data, session.presentIds),
    invited: partnerNames(data, session.invitedIds),
    missing: missingWords(data, session),
    agenda: session.agenda.map(({ text }) => text),
    creative: session.creative,
    agreements: agreementsOf(data, session),
    decisions: decisionsOf(data, session),
    dilemmas: dilemmasOf(data, session),
    notes: session.minutes.flatMap((line) => (line.kind === 'note' && !isDissent(line) ? [line.text] : [])),
    result: session.result,
    sideBenefits: session.sideBenefits,
    pictures: [...data.pictures.values()]
      .filter((picture) => picture.sessionId === session.id)
      .map(({ name, type, content }) => ({ name, type, content })),
    generatedOn,
  }
}

/** In the order in which they were made; what was made in the session elsewhere comes after. */
function inOrder<T extends { readonly id: Id; readonly name: string }>(
  session: Session,
  table: 'agreements' | 'decisions',
  records: readonly T[],
): T[] {
  const order = new Map(
    session.minutes.flatMap(({ link }, at) => (link?.table === table ? [[link.id, at] as const] : [])),
  )
  const rank = (record: T): number => order.get(record.id) ?? session.minutes.length
  return [...records].sort((a, b) => rank(a) - rank(b) || compareDutch(a.name, b.name))
}

function agreementsOf(data: ProgrammeData, session: Session): SheetAgreement[] {
  const made = [...data.agreements.values()].filter((a) => a.sessionId === session.id)
  return inOrder(session, 'agreements', made).map((a) => ({
    what: a.name,
    owner: data.partners.get(a.ownerId)?.name ?? '',
    due: a.due,
    state: a.status === 'open' ? '' : agreementStateLabels[a.status],
  }))
}

function decisionsOf(data: ProgrammeData, session: Session): SheetDecision[] {
  const made = [...data.decisions.values()].filter((d) => d.sessionId === session.id)
  return inOrder(session, 'decisions', made).map((d) => ({
    what: d.name,
    state: decisionStateLabels[d.status],
    dissent: d.dissent.map(({ voice, text }) => ({ voice, text })),
  }))
}

/** The dilemmas on the agenda and in the minutes, each once. */
function dilemmasOf(data: ProgrammeData, session: Session): SheetDilemma[] {
  const ids = [...session.agenda, ...session.minutes].flatMap(({ link }) =>
    link?.table === 'dilemmas' ? [link.id] : [],
  )
  return [...new Set(ids)].flatMap((id) => {
    const dilemma = data.dilemmas.get(id)
    if (dilemma === undefined) return []
    const { name, firstPole, secondPole } = dilemma
    const last = dilemma.positions.at(-1)
    const place =
      last === undefined
        ? null
        : { at: last.at, words: placeWords(dilemma, last.at), why: last.why, on: last.on }
    return [{ name, firstPole, secondPole, place }]
  })
}
