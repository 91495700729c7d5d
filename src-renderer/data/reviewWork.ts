import Dexie, { type Table } from 'dexie'
import type { Result } from '../domain/result'
import { type Bytes, fromUtf8, randomBytes, sha256, toHex, toUtf8 } from './crypto/bytes'
import type { DeriveKey } from './crypto/kdfParameters'
import { DATA_KEY_LENGTH, type Keyring, keyringFor, unlockWithPassphrase } from './crypto/keyring'
import { openBytes, sealBytes } from './crypto/seal'
import { openVault } from './crypto/vault'
import { openOrFail } from './database'
import { attempt, fromTheFuture, StoreFailure } from './failure'

/**
 * Answers to a review that aren't ready yet. They belong to no programme and there may be no passphrase of this profile,
 * so they have a database and keys of their own:
 *
 * - A question that came sealed: the key is wrapped under the passphrase of that file, as in a sealed file. Without that
 *   passphrase nobody reads the answers.
 * - A question that came open: a random key that no script can take out of the database. It keeps the words out of what
 *   searches or copies files, and no more than that: who has the whole profile folder has the key as well. The question
 *   itself lies open on the disk too.
 *
 * In the clear are only a digest of whose work it is, and the day it was last kept.
 */
export const REVIEW_WORK_DATABASE = 'palet-review'
const VERSION = 1
const PURPOSE = 'review-work'
/** Work that nobody looked at for so long is done with. */
const KEPT_DAYS = 730

interface WorkRow {
  readonly id: string
  /** ISO date. */
  readonly keptOn: string
  readonly lock: { readonly key: CryptoKey } | { readonly keyring: Keyring }
  readonly body: Bytes
}

class ReviewWorkDatabase extends Dexie {
  declare readonly work: Table<WorkRow, string>

  constructor() {
    super(REVIEW_WORK_DATABASE, {
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      autoOpen: false,
    })
    this.version(VERSION).stores({ work: 'id' })
  }
}

/** Whose work it is: one question, to one association, in one file. */
export interface ReviewWorkPlace {
  readonly roundId: string
  readonly associationId: string
  /** Of the file that the question came in, when it was sealed: another passphrase is another place. */
  readonly sealedFile: string | null
}

export interface ReviewWorkLock {
  readonly passphrase: string
  readonly derive: DeriveKey
}

/** The place on this computer for the answers to one question. */
export interface ReviewDesk {
  /** What was kept the last time; null when there was nothing. */
  readonly found: string | null
  /** There was something, and it can't be read any more. */
  readonly damaged: boolean
  /** Confirmed only when the disk has it. */
  write(text: string): Promise<Result<null>>
  /** Throws away what was kept, with its key. */
  clear(): Promise<Result<null>>
}

/** Opens the place, and reads what is there. Slow with a passphrase: its key has to be worked out. */
export async function openReviewDesk(
  place: ReviewWorkPlace,
  lock: ReviewWorkLock | null,
  today: string,
): Promise<Result<ReviewDesk>> {
  return attempt(async () => {
    await tidy(today)
    const id = await idOf(place)
    const row = await using((database) => database.work.get(id))
    const opened = row === undefined ? await freshKey(lock) : await keyOf(row, lock)
    const found = row === undefined ? null : await read(opened.key, row)
    return {
      found,
      damaged: row !== undefined && found === null,
      write: (text) =>
        attempt(async () => {
          const body = await sealBytes(opened.key, toUtf8(text), placeOf(id))
          await using((database) => database.work.put({ id, keptOn: today, lock: opened.lock, body }))
          return null
        }),
      clear: () =>
        attempt(async () => {
          await using((database) => database.work.delete(id))
          return null
        }),
    }
  })
}

async function read(key: CryptoKey, { id, body }: WorkRow): Promise<string | null> {
  try {
    return fromUtf8(await openBytes(key, body, placeOf(id)))
  } catch {
    return null
  }
}

async function using<T>(work: (database: ReviewWorkDatabase) => Promise<T>): Promise<T> {
  const known = (await indexedDB.databases()).find(({ name }) => name === REVIEW_WORK_DATABASE)
  if ((known?.version ?? 0) > VERSION * 10) throw fromTheFuture()
  const database = new ReviewWorkDatabase()
  try {
    return await work(await openOrFail(database))
  } finally {
    database.close()
  }
}

async function tidy(today: string): Promise<void> {
  const last = new Date(`${today}T00:00:00Z`)
  last.setUTCDate(last.getUTCDate() - KEPT_DAYS)
  const before = last.toISOString().slice(0, 10)
  await using((database) => database.work.filter((row) => row.keptOn < before).delete())
}

interface OpenedLock {
  readonly key: CryptoKey
  readonly lock: WorkRow['lock']
}

async function freshKey(lock: ReviewWorkLock | null): Promise<OpenedLock> {
  if (lock === null) {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    return { key, lock: { key } }
  }
  const dataKey = randomBytes(DATA_KEY_LENGTH)
  const keyring = await keyringFor(lock.passphrase, dataKey, lock.derive)
  return { key: await (await openVault(dataKey)).keyFor(PURPOSE), lock: { keyring } }
}

async function keyOf(row: WorkRow, lock: ReviewWorkLock | null): Promise<OpenedLock> {
  if ('key' in row.lock) return { key: row.lock.key, lock: row.lock }
  // The place holds which file it was, so a lock is missing only when somebody changed the database.
  if (lock === null) return freshKey(lock)
  const dataKey = await unlockWithPassphrase(row.lock.keyring, lock.passphrase, lock.derive)
  if (!dataKey.ok) throw new StoreFailure(dataKey.error)
  return { key: await (await openVault(dataKey.value)).keyFor(PURPOSE), lock: row.lock }
}

async function idOf({ roundId, associationId, sealedFile }: ReviewWorkPlace): Promise<string> {
  return toHex(await sha256(toUtf8(`palet/review/${roundId}/${associationId}/${sealedFile ?? ''}`)))
}

const placeOf = (id: string): string => `palet/review-work/1/${id}`
