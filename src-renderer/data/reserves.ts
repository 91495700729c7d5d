import type { Id } from '../domain/model/entities'
import type { Result } from '../domain/result'
import { deleteDatabase, openOrFail, ProgrammeDatabase, reserveDatabase, reservesOnDisk } from './database'
import { attempt } from './failure'

/** A programme as it was before it was brought to a newer format. */
export interface Reserve {
  readonly id: Id
  readonly formatVersion: number
}

/** Rows as they are, sealed and all: the copy is worth exactly what the original was. */
export async function copyAside(database: ProgrammeDatabase, name: string): Promise<void> {
  const copy = new ProgrammeDatabase(name)
  try {
    await openOrFail(copy)
    const rows = await Promise.all(
      database.tables.map(async (table) => [table.name, await table.toArray()] as const),
    )
    await copy.transaction('rw', copy.tables, async () => {
      for (const [table, content] of rows) {
        await copy.table(table).clear()
        await copy.table(table).bulkPut(content)
      }
    })
  } finally {
    copy.close()
  }
}

export const listReserves = (): Promise<Result<readonly Reserve[]>> => attempt(reservesOnDisk)

export async function removeReserve({ id, formatVersion }: Reserve): Promise<Result<null>> {
  return attempt(async () => {
    await deleteDatabase(reserveDatabase(id, formatVersion))
    return null
  })
}

/** A deletion for good reaches the copies that were put aside too. */
export async function removeReservesOf(id: Id): Promise<void> {
  for (const reserve of await reservesOnDisk())
    if (reserve.id === id) await deleteDatabase(reserveDatabase(id, reserve.formatVersion))
}
