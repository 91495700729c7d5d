import { calledOf } from '../domain/model/called'
import type { Id } from '../domain/model/entities'
import { digestOf, itemsIn, portionsOf, sealPortions, toPortions } from './changes'
import { amendmentsIn, type DeletionItem, type StoreCore, writeRows } from './core'
import type { Bytes } from './crypto/bytes'
import type { JournalRow, PartRow } from './database'
import { damaged, StoreFailure } from './failure'
import { above, ERASED_WORDS, mapSummaries } from './history'
import {
  chainBetween,
  type Head,
  nextEntry,
  NO_HEAD,
  type OpenedEntry,
  sealHead,
  withoutWords,
} from './journal'
import { type Layout, planPages } from './layout'
import { bodyOf, manifestOf, sealManifest } from './manifest'
import { aliasFor, mentions, replaced } from './mentions'
import { sealPages } from './pages'
import { compactedUpTo } from './past'
import type { Maintenance, RecordRef, StoredState } from './repository'
import { removeReservesOf } from './reserves'
import { mark, programmeFrom, type RecordSet, type StoredPatch, type StoredTables, tablesOf } from './tables'
import { isTouch, refKey, type Touch } from './touches'
import { tableWords } from './words'

interface Erased {
  readonly head: Head
  readonly layout: Layout
  readonly manifest: Bytes | null
  readonly state: StoredState
}

/**
 * Deletes records for good: out of the programme, out of what the log kept of every commit, and out of the words of the
 * log. What is left of those commits gets a new digest, which the entry of the deletion holds; the chain stays as it is.
 */
export async function erase(
  core: StoreCore,
  head: Head,
  pages: {
    readonly layout: Layout
    readonly manifest: Bytes | null
    readonly changed: RecordSet
    readonly broken: boolean
  },
  refs: readonly RecordRef[],
  entry: Maintenance,
  now: StoredState,
): Promise<Erased> {
  const { sealer } = core
  const tables = tablesOf(now.data)
  refuseMentioned(tables, refs)
  const entries = await chainBetween(core.database, sealer, NO_HEAD, head)
  const names = namesOf(tables, refs)
  const patches = await withoutRecords(core, entries, refs, names)
  const words = await withoutTheirWords(core, entries, patches.touched, names)
  const { floor } = patches

  const items: DeletionItem[] = [
    ...[...patches.amended].map(([sequence, digest]) => ['amended', sequence, digest] as const),
    ...words.map((row) => ['erased', row.sequence] as const),
  ]
  const portions = toPortions(items)
  const next = await nextEntry(
    sealer,
    head,
    { ...entry, kind: 'deletion', target: null, source: null },
    { records: refs.length, floor, base: null, format: core.plan.current, digest: await digestOf(portions) },
  )
  const left = withoutRefs(tables, refs)
  const changed: RecordSet = new Map([...pages.changed].map(([table, ids]) => [table, new Set(ids)]))
  for (const { table, id } of refs) mark(changed, table, id)
  const plan = planPages(pages.layout, left, changed)
  const gone = new Set(words.map((row) => row.sequence))
  const history = mapSummaries(floor > 0 ? above(now.history, floor) : now.history, (step) =>
    gone.has(step.sequence) ? ERASED_WORDS : step.summary,
  )
  const meta = await sealManifest(
    sealer,
    manifestOf(plan.layout, core.plan.current, next.head, entry.at),
    history,
  )
  await writeRows(core, head, {
    journal: next.row,
    rewritten: words,
    withoutParts: [...patches.amended.keys()],
    parts: [...patches.rows, ...(await sealPortions(sealer, entry.sequence, portions))],
    pages: await sealPages(sealer, plan),
    removedPages: plan.removed,
    clearPages: pages.broken,
    over: pages.manifest,
    meta: [...meta, await sealHead(sealer, next.head)],
  })
  await removeReservesOf(core.id)
  const state: StoredState = { data: programmeFrom(left), version: entry.sequence, history }
  return { head: next.head, layout: plan.layout, manifest: bodyOf(meta), state }
}

function refuseMentioned(tables: StoredTables, refs: readonly RecordRef[]): void {
  const ids = new Set(refs.map(({ id }) => id))
  const own = new Set(refs.map(refKey))
  const found: string[] = []
  for (const [table, records] of tables)
    for (const record of records.values())
      if (!own.has(refKey({ table, id: record.id })) && mentions(record, ids)) found.push(table)
  if (found.length > 0)
    throw new StoreFailure({
      code: 'still-mentioned',
      message: `Dit kan nog niet voorgoed worden gewist: het wordt nog genoemd bij ${[...new Set(found)].map(tableWords).join(' en ')}. Haal het daar eerst weg.`,
    })
}

