import type { Bytes } from './crypto/bytes'
import type { MetaRow, ProgrammeDatabase } from './database'
import { damaged, fromTheFuture } from './failure'
import { type History, historyFrom, type KeptHistory, keptHistory } from './history'
import type { Head } from './journal'
import type { Layout } from './layout'
import { decode, encode, places, type Sealer, stamp, STORE_FORM } from './sealer'

/** What the pages are: where the chain stood, and of each page the version that has to be there. */
export interface Manifest {
  readonly form: number
  /** Format of the records, as that of the files. */
  readonly format: number
  readonly head: Head
  /** Moment of the entry at the head. */
  readonly at: string
  /** Binds the row with the undo steps to this manifest. */
  readonly stamp: string
  readonly tables: readonly ManifestTable[]
}

interface ManifestTable {
  readonly name: string
  /** Per page: number, version, count of records, size. */
  readonly pages: readonly (readonly [number, string, number, number])[]
}

export function manifestOf(layout: Layout, format: number, head: Head, at: string): Manifest {
  const tables = layout.map(({ name, pages }) => ({
    name,
    pages: pages.map(({ page, version, ids, size }) => [page, version, ids.length, size] as const),
  }))
  return { form: STORE_FORM, format, head, at, stamp: stamp(), tables }
}

/** Rows of `meta` that go with a set of pages. */
export async function sealManifest(sealer: Sealer, manifest: Manifest, history: History): Promise<MetaRow[]> {
  const [body, kept] = await Promise.all([
    sealer.seal(places.manifest, encode(manifest)),
    sealer.seal(places.history(manifest.stamp), encode(keptHistory(history))),
  ])
  return [
    { id: 'manifest', body },
    { id: 'history', body: kept },
  ]
}

/** The sealed manifest among rows of `meta`: no two are ever the same. */
export const bodyOf = (rows: readonly MetaRow[]): Bytes | null =>
  rows.find((row) => row.id === 'manifest')?.body ?? null

/** Throws when it is not there, doesn't open, or is of a later way of keeping. */
export async function readManifest(database: ProgrammeDatabase, sealer: Sealer): Promise<Manifest> {
  const row = await database.meta.get('manifest')
  const manifest = row === undefined ? null : await opened<Manifest>(sealer, places.manifest, row.body)
  if (manifest === null) throw damaged('het overzicht van de bladen')
  if (manifest.form > STORE_FORM) throw fromTheFuture()
  return manifest
}

/** Null when it can't be read: the steps can then be found again in the log. */
export async function readHistory(
  database: ProgrammeDatabase,
  sealer: Sealer,
  stamp: string,
): Promise<History | null> {
  const row = await database.meta.get('history')
  if (row === undefined) return null
  const kept = await opened<KeptHistory>(sealer, places.history(stamp), row.body)
  return kept === null ? null : historyFrom(kept)
}

async function opened<T>(sealer: Sealer, place: string, body: Bytes): Promise<T | null> {
  try {
    return decode<T>(await sealer.open(place, body))
  } catch {
    return null
  }
}
