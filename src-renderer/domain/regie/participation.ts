import { compareDutch } from '../labels'
import type { Id, IsoDate, Partner } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { PartnerKind } from '../model/values'
import type { Decision, MeetingTable, Session } from './model'

/** How often a partner was at a table: sessions held to which it was invited or came, and those where it was. */
export interface Participation {
  readonly invited: number
  readonly present: number
}

export interface ParticipationMatrix {
  readonly partners: readonly Partner[]
  readonly tables: readonly MeetingTable[]
  /** By partner, by table. */
  readonly cells: ReadonlyMap<Id, ReadonlyMap<Id, Participation>>
}

const NONE: Participation = { invited: 0, present: 0 }

/** Partners × tables over a period (both days included), a plain count of the sessions that were held. */
export function participationMatrix(
  data: ProgrammeData,
  from: IsoDate = '0000-00-00',
  until: IsoDate = '9999-99-99',
): ParticipationMatrix {
  const cells = new Map<Id, Map<Id, Participation>>()
  for (const partner of data.partners.keys()) cells.set(partner, new Map())
  for (const session of data.sessions.values()) {
    if (!session.held || session.date < from || session.date > until) continue
    for (const id of new Set([...session.invitedIds, ...session.presentIds])) {
      const row = cells.get(id)
      const before = row?.get(session.tableId) ?? NONE
      row?.set(session.tableId, {
        invited: before.invited + 1,
        present: before.present + (session.presentIds.includes(id) ? 1 : 0),
      })
    }
  }
  const byName = (a: { name: string }, b: { name: string }): number => compareDutch(a.name, b.name)
  return {
    partners: [...data.partners.values()].sort(byName),
    tables: [...data.meetingTables.values()].sort(byName),
    cells,
  }
}

export const participationOf = (matrix: ParticipationMatrix, partner: Id, table: Id): Participation =>
  matrix.cells.get(partner)?.get(table) ?? NONE

/** Whose perspective easily goes missing: these are asked for at every table, invited or not. */
export const VOICES = ['residents', 'expertsByExperience'] as const satisfies readonly PartnerKind[]
export type Voice = (typeof VOICES)[number]

export const wasThere = (data: ProgrammeData, session: Session, kind: PartnerKind): boolean =>
  session.presentIds.some((id) => data.partners.get(id)?.kind === kind)

export interface MissingPerspectives {
  /** Invited, and not there. */
  readonly partnerIds: readonly Id[]
  /** Kinds of which nobody was there. */
  readonly voices: readonly Voice[]
}

/** Whose perspective is missing in a session that was held. */
export function missingIn(data: ProgrammeData, session: Session): MissingPerspectives {
  if (!session.held) return { partnerIds: [], voices: [] }
  return {
    partnerIds: session.invitedIds.filter((id) => !session.presentIds.includes(id)),
    voices: VOICES.filter((kind) => !wasThere(data, session, kind)),
  }
}

/** Whose perspective is missing for a decision; null when it was discussed in no session that was held. */
export function missingFor(data: ProgrammeData, decision: Decision): MissingPerspectives | null {
  const session = decision.sessionId === null ? undefined : data.sessions.get(decision.sessionId)
  return session?.held === true ? missingIn(data, session) : null
}

/** The last session of a table that was held. */
export function lastSession(data: ProgrammeData, tableId: Id): Session | undefined {
  let last: Session | undefined
  for (const session of data.sessions.values())
    if (session.held && session.tableId === tableId && (last === undefined || session.date > last.date))
      last = session
  return last
}

/** Tables still going where nobody of a kind was at the last session. */
export function tablesWithout(data: ProgrammeData, kind: PartnerKind): MeetingTable[] {
  return [...data.meetingTables.values()].filter((table) => {
    const session = table.retired ? undefined : lastSession(data, table.id)
    return session !== undefined && !wasThere(data, session, kind)
  })
}
