import type { Id, IsoDate } from '../model/basics'
import type {
  AGREEMENT_KINDS,
  AGREEMENT_STATES,
  COMMITMENT_KINDS,
  COMMITMENT_STATES,
  DecisionState,
  Level,
  LimitUnit,
  MunicipalRole,
  SteeringMode,
  StepKind,
  Subject,
} from './codes'
import type { Dated, Link } from './link'
import type { Celebration, DirectionCheck, Lesson, Neighbourhood, RoleMix } from './neighbourModel'
import type { MeetingTable, Picture, Session } from './sessionModel'
import type { Trajectory } from '../trajectories/model'

export type * from './link'
export type * from './neighbourModel'
export type * from './sessionModel'

export interface Amount {
  readonly value: number
  readonly unit: LimitUnit
}

/** Change of owner: only with the consent of the partner that takes it, and a reason. */
export interface OwnerChange {
  readonly id: Id
  readonly on: IsoDate
  readonly fromId: Id
  readonly toId: Id
  /** Role at the new owner that said yes. */
  readonly consentBy: string
  readonly reason: string
}

/** Aanspreken, ondersteunen or opschalen. */
export interface AgreementStep {
  readonly id: Id
  readonly on: IsoDate
  readonly kind: StepKind
  readonly text: string
  /** For an escalation: the rung of the ladder it went to. */
  readonly mandateId: Id | null
}

/** Afspraak, or the smaller actie. */
export interface Agreement {
  readonly id: Id
  readonly kind: (typeof AGREEMENT_KINDS)[number]
  readonly name: string
  readonly text: string
  /** Partner that answers for it; changes only by `changeOwner`. */
  readonly ownerId: Id
  /** Role at the owner, not a name. */
  readonly ownerRole: string
  readonly coOwnerIds: readonly Id[]
  readonly level: Level
  readonly steering: SteeringMode
  readonly role: MunicipalRole | null
  readonly subject: Subject
  readonly madeOn: IsoDate
  readonly due: IsoDate | null
  readonly status: (typeof AGREEMENT_STATES)[number]
  readonly settledOn: IsoDate | null
  /** How it ended, or why it was dropped. */
  readonly outcome: string
  /** What shows that it happened. */
  readonly evidence: readonly Dated[]
  /** Agreements that have to be done first; never round. */
  readonly dependsOn: readonly Id[]
  readonly ownerChanges: readonly OwnerChange[]
  readonly steps: readonly AgreementStep[]
  readonly sessionId: Id | null
  readonly links: readonly Link[]
}

/** Toezegging of one partner. */
export interface Commitment {
  readonly id: Id
  readonly partnerId: Id
  readonly name: string
  readonly kind: (typeof COMMITMENT_KINDS)[number]
  /** Places, hours a week, euros or people; null where no number was given. */
  readonly amount: number | null
  readonly madeOn: IsoDate
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly conditions: string
  readonly status: (typeof COMMITMENT_STATES)[number]
  readonly links: readonly Link[]
}

/** Who may decide what, up to which limit, until when, backed by whom. */
export interface Mandate {
  readonly id: Id
  readonly name: string
  readonly holderId: Id
  readonly holderRole: string
  readonly subject: Subject
  readonly level: Level
  /** Up to and including; null means: without a limit. */
  readonly limit: Amount | null
  /** Empty means: the whole region. */
  readonly municipalityIds: readonly Id[]
  readonly from: IsoDate
  readonly until: IsoDate | null
  /** Rugdekking: the bestuurder, as partner and role. */
  readonly backedById: Id | null
  readonly backedByRole: string
  /** Next rung of the ladder. */
  readonly escalatesToId: Id | null
  readonly note: string
}

/** A figure as it was when a decision was asked or taken. */
export interface DecisionFigure {
  readonly id: Id
  readonly label: string
  readonly value: string
  readonly referenceDate: IsoDate
}

/** Tegengeluid: stays beside the decision for good. */
export interface Dissent {
  readonly id: Id
  readonly on: IsoDate
  /** Null when it came from somebody who isn't a partner. */
  readonly partnerId: Id | null
  /** Who spoke, in words that stay when the partner goes. */
  readonly voice: string
  readonly text: string
}

export interface Decision {
  readonly id: Id
  readonly name: string
  readonly text: string
  readonly subject: Subject
  readonly level: Level
  readonly role: MunicipalRole | null
  readonly amount: Amount | null
  /** Empty means: the whole region. */
  readonly municipalityIds: readonly Id[]
  readonly askedOn: IsoDate
  readonly askedOfId: Id | null
  readonly status: DecisionState
  readonly settledOn: IsoDate | null
  /** Under which mandate it was taken. */
  readonly mandateId: Id | null
  /** Why it was taken while nobody had the mandate; empty when one was used. */
  readonly withoutMandate: string
  readonly reason: string
  /** Frozen when the decision is taken. */
  readonly figures: readonly DecisionFigure[]
  readonly dissent: readonly Dissent[]
  /** What became of it, line by line. */
  readonly outcomes: readonly Dated[]
  readonly dilemmaIds: readonly Id[]
  readonly sessionId: Id | null
  readonly reportId: Id | null
  readonly links: readonly Link[]
}

export interface DilemmaPosition {
  readonly id: Id
  readonly on: IsoDate
  /** From -100 (first pole) to 100 (second). */
  readonly at: number
  readonly why: string
}

/** Two poles that both stay true; there is no state in which it is solved. */
export interface Dilemma {
  readonly id: Id
  readonly name: string
  readonly firstPole: string
  readonly secondPole: string
  readonly text: string
  readonly positions: readonly DilemmaPosition[]
  readonly links: readonly Link[]
}

export interface RegieTables {
  agreements: Agreement
  commitments: Commitment
  mandates: Mandate
  decisions: Decision
  meetingTables: MeetingTable
  sessions: Session
  pictures: Picture
  dilemmas: Dilemma
  neighbourhoods: Neighbourhood
  lessons: Lesson
  roleMixes: RoleMix
  directionChecks: DirectionCheck
  celebrations: Celebration
  /** People, pseudonymous: rules and commands of their own in `domain/trajectories`. */
  trajectories: Trajectory
}
export type RegieTable = keyof RegieTables

export const REGIE_TABLES = [
  'agreements',
  'commitments',
  'mandates',
  'decisions',
  'meetingTables',
  'sessions',
  'pictures',
  'dilemmas',
  'neighbourhoods',
  'lessons',
  'roleMixes',
  'directionChecks',
  'celebrations',
  'trajectories',
] as const satisfies readonly RegieTable[]
