import type { Id } from '../domain/model/entities'
import { digestOf, itemsIn, openPart, portionsOf } from './changes'
import { type Bytes, fromUtf8, sameBytes, toUtf8 } from './crypto/bytes'
import type { Vault } from './crypto/vault'
import type { JournalRow, MetaRow, PageRow, PartRow } from './database'
import type { ProgrammeDatabase } from './database'
import { conflict, damaged } from './failure'
import type { Head, OpenedEntry } from './journal'
import type { MigrationPlan } from './migrate'
import { fewAtATime, Sealer, stamp } from './sealer'
import { changesData, type StoredPatch } from './tables'

/** What everything that reads or writes one programme needs. */
export interface StoreCore {
  readonly id: Id
  readonly database: ProgrammeDatabase
  readonly sealer: Sealer
  readonly plan: MigrationPlan
}

const keyOf = (vault: Vault, id: Id): Promise<CryptoKey> => vault.keyFor(`programme/${id}`)

/** A sealer for a database that is about to be made. */
export async function newSealer(vault: Vault, id: Id): Promise<{ sealer: Sealer; row: MetaRow }> {
  const store = stamp()
  return { sealer: new Sealer(await keyOf(vault, id), store), row: { id: 'store', body: toUtf8(store) } }
}

export async function sealerOf(database: ProgrammeDatabase, vault: Vault, id: Id): Promise<Sealer> {
  const row = await database.meta.get('store')
  if (row === undefined) throw damaged('het kenmerk van de opslag ontbreekt')
  return new Sealer(await keyOf(vault, id), fromUtf8(row.body))
}

/** Rows to write; all of them or none. */
export interface Writing {
  readonly journal?: JournalRow
  readonly parts?: readonly PartRow[]
  readonly meta: readonly MetaRow[]
  readonly pages?: readonly PageRow[]
  readonly removedPages?: readonly [number, number][]
  /** The manifest that has to be there still, sealed as it was; null when it doesn't matter. */
  readonly over?: Bytes | null
  /** All pages go, before new ones are put. */
  readonly clearPages?: boolean
  /** Entries that lost their words. */
  readonly rewritten?: readonly JournalRow[]
  /** Commits whose portions go, before new ones are put. */
  readonly withoutParts?: readonly number[]
  /** Commits before this one lose their portions too. */
  readonly partsFrom?: number
}

/**
 * One transaction, flushed to disk. Everything was sealed before: in a transaction nothing else can be waited for.
 * @param after the entry that has to be the last one; null when the log isn't written to
 */
export async function writeRows({ database }: StoreCore, after: Head | null, rows: Writing): Promise<void> {
  const { journal, parts = [], meta, pages = [], removedPages = [], rewritten = [], withoutParts = [] } = rows
  const touched = ['meta']
  if (after !== null) touched.push('journal', 'changes')
  if (pages.length > 0 || removedPages.length > 0 || rows.clearPages === true) touched.push('pages')
  await database.transaction('rw', touched, async () => {
    if (after !== null) {
      const last = Number((await database.journal.orderBy(':id').lastKey()) ?? 0)
      if (last !== after.sequence) throw conflict()
      if (rows.partsFrom !== undefined)
        await database.changes.where('[sequence+part]').below([rows.partsFrom, 0]).delete()
      for (const sequence of withoutParts)
        await database.changes.where('[sequence+part]').between([sequence, 0], [sequence, Infinity]).delete()
      if (rewritten.length > 0) await database.journal.bulkPut([...rewritten])
      if (journal !== undefined) await database.journal.add(journal)
      if (parts.length > 0) await database.changes.bulkAdd([...parts])
    }
    const { over = null } = rows
    // Somebody else wrote newer pages over those that these build on.
    if (over !== null && !sameBytes(over, (await database.meta.get('manifest'))?.body ?? new Uint8Array()))
      throw conflict()
    if (rows.clearPages === true) await database.pages.clear()
    if (removedPages.length > 0) await database.pages.bulkDelete([...removedPages])
    if (pages.length > 0) await database.pages.bulkPut([...pages])
    await database.meta.bulkPut([...meta])
  })
}

const COMMITS_AT_A_TIME = 200

/**
 * Gives the patches of entries in the order of the list, each checked against its digest. Entries that change nothing are
 * passed over.
 * @param amended digests of portions that were written anew when records were deleted for good
 */
export async function walkPatches(
  core: StoreCore,
  entries: readonly OpenedEntry[],
  amended: ReadonlyMap<number, string>,
  visit: (patches: StoredPatch[], entry: OpenedEntry) => void,
): Promise<void> {
  const changing = entries.filter((entry) => changesData(entry.kind) && entry.records > 0)
  for (let from = 0; from < changing.length; from += COMMITS_AT_A_TIME) {
    const some = changing.slice(from, from + COMMITS_AT_A_TIME)
    const portions = await portionsOfMany(core, some)
    for (const entry of some) {
      const own = portions.get(entry.sequence) ?? []
      if ((await digestOf(own)) !== (amended.get(entry.sequence) ?? entry.digest))
        throw damaged(`de wijzigingen van regel ${String(entry.sequence)} van het logboek`)
      visit(itemsIn<StoredPatch>(own), entry)
    }
  }
}

async function portionsOfMany(
  { database, sealer }: StoreCore,
  entries: readonly OpenedEntry[],
): Promise<Map<number, Bytes[]>> {
  const sequences = entries.map(({ sequence }) => sequence)
  const range = [[Math.min(...sequences), 0] as const, [Math.max(...sequences), Infinity] as const] as const
  const rows = await database.changes.where('[sequence+part]').between(range[0], range[1]).toArray()
  const wanted = new Set(sequences)
  const portions = new Map<number, Bytes[]>()
  const mine = rows.filter((row) => wanted.has(row.sequence))
  const opened = await fewAtATime(mine, (row) => openPart(sealer, row))
  mine.forEach((row, index) => {
    const list = portions.get(row.sequence) ?? []
    portions.set(row.sequence, [...list, opened[index] ?? new Uint8Array()])
  })
  return portions
}

/** What a deletion for good says of earlier commits: the digest of what is left of them, or that their words are gone. */
export type DeletionItem = readonly ['amended', number, string] | readonly ['erased', number]

/** Digests that hold instead of those in the log, because records were deleted for good. */
export async function amendmentsIn(
  { database, sealer }: StoreCore,
  entries: readonly OpenedEntry[],
): Promise<{ amended: Map<number, string>; erased: Set<number> }> {
  const amended = new Map<number, string>()
  const erased = new Set<number>()
  for (const entry of entries) {
    if (entry.kind !== 'deletion') continue
    const portions = await portionsOf(database, sealer, entry.sequence)
    for (const item of itemsIn<DeletionItem>(portions)) {
      if (item[0] === 'amended') amended.set(item[1], item[2])
      else erased.add(item[1])
    }
  }
  return { amended, erased }
}
