import { capitalise, formatDate } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import { toDay, toIso, weekdayOf } from '@/domain/time/day'
import type { AgreementRow } from '../list/rows'

export interface AgendaPart {
  /** The month, for what is further away. */
  readonly title: string | null
  readonly rows: readonly AgreementRow[]
}

export interface AgendaGroup {
  readonly key: 'overdue' | 'thisWeek' | 'nextWeek' | 'later' | 'undated'
  readonly title: string
  /** Which days it is about. */
  readonly days: string
  readonly parts: readonly AgendaPart[]
  readonly count: number
}

/** What comes, by week and further away by month. Rows are open and in order of date; groups without any are left out. */
export function agendaGroups(rows: readonly AgreementRow[], today: IsoDate): AgendaGroup[] {
  const now = toDay(today)
  const sunday = now - weekdayOf(now) + 6
  const lastOfThis = toIso(sunday)
  const lastOfNext = toIso(sunday + 7)
  const dueIn = (from: IsoDate, to: IsoDate): AgreementRow[] =>
    rows.filter(({ agreement: { due } }) => due !== null && due >= from && due <= to)
  const later = rows.filter(({ agreement: { due } }) => due !== null && due > lastOfNext)
  const months = [...new Set(later.map((row) => monthOf(row)))]
  const whole = (found: readonly AgreementRow[]): AgendaPart[] => [{ title: null, rows: found }]
  const groups: Omit<AgendaGroup, 'count'>[] = [
    {
      key: 'overdue',
      title: 'Over tijd',
      days: 'de datum is voorbij',
      parts: whole(rows.filter((row) => row.overdue)),
    },
    {
      key: 'thisWeek',
      title: 'Deze week',
      days: `tot en met zondag ${formatDate(lastOfThis)}`,
      parts: whole(dueIn(today, lastOfThis)),
    },
    {
      key: 'nextWeek',
      title: 'Volgende week',
      days: `tot en met zondag ${formatDate(lastOfNext)}`,
      parts: whole(dueIn(toIso(sunday + 1), lastOfNext)),
    },
    {
      key: 'later',
      title: 'Later',
      days: 'per maand',
      parts: months.map((month) => ({
        title: capitalise(formatDate(month)),
        rows: later.filter((row) => monthOf(row) === month),
      })),
    },
    {
      key: 'undated',
      title: 'Zonder datum',
      days: 'geef ze een dag, dan komen ze in de agenda',
      parts: whole(rows.filter((row) => row.agreement.due === null)),
    },
  ]
  return groups
    .map((group) => ({ ...group, count: group.parts.reduce((n, part) => n + part.rows.length, 0) }))
    .filter((group) => group.count > 0)
}

const monthOf = (row: AgreementRow): string => (row.agreement.due ?? '').slice(0, 7)
