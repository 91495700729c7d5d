import type { Id } from '../domain/model/basics'
import type { TableName } from '../domain/model/programmeData'
import type { Link, RegieTable } from '../domain/regie'

/** Where a record is looked at: a screen, and which record it opens there. */
export interface Address {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
}

type Way = (id: Id) => Address

const opens =
  (path: string, deel?: string): Way =>
  (id) => ({ path, query: deel === undefined ? { id } : { deel, id } })

/** One line per table, so that links, search and lists lead to the same place. */
const WAYS: Readonly<Record<TableName, Way>> = {
  programme: () => ({ path: '/opgave' }),
  municipalities: () => ({ path: '/opgave', query: { deel: 'gemeenten' } }),
  partners: opens('/partners'),
  arrangementTypes: () => ({ path: '/palet' }),
  projects: (project) => ({ path: '/planning', query: { project } }),
  milestones: () => ({ path: '/opgave', query: { deel: 'ambitie' } }),
  reports: () => ({ path: '/rapport' }),
  baselines: () => ({ path: '/overgangsbalans' }),
  scenarios: () => ({ path: '/wat-als' }),
  reviewRounds: (id) => ({ path: `/reviewronde/${id}` }),
  reviewAnswers: (id) => ({ path: `/reviewronde/antwoord/${id}` }),
  agreements: opens('/afspraken'),
  commitments: opens('/partners', 'toezeggingen'),
  mandates: opens('/besluiten', 'mandaat'),
  decisions: opens('/besluiten'),
  meetingTables: (tafel) => ({ path: '/tafels', query: { tafel } }),
  sessions: (id) => ({ path: `/tafels/${id}` }),
  pictures: () => ({ path: '/tafels' }),
  dilemmas: opens('/dilemmas'),
  neighbourhoods: opens('/buurt'),
  lessons: opens('/leren'),
  roleMixes: opens('/partners', 'rollen'),
  directionChecks: opens('/leren', 'regie-nodig'),
  celebrations: opens('/opgave', 'mijlpalen'),
  trajectories: opens('/trajecten'),
}

export const addressOf = (table: TableName, id: Id): Address => WAYS[table](id)

/** Where a record of regie is begun that belongs with something: its screen reads it with `useStarted`. */
export function startOf(table: RegieTable, { table: about, id }: Link): Address {
  const { path, query } = addressOf(table, '')
  const deel = query?.['deel']
  return { path, query: { ...(deel === undefined ? {} : { deel }), nieuw: `${about}:${id}` } }
}
