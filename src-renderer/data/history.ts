import type { Commit, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'

/** What a log page shows of a commit, without the patches, which may be large. */
export interface LogEntry extends Omit<Commit, 'patches'> {
  /** How many records the commit touched. */
  readonly records: number
}

/** A change that can be taken back (or done again). Its patches are at hand when it was made in this session. */
export interface UndoStep {
  readonly id: Id
  readonly sequence: number
  readonly summary: string
  readonly patches: readonly Patch[] | null
}

/** A stack that shares its tail, so that keeping the state after every commit costs nothing. */
export interface Stack {
  readonly top: UndoStep
  readonly rest: Stack | null
}

/** The undo and redo stacks: nothing but a summary of the log, so they are the same after a restart. */
export interface History {
  readonly undo: Stack | null
  readonly redo: Stack | null
}

export const emptyHistory: History = { undo: null, redo: null }

type HistoryEntry = Pick<LogEntry, 'id' | 'sequence' | 'kind' | 'target' | 'summary' | 'records'>

/** The stacks after one more commit. A new change makes that what was undone can't be redone. */
export function record(history: History, entry: HistoryEntry, patches: readonly Patch[] | null): History {
  if (entry.kind === 'change') {
    // The first entry of a programme changes nothing: there is nothing before it to go back to.
    if (entry.records === 0) return history
    const top: UndoStep = { id: entry.id, sequence: entry.sequence, summary: entry.summary, patches }
    return { undo: { top, rest: history.undo }, redo: null }
  }
  if (entry.kind === 'undo') {
    if (history.undo?.top.id !== entry.target) return history
    return { undo: history.undo.rest, redo: { top: history.undo.top, rest: history.redo } }
  }
  if (history.redo?.top.id !== entry.target) return history
  return { undo: { top: history.redo.top, rest: history.undo }, redo: history.redo.rest }
}

/** The stacks from the log, oldest first. Entries up to `floor` are too old to take back (see migrate.ts). */
export function historyOf(entries: Iterable<HistoryEntry>, floor: number): History {
  let history = emptyHistory
  for (const entry of entries) if (entry.sequence > floor) history = record(history, entry, null)
  return history
}
