import { digestOf, itemsIn, portionsOf, sealPortions, toPortions } from './changes'
import { amendmentsIn, type StoreCore, walkPatches, writeRows } from './core'
import { StoreFailure } from './failure'
import { record } from './history'
import { chainBetween, type Head, nextEntry, NO_HEAD, type OpenedEntry, sealHead } from './journal'
import { compactedUpTo, tablesAt } from './past'
import type { Maintenance, StoredState } from './repository'
import { snapshotOf, type StoredPatch, tablesOf } from './tables'
import { isTouch, type Touch, touchOf } from './touches'

/**
 * Drops what commits up to `upTo` changed, and keeps what they were: their entries, with the digests. In their place
 * comes the whole programme as it was then, so that everything after it can still be worked out from the log alone.
 */
export async function compact(
  core: StoreCore,
  head: Head,
  upTo: number,
  entry: Maintenance,
  now: StoredState,
): Promise<{ head: Head; state: StoredState }> {
  const entries = await chainBetween(core.database, core.sealer, NO_HEAD, head)
  if (!Number.isInteger(upTo) || upTo <= compactedUpTo(entries) || upTo > head.sequence)
    throw new StoreFailure({ code: 'nothing-to-compact', message: 'Er is niets om op te ruimen.' })
  const touches = await touchesOf(core, entries, upTo)
  const then = await tablesAt(core, head, tablesOf(now.data), upTo)
  const portions = toPortions([...snapshotOf(then), ...touches])
  const details = { records: 0, floor: upTo, base: upTo, format: core.plan.current }
  const next = await nextEntry(
    core.sealer,
    head,
    { ...entry, kind: 'compaction', target: null, source: null },
    { ...details, digest: await digestOf(portions) },
  )
  // An earlier compaction is of no use any more: the programme that it holds is older than this one.
  const superseded = entries.filter((e) => e.kind === 'compaction').map((e) => e.sequence)
  await writeRows(core, head, {
    journal: next.row,
    partsFrom: upTo + 1,
    withoutParts: superseded,
    parts: await sealPortions(core.sealer, entry.sequence, portions),
    meta: [await sealHead(core.sealer, next.head)],
  })
  const done = { ...entry, kind: 'compaction' as const, target: null, records: 0, floor: upTo }
  return {
    head: next.head,
    state: { ...now, version: entry.sequence, history: record(now.history, done, null) },
  }
}

/** What the commits whose patches go touched, those of an earlier compaction included. */
async function touchesOf(core: StoreCore, entries: readonly OpenedEntry[], upTo: number): Promise<Touch[]> {
  const touches: Touch[] = []
  for (const { kind, sequence } of entries) {
    if (kind !== 'compaction') continue
    const items = itemsIn<StoredPatch | Touch>(await portionsOf(core.database, core.sealer, sequence))
    touches.push(...items.filter(isTouch))
  }
  const { amended } = await amendmentsIn(core, entries)
  const dropped = entries.filter((entry) => entry.sequence > compactedUpTo(entries) && entry.sequence <= upTo)
  await walkPatches(core, dropped, amended, (patches, { sequence }) => {
    touches.push(touchOf(sequence, patches))
  })
  return touches
}
