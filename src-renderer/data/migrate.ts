import { CURRENT_FORMAT_VERSION, assertContiguous, migrate, type Migration, migrations } from '../exchange'
import { StoreFailure } from './failure'
import type { LooseTables, StoredRecord, StoredTables } from './tables'

/** The steps to take; those of the files, unless a test brings its own. */
export interface MigrationPlan {
  readonly current: number
  readonly migrations: readonly Migration[]
}

export const REAL_PLAN: MigrationPlan = { current: CURRENT_FORMAT_VERSION, migrations }

/**
 * Tables of an older format in the current one. They pass the migrations in the shape that `data` has in a file, because
 * that is what those were written for.
 */
export function migrateTables(tables: StoredTables, from: number, plan: MigrationPlan): LooseTables {
  assertContiguous(plan.migrations, plan.current)
  const shape: Record<string, unknown> = {}
  for (const [name, records] of tables) {
    const values = [...records.values()]
    shape[name] = name === 'programme' ? values[0] : values
  }
  const migrated = migrate(shape, from, plan.migrations, plan.current)
  if (!migrated.ok) throw new StoreFailure(migrated.error)
  return new Map(
    Object.entries(Object(migrated.value) as object).map(([name, content]) => [
      name,
      recordsIn(name, content),
    ]),
  )
}

function recordsIn(table: string, content: unknown): Map<string, StoredRecord> {
  const list: unknown[] = Array.isArray(content) ? content : [content]
  return new Map(
    list.map((value) => {
      if (!isRecord(value)) throw new Error(`a migration made a record without id in ${table}`)
      return [value.id, value]
    }),
  )
}

const isRecord = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
