import Dexie, { type Table } from 'dexie'
import type { Id } from '../domain/model/entities'
import type { Bytes } from './crypto/bytes'
import { fromTheFuture } from './failure'

/** Of the databases themselves; in what form records are is in the manifest of a programme. */
const PROGRAMME_VERSION = 1
const CATALOGUE_VERSION = 1
/** Dexie stores its version number times ten. */
const native = (version: number): number => version * 10

export const CATALOGUE_DATABASE = 'palet-lijst'
const PROGRAMME_PREFIX = 'palet-kluis-'
const RESERVE_MARK = '-reserve-v'

export const programmeDatabase = (id: Id): string => `${PROGRAMME_PREFIX}${id}`
export const reserveDatabase = (id: Id, formatVersion: number): string =>
  `${PROGRAMME_PREFIX}${id}${RESERVE_MARK}${String(formatVersion)}`

/** A sealed entry of the log. */
export interface JournalRow {
  readonly sequence: number
  readonly body: Bytes
}

/** A sealed portion of the patches of one commit; nearly always there is only part 0. */
export interface PartRow extends JournalRow {
  readonly part: number
}

/** Many records, sealed as one. Tables go by number: even their names are not to be read. */
export interface PageRow {
  readonly table: number
  readonly page: number
  readonly body: Bytes
}

export interface MetaRow {
  readonly id: 'store' | 'manifest' | 'history' | 'head'
  readonly body: Bytes
}

/**
 * Strict: a commit is confirmed only when the disk has it, so that a power cut never loses confirmed work.
 * Cache off: Dexie would otherwise keep answers of queries, a second copy of what the session holds.
 * Never opened by itself: a database that the system removed must not come back empty.
 */
const OPTIONS = { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false } as const

/** One programme. All that can be read without its key are numbers, and how large things are. */
export class ProgrammeDatabase extends Dexie {
  declare readonly journal: Table<JournalRow, number>
  declare readonly changes: Table<PartRow, [number, number]>
  declare readonly pages: Table<PageRow, [number, number]>
  declare readonly meta: Table<MetaRow, MetaRow['id']>

  constructor(name: string) {
    super(name, OPTIONS)
    this.version(PROGRAMME_VERSION).stores({
      journal: 'sequence',
      changes: '[sequence+part]',
      pages: '[table+page]',
      meta: 'id',
    })
  }
}

export interface SealedRow {
  readonly id: string
  /** Goes up with every write, so that one that was overtaken is noticed. */
  readonly version: number
  readonly body: Bytes
}

/** The list of programmes on this computer and the settings of the person. */
export class CatalogueDatabase extends Dexie {
  declare readonly rows: Table<SealedRow, string>

  constructor() {
    super(CATALOGUE_DATABASE, OPTIONS)
    this.version(CATALOGUE_VERSION).stores({ rows: 'id' })
  }
}

/**
 * Looks at a database without opening it: absent or present. Throws when its version is higher than ours:
 * Dexie would open it all the same, and a database from the future must stay as it is.
 */
export async function lookAt(name: string): Promise<'absent' | 'present'> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  if (found === undefined) return 'absent'
  const known = native(name === CATALOGUE_DATABASE ? CATALOGUE_VERSION : PROGRAMME_VERSION)
  if ((found.version ?? 0) > known) throw fromTheFuture()
  return 'present'
}

async function programmeNames(): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  return names
    .filter((name) => name.startsWith(PROGRAMME_PREFIX))
    .map((n) => n.slice(PROGRAMME_PREFIX.length))
}

/** Ids of all programmes that have a database here, reserve copies left out. */
export async function programmesOnDisk(): Promise<Id[]> {
  return (await programmeNames()).filter((name) => !name.includes(RESERVE_MARK))
}

/** Copies that were put aside before a migration, with the format they are in. */
export async function reservesOnDisk(): Promise<{ id: Id; formatVersion: number }[]> {
  return (await programmeNames()).flatMap((name) => {
    const [id = '', version = ''] = name.split(RESERVE_MARK)
    return /^\d+$/.test(version) ? [{ id, formatVersion: Number(version) }] : []
  })
}

/** Opening waits for ever when another connection doesn't let go; the person then gets a message instead. */
export async function openOrFail<T extends Dexie>(database: T): Promise<T> {
  await new Promise<void>((resolve, reject) => {
    database.on('blocked', () => {
      reject(Object.assign(new Error('blocked'), { name: 'BlockedError' }))
    })
    database.open().then(() => {
      resolve()
    }, reject)
  })
  return database
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => {
      resolve()
    }
    request.onerror = () => {
      reject(request.error ?? new Error('delete failed'))
    }
    request.onblocked = () => {
      reject(Object.assign(new Error('blocked'), { name: 'BlockedError' }))
    }
  })
}
