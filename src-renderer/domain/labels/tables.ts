import type { TableName } from '../model/programmeData'

export interface TableWords {
  /** `project`, `vastgesteld plan`. */
  readonly one: string
  readonly many: string
}

/** What a record of each table is called. */
export const tableLabels: Readonly<Record<TableName, TableWords>> = {
  programme: { one: 'programma', many: 'gegevens van het programma' },
  municipalities: { one: 'gemeente', many: 'gemeenten' },
  partners: { one: 'partner', many: 'partners' },
  arrangementTypes: { one: 'arrangementtype', many: 'arrangementtypen' },
  projects: { one: 'project', many: 'projecten' },
  milestones: { one: 'ambitie', many: 'ambities' },
  reports: { one: 'rapport', many: 'rapporten' },
  baselines: { one: 'vastgesteld plan', many: 'vastgestelde plannen' },
  scenarios: { one: 'scenario', many: "scenario's" },
  reviewRounds: { one: 'reviewronde', many: 'reviewrondes' },
  reviewAnswers: { one: 'antwoord op een reviewronde', many: 'antwoorden op reviewrondes' },
}
