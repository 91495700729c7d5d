import Dexie, { type Table } from 'dexie'
import type { Id } from '../domain/model/entities'
import type { TableName } from '../domain/model/programmeData'
import { fromTheFuture } from './failure'

/**
 * Tables of a programme by version of the database. A version stays as it was: Dexie makes what is missing when it opens
 * an older database, and the records themselves follow in `migrate.ts`.
 */
const TABLES_ADDED: readonly (readonly TableName[])[] = [
  ['programme', 'municipalities', 'partners', 'arrangementTypes', 'projects', 'milestones', 'reports'],
  ['baselines', 'scenarios'],
  ['reviewRounds', 'reviewAnswers'],
]
export const SCHEMA_VERSION = TABLES_ADDED.length
const CATALOGUE_VERSION = 1
/** Dexie stores its version number times ten. */
const native = (version: number): number => version * 10

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
    const own = { log: 'sequence', changes: '[sequence+part]', meta: 'id' }
    TABLES_ADDED.forEach((tables, index) => {
      const added = Object.fromEntries(tables.map((table) => [table, 'id']))
      this.version(index + 1).stores(index === 0 ? { ...own, ...added } : added)
    })
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
    this.version(CATALOGUE_VERSION).stores({ programmes: 'id', settings: 'id' })
  }
}

/**
 * Looks at a database without opening it: absent or present. Throws when its version is higher than ours:
 * Dexie would open it all the same, and a database from the future must stay as it is.
 */
export async function lookAt(name: string): Promise<'absent' | 'present'> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  if (found === undefined) return 'absent'
  const known = native(name === CATALOGUE_DATABASE ? CATALOGUE_VERSION : SCHEMA_VERSION)
  if ((found.version ?? 0) > known) throw fromTheFuture()
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
