import type { Id } from '../model/entities'

/** A change that no longer fits the live plan, in Dutch. */
export interface ScenarioConflict {
  readonly changeId: Id
  /** `gone`: what it is about no longer exists; `done`: the plan already is like this; `invalid`: not possible so. */
  readonly kind: 'gone' | 'done' | 'invalid'
  readonly message: string
}
