import { Dexie, type Table } from 'dexie'
import type { Result } from '../domain/result'
import { attempt } from './failure'

/** What must be readable while everything else is sealed. Nothing of a programme, and no secret, may come here. */
export const DOORSTEP_DATABASE = 'palet-drempel'

interface Row {
  readonly key: DoorstepKey
  readonly value: unknown
}

/** `attempts`: wrong passphrases so far. */
export type DoorstepKey = 'attempts'

class DoorstepDatabase extends Dexie {
  declare readonly rows: Table<Row, DoorstepKey>
  constructor() {
    // Strict: a count of wrong tries that a pulled plug takes back would be no count.
    super(DOORSTEP_DATABASE, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ rows: 'key' })
  }
}

let database: DoorstepDatabase | null = null
const open = (): DoorstepDatabase => (database ??= new DoorstepDatabase())

/** The value as it was left, or null; what it should look like is for the reader to check. */
export async function readDoorstep(key: DoorstepKey): Promise<Result<unknown>> {
  return attempt(async () => (await open().rows.get(key))?.value ?? null)
}

export async function writeDoorstep(key: DoorstepKey, value: unknown): Promise<Result<null>> {
  return attempt(async () => {
    await open().rows.put({ key, value })
    return null
  })
}
