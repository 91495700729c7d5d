import type { Patch } from '../domain/history/patch'
import { digestOf, itemsIn, portionsOf } from './changes'
import { amendmentsIn, type StoreCore, walkPatches } from './core'
import { damaged, StoreFailure } from './failure'
import { checkEntry, type Head, type OpenedEntry } from './journal'
import { compactedUpTo } from './past'
import { fewAtATime } from './sealer'
import { asPatches, changesData, type RecordRef, type StoredPatch } from './tables'

/**
 * What an entry changed. `amended`: part of it was deleted for good. `compacted`: dropped, only the proof is left.
 * `none`: the entry changes no records.
 */
export interface EntryChanges {
  readonly state: 'whole' | 'amended' | 'compacted' | 'none'
  readonly patches: readonly Patch[]
}

/** Which records each entry touched, for a range of the log. */
export interface TouchedRecords {
  /** By sequence. An entry whose changes were dropped isn't in here. */
  readonly bySequence: ReadonlyMap<number, readonly RecordRef[]>
  /** Up to here the changes were dropped. */
  readonly compactedUpTo: number
}

const AT_A_TIME = 250

/** What one entry changed, checked against what the log says it is. */
export async function changesOf(core: StoreCore, head: Head, sequence: number): Promise<EntryChanges> {
  const later = await entriesFrom(core, head, sequence)
  const [entry] = later
  if (entry?.sequence !== sequence)
    throw new StoreFailure({ code: 'no-such-entry', message: 'Deze regel staat niet in het logboek.' })
  if (entry.kind !== 'start' && (!changesData(entry.kind) || entry.records === 0))
    return { state: 'none', patches: [] }
  if (compactedUpTo(later) >= sequence) return { state: 'compacted', patches: [] }
  const { amended } = await amendmentsIn(core, later)
  const portions = await portionsOf(core.database, core.sealer, sequence)
  const patches = await checked(portions, amended.get(sequence) ?? entry.digest, sequence)
  return { state: amended.has(sequence) ? 'amended' : 'whole', patches: asPatches(patches) }
}

/** Which records the entries after `after` touched; the first entry, which holds a whole programme, is passed over. */
export async function touchedAfter(core: StoreCore, head: Head, after: number): Promise<TouchedRecords> {
  const entries = await entriesFrom(core, head, after + 1)
  const upTo = compactedUpTo(entries)
  const { amended } = await amendmentsIn(core, entries)
  const bySequence = new Map<number, readonly RecordRef[]>()
  const left = entries.filter((entry) => entry.sequence > upTo)
  await walkPatches(core, left, amended, (patches, { sequence }) => {
    bySequence.set(
      sequence,
      patches.map(({ table, id }) => ({ table, id })),
    )
  })
  return { bySequence, compactedUpTo: upTo }
}

async function entriesFrom(core: StoreCore, head: Head, from: number): Promise<OpenedEntry[]> {
  const entries: OpenedEntry[] = []
  for (let first = Math.max(1, from); first <= head.sequence; first += AT_A_TIME) {
    const last = Math.min(head.sequence, first + AT_A_TIME - 1)
    const rows = await core.database.journal.where('sequence').between(first, last, true, true).toArray()
    entries.push(...(await fewAtATime(rows, (row) => checkEntry(core.sealer, row))))
  }
  return entries
}

async function checked(
  portions: Awaited<ReturnType<typeof portionsOf>>,
  digest: string,
  sequence: number,
): Promise<StoredPatch[]> {
  if ((await digestOf(portions)) !== digest)
    throw damaged(`de wijzigingen van regel ${String(sequence)} van het logboek`)
  return itemsIn<StoredPatch>(portions)
}
