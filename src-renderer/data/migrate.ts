import type { Id } from '../domain/model/entities'
import { TABLE_NAMES } from '../domain/model/programmeData'
import type { RecordCodec } from './codec'
import { backupDatabase, openOrFail, ProgrammeDatabase } from './database'
import { fromTheFuture, StoreFailure } from './failure'

/** All records of a programme by table, in the form of some format version. */
export type StoredTables = Readonly<Record<string, readonly unknown[]>>

/** One step: from format `from` to `from + 1`. */
export interface StoreMigration {
  readonly from: number
  readonly migrate: (tables: StoredTables) => StoredTables
}

export interface MigrationPlan {
  readonly current: number
  readonly migrations: readonly StoreMigration[]
}

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

/** The steps from a version to the current one, in order and without a gap. */
export function stepsFrom(version: number, plan: MigrationPlan): StoreMigration[] {
  const steps: StoreMigration[] = []
  for (let at = version; at < plan.current; at++) {
    const step = plan.migrations.find((migration) => migration.from === at)
    if (step === undefined) throw new Error(`no migration from format ${String(at)}`)
    steps.push(step)
  }
  return steps
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
  if (format === null)
    throw new StoreFailure({
      code: 'store-damaged',
      message:
        'De opslag van dit programma is beschadigd. Er is niets gewijzigd. Open een kopie (.palet) om verder te werken.',
    })
  if (format.formatVersion > plan.current) throw fromTheFuture()
  if (format.formatVersion === plan.current) return format

  const steps = stepsFrom(format.formatVersion, plan)
  await copyAside(database, backupDatabase(id, format.formatVersion))
  return database.transaction('rw', database.tables, async () => {
    let tables: StoredTables = await readTables(database, codec)
    for (const step of steps) tables = step.migrate(tables)
    for (const name of TABLE_NAMES) {
      const records = database.records(name)
      await records.clear()
      await records.bulkPut((tables[name] ?? []).map((value) => seal(codec, name, value)))
    }
    const sequence = Number((await database.log.orderBy(':id').lastKey()) ?? 0)
    const next: FormatMeta = { formatVersion: plan.current, historyFloor: sequence }
    await database.meta.put({ id: FORMAT_KEY, body: codec.seal('meta', FORMAT_KEY, next) })
    return next
  })
}

function seal(codec: RecordCodec, table: string, value: unknown) {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string')
    throw new Error(`a migration made a record without id in ${table}`)
  return { id: value.id, body: codec.seal(table, value.id, value) }
}

async function readTables(database: ProgrammeDatabase, codec: RecordCodec): Promise<StoredTables> {
  const tables: Record<string, unknown[]> = {}
  for (const name of TABLE_NAMES) {
    const rows = await database.records(name).toArray()
    tables[name] = rows.map((row) => codec.open(name, row.id, row.body))
  }
  return tables
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
