import type { Commit, NoteKind, Patch, Source } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { DomainError } from '../domain/result'
import type { StoredState } from './repository'

export interface CommitDetails {
  readonly who: string
  readonly why?: string
  /** The file that a change came from, or that something was written to. */
  readonly source?: Source
}

export interface ReplaceDetails extends CommitDetails {
  /** Where the new content comes from: a file, or a backup. */
  readonly kind?: 'import' | 'restore'
}

/** An entry of the log that changes nothing: something was exported, printed or backed up. */
export interface Note {
  readonly kind: NoteKind
  readonly summary: string
}

/** Clock, ids and idle time, passed in so that tests decide them. */
export interface SessionEnvironment {
  newId(): Id
  /** ISO 8601 in UTC. */
  now(): string
  /** Does something when there is time for it; gives what cancels it. Without it nothing happens by itself. */
  later?(work: () => void): () => void
}

export const realEnvironment: SessionEnvironment = {
  newId: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
  later: whenIdle,
}

/** All that views need to know; replaced as a whole, never changed. */
export type SessionState = StoredState

/** What happened to a session, for whoever watches it. */
export interface SessionEvent {
  /** Set when commits that were already on screen couldn't be stored, and have been taken back. */
  readonly failure: DomainError | null
  /** A Dutch sentence that the person should see, such as that the clock of the computer is behind. */
  readonly warning: string | null
}

/** One commit on its way. */
export interface Submission {
  readonly kind: Commit['kind']
  readonly summary: string
  readonly patches: readonly Patch[]
  readonly target?: Id
  /** For undo and redo: the patches of the commit that is turned back or done again. */
  readonly original?: readonly Patch[]
}

/** After a few seconds of rest, when the window has nothing else to do. */
function whenIdle(work: () => void): () => void {
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 10_000 })
    else work()
  }, 5_000)
  return () => {
    clearTimeout(timer)
  }
}
