import type { Collection, Table } from 'dexie'
import type { SealedRow } from './database'

/**
 * Copying a record into or out of the store takes the thread of the window. In portions, with a turn of the event
 * loop in between, a programme of many regions opens without the window standing still.
 */
const PORTION = 750

/** All rows of a table, in order of id. */
export async function readAll(table: Table<SealedRow, string>): Promise<SealedRow[]> {
  const rows: SealedRow[] = []
  let last: string | null = null
  for (;;) {
    const from: Collection<SealedRow, string> =
      last === null ? table.orderBy(':id') : table.where(':id').above(last)
    const portion = await from.limit(PORTION).toArray()
    rows.push(...portion)
    const end = portion.at(-1)
    if (end === undefined || portion.length < PORTION) return rows
    last = end.id
  }
}

/** Does something with a list, portion by portion; stays inside the transaction it is called in. */
export async function inPortions<T>(
  items: readonly T[],
  work: (portion: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += PORTION) await work(items.slice(start, start + PORTION))
}
