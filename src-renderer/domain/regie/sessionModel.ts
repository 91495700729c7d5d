import type { Id, IsoDate } from '../model/basics'
import type { Level, LINE_KINDS, PICTURE_TYPES, SESSION_KINDS } from './codes'
import type { Link } from './link'

/** Tafel: where partners meet. */
export interface MeetingTable {
  readonly id: Id
  readonly name: string
  readonly purpose: string
  readonly level: Level
  readonly partnerIds: readonly Id[]
  readonly rhythm: string
  readonly retired: boolean
}

export interface AgendaItem {
  readonly id: Id
  readonly text: string
  readonly link: Link | null
}

export interface MinutesLine {
  readonly id: Id
  readonly kind: (typeof LINE_KINDS)[number]
  readonly text: string
  /** The record that the line became. */
  readonly link: Link | null
}

/** Creatieve sessie: a case apart from tasks and powers, why-questions from outside, ideas, solution. */
export interface CreativePart {
  readonly caseText: string
  readonly fictitious: boolean
  readonly whyQuestions: string
  readonly ideas: string
  readonly solution: string
}

export interface Session {
  readonly id: Id
  readonly tableId: Id
  readonly name: string
  readonly kind: (typeof SESSION_KINDS)[number]
  readonly date: IsoDate
  /** The members of the table when the session was planned. */
  readonly invitedIds: readonly Id[]
  readonly presentIds: readonly Id[]
  /** False while it is only planned: nobody is absent yet. */
  readonly held: boolean
  readonly agenda: readonly AgendaItem[]
  readonly minutes: readonly MinutesLine[]
  readonly creative: CreativePart | null
  readonly result: string
  /** Bijvangst. */
  readonly sideBenefits: string
}

/** A picture of a session (graphic recording), without what the camera wrote in it. */
export interface Picture {
  readonly id: Id
  readonly sessionId: Id
  readonly name: string
  readonly type: (typeof PICTURE_TYPES)[number]
  readonly width: number
  readonly height: number
  /** Base64 of a re-encoded image. */
  readonly content: string
}
