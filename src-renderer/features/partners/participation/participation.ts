import { capitalise, joinDutch, partnerKindLabels } from '../../../domain/labels'
import type { Id, IsoDate, Partner } from '../../../domain/model/entities'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import {
  type Decision,
  lastSession,
  type MeetingTable,
  missingFor,
  missingIn,
  type MissingPerspectives,
  type Participation,
  participationMatrix,
  participationOf,
  type Session,
  tablesWithout,
  type Voice,
  VOICES,
} from '../../../domain/regie'
import { addMonths, toDay, toIso } from '../../../domain/time/day'
import type { ExportTable } from '../../../exchange'
import { byName } from '../words'

export type Period = 'year' | 'twelveMonths' | 'all'

/** Both days included. */
export interface Span {
  readonly from: IsoDate
  readonly until: IsoDate
}

export function spanOf(period: Period, today: IsoDate): Span {
  if (period === 'all') return { from: '0000-00-00', until: '9999-99-99' }
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` }
  return { from: toIso(toDay(addMonths(today, -12)) + 1), until: today }
}

const within = (session: Session, { from, until }: Span): boolean =>
  session.held && session.date >= from && session.date <= until

const later = (a: IsoDate, b: IsoDate): number => (a < b ? 1 : a > b ? -1 : 0)

/** A table with the sessions it held in the period, the newest first. */
export interface TableColumn {
  readonly table: MeetingTable
  readonly sessions: readonly Session[]
}

export interface PartnerRow {
  readonly partner: Partner
  /** In the order of the columns. */
  readonly cells: readonly Participation[]
}

/** How often nobody of a kind was there, whoever was invited. */
export interface VoiceRow {
  readonly voice: Voice
  readonly label: string
  /** In the order of the columns. */
  readonly missing: readonly number[]
}

export interface ParticipationView {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly PartnerRow[]
  readonly voices: readonly VoiceRow[]
}

/** Partners × tables. A table that stopped is shown as long as it has sessions in the period. */
export function participationView(data: ProgrammeData, span: Span): ParticipationView {
  const matrix = participationMatrix(data, span.from, span.until)
  const held = [...data.sessions.values()]
    .filter((session) => within(session, span))
    .sort((a, b) => later(a.date, b.date) || byName(a, b))
  const columns = matrix.tables
    .map((table) => ({ table, sessions: held.filter((session) => session.tableId === table.id) }))
    .filter(({ table, sessions }) => !table.retired || sessions.length > 0)
  return {
    columns,
    rows: matrix.partners.map((partner) => ({
      partner,
      cells: columns.map(({ table }) => participationOf(matrix, partner.id, table.id)),
    })),
    voices: VOICES.map((voice) => ({
      voice,
      label: `${capitalise(partnerKindLabels[voice])} ontbraken`,
      missing: columns.map(
        ({ sessions }) =>
          sessions.filter((session) => missingIn(data, session).voices.includes(voice)).length,
      ),
    })),
  }
}

/** `3 van 4`; in words when there is nothing to count. */
export function cellText({ invited, present }: Participation, sessions: number): string {
  if (sessions === 0) return 'geen sessie'
  return invited === 0 ? 'niet uitgenodigd' : `${String(present)} van ${String(invited)}`
}

/** The matrix for a spreadsheet: numbers apart, and empty where a partner was never invited. */
export function participationTable({ columns, rows }: ParticipationView): ExportTable {
  return {
    columns: [
      { key: 'partner', label: 'Partner', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      ...columns.flatMap(({ table }) => [
        { key: `${table.id} present`, label: `${table.name}: aanwezig`, kind: 'number' as const },
        { key: `${table.id} invited`, label: `${table.name}: uitgenodigd`, kind: 'number' as const },
      ]),
    ],
    rows: rows.map(({ partner, cells }) => [
      ...[partner.name, partnerKindLabels[partner.kind]],
      ...cells.flatMap(({ invited, present }) => (invited === 0 ? [null, null] : [present, invited])),
    ]),
  }
}

/** Whose perspective was missing, by name: partners that stayed away, and kinds of which nobody came. */
export function missingNames(data: ProgrammeData, { partnerIds, voices }: MissingPerspectives): string[] {
  const partners = partnerIds.flatMap((id) => data.partners.get(id) ?? []).sort(byName)
  // Who stayed away stands here by name; the kind would say the same once more.
  const unnamed = voices.filter((voice) => !partners.some((partner) => partner.kind === voice))
  return [...partners.map((p) => p.name), ...unnamed.map((voice) => partnerKindLabels[voice])]
}

/** One session behind a figure. */
export interface SessionLine {
  readonly session: Session
  /** About the partner that was asked about; null when it is about the whole table. */
  readonly partner: 'present' | 'absent' | 'notInvited' | null
  readonly missing: readonly string[]
}

export const sessionLines = (
  data: ProgrammeData,
  sessions: readonly Session[],
  partnerId: Id | null,
): SessionLine[] =>
  sessions.map((session) => ({
    session,
    partner: partnerId === null ? null : placeOf(session, partnerId),
    missing: missingNames(data, missingIn(data, session)),
  }))

function placeOf(session: Session, partnerId: Id): 'present' | 'absent' | 'notInvited' {
  if (session.presentIds.includes(partnerId)) return 'present'
  return session.invitedIds.includes(partnerId) ? 'absent' : 'notInvited'
}

/** At which tables residents and experts by experience were missing last time, one sentence each. */
export function lastTimeSentences(data: ProgrammeData): string[] {
  const met = [...data.meetingTables.values()].some(
    (t) => !t.retired && lastSession(data, t.id) !== undefined,
  )
  if (!met) return ['Er is nog geen sessie gehouden. Daarna staat hier wiens perspectief ontbrak.']
  return VOICES.map((voice) => {
    const who = capitalise(partnerKindLabels[voice])
    const tables = tablesWithout(data, voice).sort(byName)
    return tables.length === 0
      ? `${who} waren de laatste keer aan elke tafel.`
      : `${who} ontbraken de laatste keer aan ${joinDutch(tables.map((t) => t.name))}.`
  })
}

/** A decision that was talked about while somebody's perspective was missing. */
export interface IncompleteDecision {
  readonly decision: Decision
  readonly session: Session
  readonly missing: readonly string[]
}

/** The latest session first. */
export function incompleteDecisions(data: ProgrammeData, span: Span): IncompleteDecision[] {
  return [...data.decisions.values()]
    .flatMap((decision) => {
      const found = missingFor(data, decision)
      const session = decision.sessionId === null ? undefined : data.sessions.get(decision.sessionId)
      if (found === null || session === undefined || !within(session, span)) return []
      const missing = missingNames(data, found)
      return missing.length === 0 ? [] : [{ decision, session, missing }]
    })
    .sort((a, b) => later(a.session.date, b.session.date) || byName(a.decision, b.decision))
}
