import Dexie, { type Table } from 'dexie'
import { ok, type Result } from '../domain/result'
import type { Keyring } from './crypto/keyring'
import { parseKeyring } from './crypto/parseKeyring'
import { openOrFail } from './database'
import { attempt, fromTheFuture } from './failure'

export const KEYRING_DATABASE = 'palet-sleutels'
const VERSION = 1
const ROW = 1

/** The keyring apart from everything else: it is what can be read while all the rest is locked. */
class KeyringDatabase extends Dexie {
  declare readonly keyring: Table<Keyring, number>

  constructor() {
    super(KEYRING_DATABASE, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false })
    this.version(VERSION).stores({ keyring: '' })
  }
}

async function using<T>(work: (database: KeyringDatabase) => Promise<T>): Promise<T> {
  const database = new KeyringDatabase()
  try {
    return await work(await openOrFail(database))
  } finally {
    database.close()
  }
}

async function present(): Promise<boolean> {
  const found = (await indexedDB.databases()).find(({ name }) => name === KEYRING_DATABASE)
  if ((found?.version ?? 0) > VERSION * 10) throw fromTheFuture()
  return found !== undefined
}

/** The keyring of this profile, or null when no passphrase was chosen yet. */
export async function readKeyring(): Promise<Result<Keyring | null>> {
  const row = await attempt(async () =>
    (await present()) ? using((database) => database.keyring.get(ROW)) : undefined,
  )
  if (!row.ok) return row
  return row.value === undefined ? ok(null) : parseKeyring(row.value)
}

/** Puts a keyring in the place of the one before; confirmed only when the disk has it. */
export async function writeKeyring(keyring: Keyring): Promise<Result<null>> {
  return attempt(async () => {
    await present()
    await using((database) => database.keyring.put(keyring, ROW))
    return null
  })
}
