import type { Id } from '../domain/model/entities'
import type { Result } from '../domain/result'
import { plainCodec, type RecordCodec } from './codec'
import { CATALOGUE_DATABASE, CatalogueDatabase, lookAt, openOrFail, programmeDatabase } from './database'
import { attempt } from './failure'

/** A programme on this computer, as the start screen lists it. */
export interface ProgrammeEntry {
  readonly id: Id
  readonly name: string
  readonly region: string
  readonly example: boolean
  /** Moments as ISO 8601 in UTC. */
  readonly createdAt: string
  readonly lastOpenedAt: string
}

/** Which programmes there are on this computer, and the settings of the person who works on it. */
export class Catalogue {
  constructor(
    private readonly database: CatalogueDatabase,
    private readonly codec: RecordCodec,
  ) {}

  /** Last opened first. */
  async list(): Promise<ProgrammeEntry[]> {
    const rows = await this.database.programmes.toArray()
    return rows
      .map((row) => this.codec.open('programmes', row.id, row.body) as ProgrammeEntry)
      .sort((a, b) => (a.lastOpenedAt < b.lastOpenedAt ? 1 : a.lastOpenedAt > b.lastOpenedAt ? -1 : 0))
  }

  async find(id: Id): Promise<ProgrammeEntry | null> {
    const row = await this.database.programmes.get(id)
    return row === undefined ? null : (this.codec.open('programmes', id, row.body) as ProgrammeEntry)
  }

  /** Adds an entry, or puts a newer one in its place. */
  async put(entry: ProgrammeEntry): Promise<void> {
    await this.database.programmes.put({
      id: entry.id,
      body: this.codec.seal('programmes', entry.id, { ...entry }),
    })
  }

  /** Removes a programme from this computer for good: its data and its place in the list. */
  async remove(id: Id): Promise<Result<null>> {
    return attempt(async () => {
      const name = programmeDatabase(id)
      if ((await lookAt(name)) === 'present') await deleteDatabase(name)
      await this.database.programmes.delete(id)
      return null
    })
  }

  /** The value as it was set, or null; what it should look like is for the reader to check. */
  async setting(key: string): Promise<unknown> {
    const row = await this.database.settings.get(key)
    return row === undefined ? null : this.codec.open('settings', key, row.body)
  }

  async setSetting(key: string, value: unknown): Promise<void> {
    await this.database.settings.put({ id: key, body: this.codec.seal('settings', key, value) })
  }

  close(): void {
    this.database.close()
  }
}

export async function openCatalogue(codec: RecordCodec = plainCodec): Promise<Result<Catalogue>> {
  return attempt(async () => {
    await lookAt(CATALOGUE_DATABASE)
    return new Catalogue(await openOrFail(new CatalogueDatabase()), codec)
  })
}

function deleteDatabase(name: string): Promise<void> {
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
