import type { Commit, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import { digestOf, patchesOf, sealPortions, toPortions } from './changes'
import { changesOf, type EntryChanges, touchedAfter, type TouchedRecords } from './changeReader'
import { compact } from './compaction'
import { newSealer, sealerOf, type StoreCore, writeRows } from './core'
import type { Bytes } from './crypto/bytes'
import type { Vault } from './crypto/vault'
import { lookAt, type MetaRow, openOrFail, programmeDatabase, ProgrammeDatabase } from './database'
import { conflict, programmeExists, programmeMissing } from './failure'
import { erase } from './erase'
import { emptyHistory, type History } from './history'
import { type Head, nextEntry, NO_HEAD, readEntry, sealHead } from './journal'
import { everything, type Layout, planPages } from './layout'
import { loadStore } from './load'
import { bodyOf, manifestOf, sealManifest } from './manifest'
import type { MigrationPlan } from './migrate'
import { migrateStore } from './migrateStore'
import { sealPages } from './pages'
import { tablesAt } from './past'
import type {
  LoadedProgramme,
  LogPage,
  LogRequest,
  Maintenance,
  ProgrammeRepository,
  RecordRef,
  StoredState,
} from './repository'
import {
  asPatches,
  mark,
  programmeFrom,
  type RecordSet,
  snapshotOf,
  type StoredTables,
  tablesOf,
} from './tables'
import { type ChainReport, verify, type VerifyOptions } from './verify'

/** Where the pages stand, and what has to be written to bring them up to date. */
interface Pages {
  layout: Layout
  /** The manifest as it is on disk; another one there means that somebody else writes this programme too. */
  manifest: Bytes | null
  changed: RecordSet
  behind: number
  /** What is on disk can't be used: it goes when new pages are written. */
  broken: boolean
}

const NO_PAGES: Omit<Pages, 'changed'> & { changed: RecordSet } = {
  layout: [],
  manifest: null,
  changed: new Map(),
  behind: 0,
  broken: false,
}

/** A programme in a database of its own, sealed with the key that the vault has for it. */
export class SealedRepository implements ProgrammeRepository {
  private head: Head = NO_HEAD
  private at = ''
  private pages: Pages = { ...NO_PAGES }
  private turn: Promise<unknown> = Promise.resolve()

  private constructor(private readonly core: StoreCore) {}

  get id(): Id {
    return this.core.id
  }
  get behind(): number {
    return this.pages.behind
  }

  /** Opens an existing programme. Refuses one from the future before anything touches it. */
  static async open(id: Id, vault: Vault, plan: MigrationPlan): Promise<SealedRepository> {
    const name = programmeDatabase(id)
    if ((await lookAt(name)) === 'absent') throw programmeMissing()
    const database = new ProgrammeDatabase(name)
    try {
      await openOrFail(database)
      return new SealedRepository({ id, database, sealer: await sealerOf(database, vault, id), plan })
    } catch (cause) {
      database.close()
      throw cause
    }
  }

  /** Makes the database of a new programme, with all its records and the first entry of its log, in one go. */
  static async create(
    id: Id,
    data: ProgrammeData,
    first: Omit<Commit, 'patches'>,
    vault: Vault,
    plan: MigrationPlan,
  ): Promise<SealedRepository> {
    const name = programmeDatabase(id)
    const found = await lookAt(name)
    const database = new ProgrammeDatabase(name)
    const { sealer, row } = await newSealer(vault, id)
    const repository = new SealedRepository({ id, database, sealer, plan })
    try {
      await openOrFail(database)
      // A database without any entry is one whose making was cut off: nothing is lost by filling it now.
      if ((await database.journal.count()) > 0) throw programmeExists()
      await repository.begin(tablesOf(data), first, row)
      return repository
    } catch (cause) {
      database.close()
      if (found === 'absent') await database.delete()
      throw cause
    }
  }

  private async begin(tables: StoredTables, first: Omit<Commit, 'patches'>, store: MetaRow): Promise<void> {
    const { core } = this
    const portions = toPortions(snapshotOf(tables))
    const format = core.plan.current
    const { row, head } = await nextEntry(core.sealer, NO_HEAD, first, {
      ...{ records: 0, floor: 0, base: 1, format },
      digest: await digestOf(portions),
    })
    const plan = planPages([], tables, everything(tables))
    const meta = await this.metaFor(plan.layout, head, first.at, emptyHistory)
    await writeRows(core, NO_HEAD, {
      journal: row,
      parts: await sealPortions(core.sealer, 1, portions),
      meta: [store, ...meta, await sealHead(core.sealer, head)],
      pages: await sealPages(core.sealer, plan),
      clearPages: true,
    })
    this.stand(head, first.at, {
      ...NO_PAGES,
      changed: new Map(),
      layout: plan.layout,
      manifest: bodyOf(meta),
    })
  }

  async load(): Promise<LoadedProgramme> {
    const { core } = this
    let store = await loadStore(core)
    if (store.format < core.plan.current) store = await migrateStore(core, store)
    const { layout, changed, behind, manifest } = store
    this.stand(store.head, store.at, { layout, changed, behind, manifest, broken: store.rebuilt })
    return {
      data: programmeFrom(store.tables),
      version: store.head.sequence,
      savedAt: store.at,
      history: store.history,
      warnings: store.warnings,
    }
  }

  async append(commit: Commit): Promise<void> {
    const { core } = this
    if (commit.sequence !== this.head.sequence + 1) throw conflict()
    const portions = toPortions(commit.patches)
    const digest = await digestOf(portions)
    const details = {
      records: commit.patches.length,
      floor: 0,
      base: null,
      format: core.plan.current,
      digest,
    }
    const { row, head } = await nextEntry(core.sealer, this.head, commit, details)
    const [parts, meta] = await Promise.all([
      sealPortions(core.sealer, commit.sequence, portions),
      sealHead(core.sealer, head),
    ])
    await writeRows(core, this.head, { journal: row, parts, meta: [meta] })
    this.head = head
    this.at = commit.at
    this.pages.behind += 1
    for (const { table, id } of commit.patches) mark(this.pages.changed, table, id)
  }

  async patchesOf(sequence: number): Promise<readonly Patch[]> {
    const { database, sealer } = this.core
    const row = await database.journal.get(sequence)
    if (row === undefined) throw conflict()
    const { digest } = await readEntry(sealer, row)
    return asPatches(await patchesOf(database, sealer, sequence, digest))
  }

  async log({ page, pageSize }: LogRequest): Promise<LogPage> {
    const { journal } = this.core.database
    // Sequences have no gaps, so a page is a range of keys: the last page is as quick as the first.
    const total = this.head.sequence
    const newest = total - page * pageSize
    if (newest < 1) return { entries: [], total, page, pageSize }
    const oldest = Math.max(1, newest - pageSize + 1)
    const rows = await journal.where(':id').between(oldest, newest, true, true).reverse().toArray()
    const entries = await Promise.all(rows.map((row) => readEntry(this.core.sealer, row)))
    return { entries, total, page, pageSize }
  }

  changesOf(sequence: number): Promise<EntryChanges> {
    return this.inTurn(() => changesOf(this.core, this.head, sequence))
  }

  touchedAfter(sequence: number): Promise<TouchedRecords> {
    return this.inTurn(() => touchedAfter(this.core, this.head, sequence))
  }

  checkpoint(state: StoredState): Promise<void> {
    return this.inTurn(() => this.writePages(state))
  }

  private async writePages({ data, version, history }: StoredState): Promise<void> {
    const { core, head, at, pages } = this
    // A commit got in between: it will be in the next one.
    if (version !== head.sequence || (pages.behind === 0 && !pages.broken)) return
    const plan = planPages(pages.layout, tablesOf(data), pages.changed)
    this.pages = { ...pages, changed: new Map(), behind: 0 }
    const meta = await this.metaFor(plan.layout, head, at, history)
    try {
      await writeRows(core, null, {
        pages: await sealPages(core.sealer, plan),
        removedPages: plan.removed,
        clearPages: pages.broken,
        over: pages.manifest,
        meta,
      })
    } catch (cause) {
      for (const [table, ids] of pages.changed) for (const id of ids) mark(this.pages.changed, table, id)
      this.pages.behind += pages.behind
      throw cause
    }
    this.pages.layout = plan.layout
    this.pages.manifest = bodyOf(meta)
    this.pages.broken = false
  }

  dataAt(sequence: number, now: StoredState): Promise<ProgrammeData> {
    return this.inTurn(async () =>
      programmeFrom(await tablesAt(this.core, this.head, tablesOf(now.data), sequence)),
    )
  }

  verify(options: VerifyOptions): Promise<ChainReport> {
    return this.inTurn(() => verify(this.core, options))
  }

  compact(upTo: number, entry: Maintenance, now: StoredState): Promise<StoredState> {
    return this.inTurn(async () => {
      // The pages must not be older than what is dropped: they couldn't be brought up to date any more.
      await this.writePages(now)
      const done = await compact(this.core, this.head, upTo, entry, now)
      this.head = done.head
      this.at = entry.at
      this.pages.behind += 1
      return done.state
    })
  }

  erase(refs: readonly RecordRef[], entry: Maintenance, now: StoredState): Promise<StoredState> {
    return this.inTurn(async () => {
      const done = await erase(this.core, this.head, this.pages, refs, entry, now)
      const { layout, manifest } = done
      this.stand(done.head, entry.at, { ...NO_PAGES, changed: new Map(), layout, manifest })
      return done.state
    })
  }

  close(): void {
    this.core.database.close()
  }

  private stand(head: Head, at: string, pages: Pages): void {
    this.head = head
    this.at = at
    this.pages = pages
  }

  private metaFor(layout: Layout, head: Head, at: string, history: History): ReturnType<typeof sealManifest> {
    const { sealer, plan } = this.core
    return sealManifest(sealer, manifestOf(layout, plan.current, head, at), history)
  }

  /** Work on pages and on the past of the log goes one at a time. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work)
    this.turn = result.catch(() => undefined)
    return result
  }
}
