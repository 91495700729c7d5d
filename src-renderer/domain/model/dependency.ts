import type { Id } from './basics'
import type { Phase } from './values'

/** What a phase waits for: another project reaching a phase, or the closing decision of another project. */
export type DependencyTarget =
  | { readonly kind: 'phase'; readonly projectId: Id; readonly phase: Phase }
  | { readonly kind: 'decision'; readonly projectId: Id }

/** A phase of a project that can't start before something elsewhere has happened. */
export interface Dependency {
  readonly id: Id
  /** Phase of the project itself that is held. */
  readonly holds: Phase
  /** Always another project; dependencies between projects never go round. */
  readonly on: DependencyTarget
  /** Days between what is waited for and the first day of the phase held: whole, 0 or more. */
  readonly lagDays: number
  readonly note: string
}

/**
 * What partners have agreed before a project goes on (startpoort): a short text each, empty = not yet noted.
 * Which phase asks what: `planning/gate.ts`.
 */
export interface StartGate {
  /** Who does what. */
  readonly roles: string
  /** How partners work together. */
  readonly relations: string
  /** How they decide and solve trouble. */
  readonly procedures: string
  /** What was agreed with the neighbourhood about living together and upkeep (beheerplan). */
  readonly neighbourhoodPlan: string
  /** Who may decide, up to which limit, and who backs it. */
  readonly mandate: string
}

export const emptyGate: StartGate = {
  roles: '',
  relations: '',
  procedures: '',
  neighbourhoodPlan: '',
  mandate: '',
}
