import type { Commit, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'

/** What a log page shows of a commit, without the patches, which may be large. */
export interface LogEntry extends Omit<Commit, 'patches'> {
  /** How many records the commit touched. */
  readonly records: number
  /** Digest of its patches; stays when they are gone. */
  readonly digest: string
  /** Hash of the entry before, and of this one: the chain. */
  readonly previous: string
  readonly hash: string
  /** Its description was deleted for good, together with a record that it named. */
  readonly erased: boolean
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

/** What stands in the log where a description was deleted together with what it named. */
export const ERASED_WORDS = 'omschrijving gewist'

/** More steps than this are not kept between sessions; older commits can still be gone back to from the log. */
const KEPT_STEPS = 10_000

type HistoryEntry = Pick<LogEntry, 'id' | 'sequence' | 'kind' | 'target' | 'summary' | 'records'> & {
  readonly floor: number
}

/** The stacks after one more commit. A new change makes that what was undone can't be redone. */
export function record(history: History, entry: HistoryEntry, patches: readonly Patch[] | null): History {
  if (entry.floor > 0) return above(history, entry.floor)
  if (entry.kind === 'undo') {
    if (history.undo?.top.id !== entry.target) return history
    return { undo: history.undo.rest, redo: { top: history.undo.top, rest: history.redo } }
  }
  if (entry.kind === 'redo') {
    if (history.redo?.top.id !== entry.target) return history
    return { undo: { top: history.redo.top, rest: history.undo }, redo: history.redo.rest }
  }
  if (entry.kind !== 'change' && entry.kind !== 'import' && entry.kind !== 'restore') return history
  if (entry.records === 0) return history
  const top: UndoStep = { id: entry.id, sequence: entry.sequence, summary: entry.summary, patches }
  return { undo: { top, rest: history.undo }, redo: null }
}

/** Only what was done after `floor` can be taken back or done again. */
export function above(history: History, floor: number): History {
  const keep = (stack: Stack | null): UndoStep[] => {
    const steps: UndoStep[] = []
    for (let at = stack; at !== null && at.top.sequence > floor; at = at.rest) steps.push(at.top)
    return steps.reverse()
  }
  return { undo: stackOf(keep(history.undo)), redo: stackOf(keep(history.redo)) }
}

/** The same steps with other words, and without patches in memory. */
export function mapSummaries(history: History, words: (step: UndoStep) => string): History {
  const steps = (stack: Stack | null): UndoStep[] => {
    const list: UndoStep[] = []
    for (let at = stack; at !== null; at = at.rest)
      list.push({ ...at.top, summary: words(at.top), patches: null })
    return list.reverse()
  }
  return { undo: stackOf(steps(history.undo)), redo: stackOf(steps(history.redo)) }
}

/** The last of the list is the top. */
function stackOf(steps: readonly UndoStep[]): Stack | null {
  let stack: Stack | null = null
  for (const top of steps) stack = { top, rest: stack }
  return stack
}

/** As it is kept: per step its sequence, id and summary, the top last. */
export interface KeptHistory {
  readonly undo: readonly KeptStep[]
  readonly redo: readonly KeptStep[]
}
type KeptStep = readonly [number, Id, string]

export function keptHistory(history: History): KeptHistory {
  const steps = (stack: Stack | null): KeptStep[] => {
    const kept: KeptStep[] = []
    for (let at = stack; at !== null && kept.length < KEPT_STEPS; at = at.rest)
      kept.push([at.top.sequence, at.top.id, at.top.summary])
    return kept.reverse()
  }
  return { undo: steps(history.undo), redo: steps(history.redo) }
}

export function historyFrom(kept: KeptHistory): History {
  const steps = (list: readonly KeptStep[]): Stack | null =>
    stackOf(list.map(([sequence, id, summary]) => ({ sequence, id, summary, patches: null })))
  return { undo: steps(kept.undo), redo: steps(kept.redo) }
}

/** The stacks from the whole log, oldest first. */
export function historyOf(entries: Iterable<HistoryEntry>): History {
  let history = emptyHistory
  for (const entry of entries) history = record(history, entry, null)
  return history
}
