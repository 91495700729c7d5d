import { sameContent } from '../domain/commands/patches'
import { type Commit, type Patch, applyPatches } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import {
  emptyProgrammeData,
  type ProgrammeData,
  TABLE_NAMES,
  type TableName,
} from '../domain/model/programmeData'
import { inPortions, readAll } from './chunks'
import type { RecordCodec } from './codec'
import { lookAt, openOrFail, programmeDatabase, ProgrammeDatabase, type SealedEntry } from './database'
import { conflict, damaged, programmeExists, programmeMissing } from './failure'
import { historyOf, type LogEntry } from './history'
import { bringUpToDate, FORMAT_KEY, type FormatMeta, type MigrationPlan } from './migrate'
import { netPatches } from './net'
import type { LoadedProgramme, LogPage, LogRequest, ProgrammeRepository } from './repository'

/** A programme in a Dexie database of its own. */
export class DexieRepository implements ProgrammeRepository {
  private constructor(
    readonly id: Id,
    private readonly database: ProgrammeDatabase,
    private readonly codec: RecordCodec,
    private readonly format: FormatMeta,
  ) {}

  /** Opens an existing programme. Refuses one from the future before anything touches it. */
  static async open(id: Id, codec: RecordCodec, plan: MigrationPlan): Promise<DexieRepository> {
    const name = programmeDatabase(id)
    if ((await lookAt(name)) === 'absent') throw programmeMissing()
    const database = new ProgrammeDatabase(name)
    try {
      await openOrFail(database)
      const format = await bringUpToDate(database, id, codec, plan)
      return new DexieRepository(id, database, codec, format)
    } catch (cause) {
      database.close()
      throw cause
    }
  }

  /** Makes the database of a new programme, with all its records and the first entry of its log, in one go. */
  static async create(
    id: Id,
    data: ProgrammeData,
    first: Commit,
    codec: RecordCodec,
    plan: MigrationPlan,
  ): Promise<DexieRepository> {
    const name = programmeDatabase(id)
    const found = await lookAt(name)
    const database = new ProgrammeDatabase(name)
    const format: FormatMeta = { formatVersion: plan.current, historyFloor: 0 }
    const repository = new DexieRepository(id, database, codec, format)
    try {
      await openOrFail(database)
      await database.transaction('rw', database.tables, async () => {
        // A database without any entry is one whose making was cut off: nothing is lost by filling it now.
        if ((await database.log.count()) > 0) throw programmeExists()
        for (const table of TABLE_NAMES)
          await inPortions([...data[table].values()], (portion) =>
            database
              .records(table)
              .bulkAdd(portion.map((value) => ({ id: value.id, body: codec.seal(table, value.id, value) }))),
          )
        await repository.addEntry(first)
        await database.meta.put({ id: FORMAT_KEY, body: codec.seal('meta', FORMAT_KEY, format) })
      })
      return repository
    } catch (cause) {
      database.close()
      if (found === 'absent') await database.delete()
      throw cause
    }
  }

  async load(): Promise<LoadedProgramme> {
    const { database, codec } = this
    const [tables, rows] = await database.transaction('r', database.tables, async () => [
      await Promise.all(
        TABLE_NAMES.map(async (name) => [name, await readAll(database.records(name))] as const),
      ),
      await database.log.toArray(),
    ])
    const patches = tables.flatMap(([name, records]) =>
      records.map((row) => storedPatch(name, row.id, codec.open(name, row.id, row.body))),
    )
    const entries = rows.map((row) => this.entryOf(row))
    const last = entries.at(-1)
    if (last === undefined) throw programmeMissing()
    return {
      data: applyPatches(emptyProgrammeData(), patches),
      sequence: last.sequence,
      savedAt: last.at,
      history: historyOf(entries, this.format.historyFloor),
    }
  }

  async append(commit: Commit): Promise<void> {
    const { database, codec } = this
    const changes = netPatches(commit.patches)
    const tables = [...changes.keys()]
    await database.transaction('rw', [...tables, 'log', 'changes'], async () => {
      const last = Number((await database.log.orderBy(':id').lastKey()) ?? 0)
      if (commit.sequence !== last + 1) throw conflict()
      for (const [name, patches] of changes) {
        const records = database.records(name)
        await inPortions(patches, async (portion) => {
          const stored = await records.bulkGet(portion.map((patch) => patch.id))
          portion.forEach((patch, index) => {
            const row = stored[index]
            const before = row === undefined ? null : codec.open(name, row.id, row.body)
            if (!sameContent(before, patch.before)) throw conflict()
          })
          const removed = portion.filter((patch) => patch.after === null).map((patch) => patch.id)
          if (removed.length > 0) await records.bulkDelete(removed)
          const put = portion
            .filter((patch) => patch.after !== null)
            .map((patch) => ({ id: patch.id, body: codec.seal(name, patch.id, patch.after) }))
          if (put.length > 0) await records.bulkPut(put)
        })
      }
      await this.addEntry(commit)
    })
  }

  async patchesOf(sequence: number): Promise<readonly Patch[]> {
    const rows = await this.database.changes.where('sequence').equals(sequence).toArray()
    if (rows.length === 0) throw damaged()
    return rows.flatMap((row) => this.codec.open('changes', partKey(row), row.body) as readonly Patch[])
  }

  async log({ page, pageSize }: LogRequest): Promise<LogPage> {
    const { log } = this.database
    // Sequences have no gaps, so a page is a range of keys: the last page is as quick as the first.
    const total = Number((await log.orderBy(':id').lastKey()) ?? 0)
    const newest = total - page * pageSize
    if (newest < 1) return { entries: [], total, page, pageSize }
    const oldest = Math.max(1, newest - pageSize + 1)
    const rows = await log.where(':id').between(oldest, newest, true, true).reverse().toArray()
    return { entries: rows.map((row) => this.entryOf(row)), total, page, pageSize }
  }

  close(): void {
    this.database.close()
  }

  private async addEntry(commit: Commit): Promise<void> {
    const { patches, ...rest } = commit
    const { sequence } = commit
    const entry: LogEntry = { ...rest, records: patches.length }
    const key = String(sequence)
    // The header apart from its patches: reading the log of years must not read every record ever changed.
    await this.database.log.add({ sequence, body: this.codec.seal('log', key, entry) })
    let part = 0
    await inPortions(patches, async (portion) => {
      const at = { sequence, part: part++ }
      await this.database.changes.add({ ...at, body: this.codec.seal('changes', partKey(at), portion) })
    })
  }

  private entryOf(row: SealedEntry): LogEntry {
    return this.codec.open('log', String(row.sequence), row.body) as LogEntry
  }
}

const partKey = (row: { sequence: number; part: number }): string =>
  `${String(row.sequence)}.${String(row.part)}`

/**
 * The one place where what was stored becomes a record again. Only validated records were ever written, and the
 * format is known to be the current one, so they are trusted here.
 */
function storedPatch(table: TableName, id: Id, value: unknown): Patch {
  if (typeof value !== 'object' || value === null) throw damaged()
  return { table, id, before: null, after: value } as Patch
}
