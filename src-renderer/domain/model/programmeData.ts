import { REGIE_TABLES, type RegieTables } from '../regie/model'
import type { ReviewAnswer, ReviewRound } from '../review/model'
import type { Scenario } from '../scenario/model'
import type { Baseline } from './baseline'
import type {
  AmbitionMilestone,
  ArrangementType,
  Id,
  Municipality,
  Partner,
  Programme,
  ProgressReport,
  Project,
} from './entities'

/** The tables of a programme and what a record of each looks like. Everything generic is derived from this. */
export interface Tables extends RegieTables {
  programme: Programme
  municipalities: Municipality
  partners: Partner
  arrangementTypes: ArrangementType
  projects: Project
  milestones: AmbitionMilestone
  reports: ProgressReport
  /** Frozen plans, to compare with. */
  baselines: Baseline
  /** What-ifs on top of the live plan. */
  scenarios: Scenario
  /** Capacity tables put to the associations, each frozen as it was sent. */
  reviewRounds: ReviewRound
  /** What came back, and what was decided about it. */
  reviewAnswers: ReviewAnswer
}
export type TableName = keyof Tables

export const TABLE_NAMES = [
  'programme',
  'municipalities',
  'partners',
  'arrangementTypes',
  'projects',
  'milestones',
  'reports',
  'baselines',
  'scenarios',
  'reviewRounds',
  'reviewAnswers',
  ...REGIE_TABLES,
] as const satisfies readonly TableName[]

/** A whole programme in memory, immutable: a change makes new maps and shares all records that stay. */
export type ProgrammeData = { readonly [K in TableName]: ReadonlyMap<Id, Tables[K]> }

/** The id of the one record in table `programme`. */
export const PROGRAMME_ID = 'programme'

export function emptyProgrammeData(): ProgrammeData {
  return {
    programme: new Map(),
    municipalities: new Map(),
    partners: new Map(),
    arrangementTypes: new Map(),
    projects: new Map(),
    milestones: new Map(),
    reports: new Map(),
    baselines: new Map(),
    scenarios: new Map(),
    reviewRounds: new Map(),
    reviewAnswers: new Map(),
    ...emptyRegie(),
  }
}

/** The tables of regie, empty: what a programme from before it begins with. */
export function emptyRegie(): { readonly [K in keyof RegieTables]: ReadonlyMap<Id, RegieTables[K]> } {
  return {
    agreements: new Map(),
    commitments: new Map(),
    mandates: new Map(),
    decisions: new Map(),
    meetingTables: new Map(),
    sessions: new Map(),
    pictures: new Map(),
    dilemmas: new Map(),
    neighbourhoods: new Map(),
    lessons: new Map(),
    roleMixes: new Map(),
    directionChecks: new Map(),
    celebrations: new Map(),
    trajectories: new Map(),
  }
}

/** The one programme record. Throws only on a broken invariant: data without it never leaves the store or a file. */
export function programmeOf(data: ProgrammeData): Programme {
  const programme = data.programme.get(PROGRAMME_ID)
  if (programme === undefined) throw new Error('programme record is missing')
  return programme
}
