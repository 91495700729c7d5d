import { compareDutch } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/basics'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { lastSession, type MeetingTable, missingNames, missingWords, type Session } from '@/domain/regie'

export interface TableLine {
  readonly table: MeetingTable
  /** The next first. */
  readonly planned: readonly Session[]
  /** The last first. */
  readonly held: readonly Session[]
  readonly last: Session | undefined
  /** Whose perspective the last session missed. */
  readonly missing: readonly string[]
  /** The same, short. */
  readonly missingNames: string
}

/** Tables by name, those that stopped after the others. */
export function tableLines(data: ProgrammeData): TableLine[] {
  return [...data.meetingTables.values()]
    .sort((a, b) => Number(a.retired) - Number(b.retired) || compareDutch(a.name, b.name))
    .map((table) => {
      const sessions = [...data.sessions.values()].filter((s) => s.tableId === table.id)
      const last = lastSession(data, table.id)
      return {
        table,
        planned: sessions.filter((s) => !s.held).sort((a, b) => byDate(a.date, b.date)),
        held: sessions.filter((s) => s.held).sort((a, b) => byDate(b.date, a.date)),
        last,
        missing: last === undefined ? [] : missingWords(data, last),
        missingNames: last === undefined ? '' : missingNames(data, last),
      }
    })
}

const byDate = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** What a session left behind, counted. */
export interface SessionCounts {
  readonly actions: number
  readonly decisions: number
  readonly present: number
  readonly invited: number
}

export function sessionCounts({ minutes, presentIds, invitedIds }: Session): SessionCounts {
  const count = (kind: Session['minutes'][number]['kind']): number =>
    minutes.filter((line) => line.kind === kind).length
  return {
    actions: count('action'),
    decisions: count('decision'),
    present: presentIds.length,
    invited: new Set([...invitedIds, ...presentIds]).size,
  }
}
