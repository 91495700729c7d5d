import { type StoreCore, walkPatches } from './core'
import type { Bytes } from './crypto/bytes'
import { fromTheFuture, StoreFailure } from './failure'
import { type History, historyOf, record } from './history'
import { chainBetween, type Head, NO_HEAD, readHead } from './journal'
import { everything, type Layout } from './layout'
import { type Manifest, readHistory, readManifest } from './manifest'
import { readPages } from './pages'
import { rebuild } from './past'
import { applyTo, type LooseTables, type RecordSet } from './tables'
import { damaged } from './failure'

/** A programme as it comes off the disk. */
export interface LoadedStore {
  readonly tables: LooseTables
  readonly format: number
  readonly head: Head
  /** Moment of the last commit. */
  readonly at: string
  readonly history: History
  readonly layout: Layout
  /** The manifest as it is on disk. */
  readonly manifest: Bytes | null
  /** What changed after the pages were written. */
  readonly changed: RecordSet
  /** How many commits came after the pages were written. */
  readonly behind: number
  /** Dutch sentences for the person: what was wrong and what was done about it. */
  readonly warnings: readonly string[]
  /** The pages couldn't be used: they all have to be written anew. */
  readonly rebuilt: boolean
}

/** Reads pages, and on top of them the commits that came after. Broken pages are made again from the log. */
export async function loadStore(core: StoreCore): Promise<LoadedStore> {
  const { database, sealer } = core
  const head = await readHead(database, sealer)
  const last = Number((await database.journal.orderBy(':id').lastKey()) ?? 0)
  if (last > head.sequence)
    throw damaged(
      `het logboek heeft een regel na regel ${String(head.sequence)}, de laatste die bewaard werd`,
    )
  if (last < head.sequence) throw damaged(`regel ${String(last + 1)} van het logboek ontbreekt`)
  const warnings: string[] = []
  if ((await database.journal.count()) !== head.sequence)
    warnings.push(
      'In het logboek ontbreken regels. Kies bij Logboek voor Controleer logboek om te zien welke.',
    )
  const sealed = (await database.meta.get('manifest'))?.body ?? null
  let manifest: Manifest
  let pages: Awaited<ReturnType<typeof readPages>>
  try {
    manifest = await readManifest(database, sealer)
    if (manifest.format > core.plan.current) throw fromTheFuture()
    if (manifest.head.sequence > head.sequence) throw damaged('het logboek is korter dan het was')
    pages = await readPages(database, sealer, manifest)
  } catch (cause) {
    if (!(cause instanceof StoreFailure) || cause.error.code !== 'store-damaged') throw cause
    return { ...(await loadRebuilt(core, head, cause, warnings)), manifest: sealed }
  }
  const entries = await chainBetween(database, sealer, manifest.head, head)
  const { tables, layout } = pages
  const changed: RecordSet = new Map()
  let history = await readHistory(database, sealer, manifest.stamp)
  if (history === null) history = historyOf(await chainBetween(database, sealer, NO_HEAD, head))
  else for (const entry of entries) history = record(history, entry, null)
  await walkPatches(core, entries, new Map(), (patches) => {
    applyTo(tables, patches, changed)
  })
  const at = entries.at(-1)?.at ?? manifest.at
  const behind = entries.length
  return {
    tables,
    format: manifest.format,
    head,
    at,
    history,
    layout,
    manifest: sealed,
    changed,
    behind,
    warnings,
    rebuilt: false,
  }
}

async function loadRebuilt(
  core: StoreCore,
  head: Head,
  cause: StoreFailure,
  warnings: readonly string[],
): Promise<Omit<LoadedStore, 'manifest'>> {
  let made: Awaited<ReturnType<typeof rebuild>>
  try {
    made = await rebuild(core, head)
  } catch {
    throw cause
  }
  if (made.format > core.plan.current) throw fromTheFuture()
  return {
    tables: made.tables,
    format: made.format,
    head,
    at: made.entries.at(-1)?.at ?? '',
    history: historyOf(made.entries),
    layout: [],
    changed: everything(made.tables),
    behind: made.entries.length,
    warnings: [
      ...warnings,
      'Een deel van de opslag van dit programma was beschadigd. Palet heeft alles opnieuw opgebouwd uit het logboek. Er is niets verloren gegaan.',
    ],
    rebuilt: true,
  }
}
