import type { Id, IsoDate } from '../model/basics'
import type {
  CARRYING_LEVELS,
  DIRECTION_ANSWERS,
  DIRECTION_VERDICTS,
  DirectionQuestion,
  LESSON_OUTCOMES,
  MunicipalRole,
  SIGNAL_KINDS,
} from './codes'
import type { Dated, Link } from './link'

export interface Signal {
  readonly id: Id
  readonly on: IsoDate
  readonly kind: (typeof SIGNAL_KINDS)[number]
  readonly text: string
  readonly followUp: string
  readonly followedOn: IsoDate | null
}

export interface Carrying {
  readonly id: Id
  readonly on: IsoDate
  readonly level: (typeof CARRYING_LEVELS)[number]
  readonly why: string
}

/** The care for one neighbourhood. No people in it. */
export interface Neighbourhood {
  readonly id: Id
  readonly name: string
  readonly municipalityId: Id
  readonly projectIds: readonly Id[]
  readonly contactRole: string
  readonly plan: string
  /** With residents. */
  readonly agreements: readonly Dated[]
  readonly signals: readonly Signal[]
  readonly carrying: readonly Carrying[]
  readonly links: readonly Link[]
}

export interface Lesson {
  readonly id: Id
  readonly name: string
  readonly on: IsoDate
  readonly observation: string
  readonly outcome: (typeof LESSON_OUTCOMES)[number]
  /** What is done differently because of it. */
  readonly change: string
  /** Types it holds for; empty means: the linked projects only. */
  readonly typeIds: readonly Id[]
  readonly sessionId: Id | null
  readonly links: readonly Link[]
}

/** Roles of one municipality on a day, in hundredths that add up to 100: a question to talk about. */
export interface RoleMix {
  readonly id: Id
  readonly municipalityId: Id
  readonly on: IsoDate
  readonly shares: Readonly<Record<MunicipalRole, number>>
  readonly why: string
}

/** Regie nodig? */
export interface DirectionCheck {
  readonly id: Id
  readonly name: string
  readonly on: IsoDate
  readonly projectId: Id | null
  readonly answers: readonly {
    readonly id: DirectionQuestion
    readonly answer: (typeof DIRECTION_ANSWERS)[number]
    readonly note: string
  }[]
  readonly verdict: (typeof DIRECTION_VERDICTS)[number]
  readonly outcome: string
  readonly links: readonly Link[]
}

/** A milestone small enough to celebrate, with the appreciation that reaches the report. */
export interface Celebration {
  readonly id: Id
  readonly name: string
  readonly date: IsoDate
  readonly celebratedOn: IsoDate | null
  readonly appreciation: string
  readonly partnerIds: readonly Id[]
  readonly links: readonly Link[]
}
