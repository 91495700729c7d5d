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
  agreements: { one: 'afspraak', many: 'afspraken' },
  commitments: { one: 'toezegging', many: 'toezeggingen' },
  mandates: { one: 'mandaat', many: 'mandaten' },
  decisions: { one: 'besluit', many: 'besluiten' },
  meetingTables: { one: 'tafel', many: 'tafels' },
  sessions: { one: 'sessie', many: 'sessies' },
  pictures: { one: 'afbeelding', many: 'afbeeldingen' },
  dilemmas: { one: 'dilemma', many: "dilemma's" },
  neighbourhoods: { one: 'buurt', many: 'buurten' },
  lessons: { one: 'les', many: 'lessen' },
  roleMixes: { one: 'rolverdeling', many: 'rolverdelingen' },
  directionChecks: { one: "check 'regie nodig?'", many: "checks 'regie nodig?'" },
  celebrations: { one: 'mijlpaal', many: 'mijlpalen' },
  trajectories: { one: 'traject', many: 'trajecten' },
}
