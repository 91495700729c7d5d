import type { Id } from '../domain/model/entities'
import type { Result } from '../domain/result'
import type { Vault } from './crypto/vault'
import {
  CATALOGUE_DATABASE,
  CatalogueDatabase,
  deleteDatabase,
  lookAt,
  openOrFail,
  programmeDatabase,
} from './database'
import { attempt, conflict, damaged } from './failure'
import { removeReservesOf } from './reserves'
import { decode, encode, Sealer } from './sealer'

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

type Settings = Readonly<Record<string, unknown>>

/** All settings in one row: what they are called says something too. */
const SETTINGS = 'settings'
const PROGRAMME = 'programme/'

/** Which programmes there are on this computer, and the settings of the person who works on it. */
export class Catalogue {
  private tail: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly database: CatalogueDatabase,
    private readonly sealer: Sealer,
  ) {}

  /** Last opened first. */
  async list(): Promise<ProgrammeEntry[]> {
    const rows = await this.database.rows.where(':id').startsWith(PROGRAMME).toArray()
    const entries = await Promise.all(rows.map((row) => this.opened<ProgrammeEntry>(row)))
    return entries.sort((a, b) =>
      a.lastOpenedAt < b.lastOpenedAt ? 1 : a.lastOpenedAt > b.lastOpenedAt ? -1 : 0,
    )
  }

  async find(id: Id): Promise<ProgrammeEntry | null> {
    const row = await this.database.rows.get(PROGRAMME + id)
    return row === undefined ? null : this.opened<ProgrammeEntry>(row)
  }

  /** Adds an entry, or puts a newer one in its place. */
  put(entry: ProgrammeEntry): Promise<void> {
    return this.write(PROGRAMME + entry.id, () => entry)
  }

  /** Removes a programme from this computer for good: its data, its reserve copies and its place in the list. */
  async remove(id: Id): Promise<Result<null>> {
    return attempt(async () => {
      const name = programmeDatabase(id)
      if ((await lookAt(name)) === 'present') await deleteDatabase(name)
      await removeReservesOf(id)
      await this.database.rows.delete(PROGRAMME + id)
      return null
    })
  }

  /** The value as it was set, or null; what it should look like is for the reader to check. */
  async setting(key: string): Promise<unknown> {
    await this.tail
    const row = await this.database.rows.get(SETTINGS)
    return row === undefined ? null : ((await this.opened<Settings>(row))[key] ?? null)
  }

  setSetting(key: string, value: unknown): Promise<void> {
    return this.write(SETTINGS, (before) => ({ ...(before ?? {}), [key]: value }))
  }

  close(): void {
    this.database.close()
  }

  /** One after the other, each on top of what is there; sealed before the transaction that checks the version. */
  private write(id: string, change: (before: object | null) => object): Promise<void> {
    const { rows } = this.database
    const done = this.tail.then(async () => {
      const old = await rows.get(id)
      const version = (old?.version ?? 0) + 1
      const before = old === undefined ? null : await this.opened<object>(old)
      const body = await this.sealer.seal(place(id, version), encode(change(before)))
      await this.database.transaction('rw', rows, async () => {
        if ((await rows.get(id))?.version !== old?.version) throw conflict()
        await rows.put({ id, version, body })
      })
    })
    this.tail = done.catch(() => undefined)
    return done
  }

  private async opened<T>(row: { id: string; version: number; body: Uint8Array }): Promise<T> {
    try {
      return decode<T>(await this.sealer.open(place(row.id, row.version), row.body))
    } catch {
      throw damaged('de lijst met programma’s en instellingen')
    }
  }
}

const place = (id: string, version: number): string => `rows/${id}/${String(version)}`

export async function openCatalogue(vault: Vault): Promise<Result<Catalogue>> {
  return attempt(async () => {
    const sealer = new Sealer(await vault.keyFor('catalogue'), 'catalogue')
    await lookAt(CATALOGUE_DATABASE)
    return new Catalogue(await openOrFail(new CatalogueDatabase()), sealer)
  })
}