/** Ids, and the names that the records have now; those of before come from the patches. */
function namesOf(tables: StoredTables, refs: readonly RecordRef[]): Set<string> {
  const names = new Set<string>(refs.map(({ id }) => id))
  for (const { table, id } of refs) addName(names, tables.get(table)?.get(id) ?? null)
  return names
}

function addName(names: Set<string>, record: object | null): void {
  const name = calledOf(record)
  if (name !== null) names.add(name)
}

interface Rewritten {
  /** New digest by sequence. */
  readonly amended: Map<number, string>
  readonly rows: PartRow[]
  /** Commits that changed one of the records. */
  readonly touched: Set<number>
  /** The last commit that is not what it was any more, and so can't be taken back. */
  floor: number
}

async function withoutRecords(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  refs: readonly RecordRef[],
  names: Set<string>,
): Promise<Rewritten> {
  const gone = new Set(refs.map(refKey))
  const ids = new Set(refs.map(({ id }) => id))
  const aliases = aliasFor(ids)
  const result: Rewritten = { amended: new Map(), rows: [], touched: new Set(), floor: 0 }
  const { amended } = await amendmentsIn(core, entries)
  const dropped = compactedUpTo(entries)
  const patchWithout = (patch: StoredPatch, entry: OpenedEntry): StoredPatch | null => {
    if (!gone.has(refKey(patch))) return mentions(patch, ids) ? replaced(patch, aliases) : patch
    addName(names, patch.before)
    addName(names, patch.after)
    if (entry.base === null) result.touched.add(entry.sequence)
    return null
  }
  const touchWithout = (touch: Touch): Touch => {
    const records = touch.records.filter(([key]) => !gone.has(key))
    if (records.length === touch.records.length) return touch
    for (const [key, ...known] of touch.records) if (gone.has(key)) for (const name of known) names.add(name)
    result.touched.add(touch.touched)
    return { ...touch, records }
  }
  for (const entry of entries) {
    const older = entry.sequence <= dropped && entry.kind !== 'compaction'
    if (entry.kind === 'deletion' || older) continue
    const portions = await portionsOf(core.database, core.sealer, entry.sequence)
    if (portions.length === 0) continue
    if ((await digestOf(portions)) !== (amended.get(entry.sequence) ?? entry.digest))
      throw damaged(`de wijzigingen van regel ${String(entry.sequence)} van het logboek`)
    let different = false
    const kept = itemsIn<StoredPatch | Touch>(portions).flatMap((item) => {
      const left = isTouch(item) ? touchWithout(item) : patchWithout(item, entry)
      different ||= left !== item
      return left ?? []
    })
    if (!different) continue
    if (entry.base === null) result.floor = entry.sequence
    const left = toPortions(kept)
    result.amended.set(entry.sequence, await digestOf(left))
    result.rows.push(...(await sealPortions(core.sealer, entry.sequence, left)))
  }
  return result
}

/** Entries whose words could name a record: those that changed it, and those in which one of its names occurs. */
async function withoutTheirWords(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  touched: ReadonlySet<number>,
  names: ReadonlySet<string>,
): Promise<JournalRow[]> {
  // A name of one or two letters occurs everywhere: that one only counts where it is named on purpose.
  const signs = [...names].map((name) => (name.length < 3 ? `"${name}"` : name))
  const named = (text: string): boolean => signs.some((sign) => text.includes(sign))
  const wanted = entries.filter(
    (entry) =>
      !entry.erased &&
      ((touched.has(entry.sequence) && entry.kind !== 'import' && entry.kind !== 'restore') ||
        named(entry.summary) ||
        named(entry.why) ||
        named(entry.source?.fileName ?? '')),
  )
  const rows = await core.database.journal.bulkGet(wanted.map((entry) => entry.sequence))
  return Promise.all(rows.flatMap((row) => (row === undefined ? [] : [withoutWords(core.sealer, row)])))
}

function withoutRefs(tables: StoredTables, refs: readonly RecordRef[]): StoredTables {
  const left = new Map(tables)
  for (const { table, id } of refs) {
    const records = new Map<Id, { readonly id: Id }>(left.get(table))
    records.delete(id)
    left.set(table, records)
  }
  return left
}
