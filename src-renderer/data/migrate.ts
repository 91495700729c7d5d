import type { Id } from '../domain/model/entities'
import { TABLE_NAMES, type TableName } from '../domain/model/programmeData'
import { assertContiguous, CURRENT_FORMAT_VERSION, migrate, type Migration, migrations } from '../exchange'
import type { RecordCodec } from './codec'
import { backupDatabase, openOrFail, ProgrammeDatabase, type SealedRow } from './database'
import { damaged, fromTheFuture, StoreFailure } from './failure'

/** The steps to take; those of the files, unless a test brings its own. */
export interface MigrationPlan {
  readonly current: number
  readonly migrations: readonly Migration[]
}

export const REAL_PLAN: MigrationPlan = { current: CURRENT_FORMAT_VERSION, migrations }

/** The row of `meta` that says in what form the records are. */
export interface FormatMeta {
  readonly formatVersion: number
  /** Commits up to here are from an older format: they stay readable in the log, but can't be taken back. */
  readonly historyFloor: number
}

export const FORMAT_KEY = 'format'

export function readFormat(value: unknown): FormatMeta | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('formatVersion' in value) || !('historyFloor' in value)) return null
  const { formatVersion, historyFloor } = value
  if (typeof formatVersion !== 'number' || typeof historyFloor !== 'number') return null
  return { formatVersion, historyFloor }
}

/**
 * Brings an opened database to the current format, or refuses one from the future untouched. Before a change the
 * whole database is copied aside; the change itself is one transaction.
 */
export async function bringUpToDate(
  database: ProgrammeDatabase,
  id: Id,
  codec: RecordCodec,
  plan: MigrationPlan,
): Promise<FormatMeta> {
  const row = await database.meta.get(FORMAT_KEY)
  const format = row === undefined ? null : readFormat(codec.open('meta', FORMAT_KEY, row.body))
  if (format === null) throw damaged()
  if (format.formatVersion > plan.current) throw fromTheFuture()
  if (format.formatVersion === plan.current) return format

  assertContiguous(plan.migrations, plan.current)
  await copyAside(database, backupDatabase(id, format.formatVersion))
  return database.transaction('rw', database.tables, async () => {
    const migrated = migrate(
      await readData(database, codec),
      format.formatVersion,
      plan.migrations,
      plan.current,
    )
    if (!migrated.ok) throw new StoreFailure(migrated.error)
    for (const name of TABLE_NAMES) {
      const records = database.records(name)
      await records.clear()
      await records.bulkPut(recordsIn(migrated.value, name).map((value) => seal(codec, name, value)))
    }
    const sequence = Number((await database.log.orderBy(':id').lastKey()) ?? 0)
    const next: FormatMeta = { formatVersion: plan.current, historyFloor: sequence }
    await database.meta.put({ id: FORMAT_KEY, body: codec.seal('meta', FORMAT_KEY, next) })
    return next
  })
}

/** The records in the shape that `data` has in a file, because that is what the migrations were written for. */
async function readData(database: ProgrammeDatabase, codec: RecordCodec): Promise<unknown> {
  const data: Record<string, unknown> = {}
  for (const name of TABLE_NAMES) {
    const rows = await database.records(name).toArray()
    const values = rows.map((row) => codec.open(name, row.id, row.body))
    data[name] = name === 'programme' ? values[0] : values
  }
  return data
}

function recordsIn(data: unknown, table: TableName): unknown[] {
  const content: unknown = Object.entries(Object(data) as object).find(([key]) => key === table)?.[1]
  return Array.isArray(content) ? content : [content]
}

function seal(codec: RecordCodec, table: string, value: unknown): SealedRow {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string')
    throw new Error(`a migration made a record without id in ${table}`)
  return { id: value.id, body: codec.seal(table, value.id, value) }
}

/** Rows as they are, sealed and all: the copy is worth exactly what the original was. */
async function copyAside(database: ProgrammeDatabase, name: string): Promise<void> {
  const backup = new ProgrammeDatabase(name)
  try {
    await openOrFail(backup)
    const rows = await Promise.all(
      database.tables.map(async (table) => [table.name, await table.toArray()] as const),
    )
    await backup.transaction('rw', backup.tables, async () => {
      for (const [table, content] of rows) {
        await backup.table(table).clear()
        await backup.table(table).bulkPut(content)
      }
    })
  } finally {
    backup.close()
  }
}
