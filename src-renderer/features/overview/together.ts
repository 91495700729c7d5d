import type { IsoDate } from '@/domain/model/basics'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { REGIE_TABLES, type RegieTable } from '@/domain/regie'

/** Something to look forward to. */
export interface ComingUp {
  readonly word: string
  readonly table: RegieTable
  readonly id: Id
  readonly name: string
  readonly date: IsoDate
}

/** Whether this programme keeps anything about its network; without it the card would only be in the way. */
export const isKept = (data: ProgrammeData): boolean => REGIE_TABLES.some((table) => data[table].size > 0)

interface Item {
  readonly id: Id
  readonly name: string
  readonly date: IsoDate
}

/** The first session, agreement and milestone from today on. */
export function comingUp(data: ProgrammeData, today: IsoDate): ComingUp[] {
  const first = (word: string, table: RegieTable, items: readonly Item[]): ComingUp[] => {
    const [next] = items
      .filter((item) => item.date >= today)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
    return next === undefined ? [] : [{ word, table, id: next.id, name: next.name, date: next.date }]
  }
  const agreements = [...data.agreements.values()].flatMap(({ id, name, due, status }) =>
    due === null || status !== 'open' ? [] : [{ id, name, date: due }],
  )
  return [
    ...first(
      'Volgende sessie',
      'sessions',
      [...data.sessions.values()].filter((session) => !session.held),
    ),
    ...first('Eerste afspraak', 'agreements', agreements),
    ...first(
      'Om naar uit te zien',
      'celebrations',
      [...data.celebrations.values()].filter((c) => c.celebratedOn === null),
    ),
  ]
}
