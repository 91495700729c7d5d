import Dexie, { type Table } from 'dexie'
import type { Id } from '../domain/model/entities'
import { TABLE_NAMES } from '../domain/model/programmeData'
import { fromTheFuture } from './failure'

export const SCHEMA_VERSION = 1
/** Dexie stores its version number times ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10

export const CATALOGUE_DATABASE = 'palet-catalogus'
const PROGRAMME_PREFIX = 'palet-programma-'
const BACKUP_MARK = '-reserve-v'

export const programmeDatabase = (id: Id): string => `${PROGRAMME_PREFIX}${id}`
export const backupDatabase = (id: Id, formatVersion: number): string =>
  `${PROGRAMME_PREFIX}${id}${BACKUP_MARK}${String(formatVersion)}`

export interface SealedRow {
  readonly id: string
  readonly body: unknown
}
export interface SealedEntry {
  readonly sequence: number
  readonly body: unknown
}

/** A portion of the patches of one commit; nearly always there is only part 0. */
export interface SealedPart extends SealedEntry {
  readonly part: number
}

/**
 * Strict: a commit is confirmed only when the disk has it, so that a power cut never loses confirmed work.
 * Cache off: Dexie would otherwise keep answers of queries, a second copy of what the session holds.
 * Never opened by itself: a database that the system removed must not come back empty.
 */
const OPTIONS = { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false } as const

/** One programme: a table for each table of the domain, the log, the patches of each commit, and its meta. */
export class ProgrammeDatabase extends Dexie {
  declare readonly log: Table<SealedEntry, number>
  declare readonly changes: Table<SealedPart, [number, number]>
  declare readonly meta: Table<SealedRow, string>

  constructor(name: string) {
    super(name, OPTIONS)
    const stores: Record<string, string> = { log: 'sequence', changes: '[sequence+part]', meta: 'id' }
    for (const table of TABLE_NAMES) stores[table] = 'id'
    this.version(SCHEMA_VERSION).stores(stores)
  }

  records(name: string): Table<SealedRow, string> {
    return this.table<SealedRow, string>(name)
  }
}

/** The list of programmes on this computer and the settings of the person. */
export class CatalogueDatabase extends Dexie {
  declare readonly programmes: Table<SealedRow, string>
  declare readonly settings: Table<SealedRow, string>

  constructor() {
    super(CATALOGUE_DATABASE, OPTIONS)
    this.version(SCHEMA_VERSION).stores({ programmes: 'id', settings: 'id' })
  }
}

/**
 * Looks at a database without opening it: absent or present. Throws when its version is higher than ours:
 * Dexie would open it all the same, and a database from the future must stay as it is.
 */
export async function lookAt(name: string): Promise<'absent' | 'present'> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  if (found === undefined) return 'absent'
  if ((found.version ?? 0) > NATIVE_VERSION) throw fromTheFuture()
  return 'present'
}

/** Ids of all programmes that have a database here, backups left out. */
export async function programmesOnDisk(): Promise<Id[]> {
  const ids: Id[] = []
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(PROGRAMME_PREFIX) === true && !name.includes(BACKUP_MARK))
      ids.push(name.slice(PROGRAMME_PREFIX.length))
  return ids
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
