import { type Commit, NOTE_KINDS } from '../domain/history/patch'
import type { Moment } from './clock'
import type { CommitDetails, Submission } from './sessionTypes'

const NOTES: ReadonlySet<Commit['kind']> = new Set<Commit['kind']>(NOTE_KINDS)

/** Without a difference there is nothing to record, unless it tells what was done with the data. */
export const isEmpty = ({ kind, patches }: Submission): boolean => patches.length === 0 && !NOTES.has(kind)

/** The commit that something becomes, on top of a version; what is empty gets no number of its own. */
export function commitOf(
  what: Submission,
  { who, why = '', source = null }: Omit<CommitDetails, 'source'> & { source?: Commit['source'] },
  on: { readonly id: string; readonly version: number; readonly moment: Moment },
): Commit {
  const { kind, summary, patches, target = null } = what
  const sequence = on.version + (isEmpty(what) ? 0 : 1)
  return {
    ...{ id: on.id, sequence, at: on.moment.at, clock: on.moment.off },
    ...{ who, why, summary, kind, target, source, patches },
  }
}
