import { digestOf, sealPortions, toPortions } from './changes'
import { type StoreCore, writeRows } from './core'
import { reserveDatabase } from './database'
import { emptyHistory } from './history'
import { nextEntry, sealHead } from './journal'
import { everything, planPages } from './layout'
import type { LoadedStore } from './load'
import { bodyOf, manifestOf, sealManifest } from './manifest'
import { migrateTables } from './migrate'
import { sealPages } from './pages'
import { copyAside } from './reserves'
import { snapshotOf } from './tables'

/**
 * Brings a programme of an older format to the current one: in one transaction, after the whole database was copied
 * aside. What was changed before stays readable in the log, but can't be taken back: it is in the old format.
 */
export async function migrateStore(core: StoreCore, store: LoadedStore): Promise<LoadedStore> {
  const { plan, sealer, database, id } = core
  const tables = migrateTables(store.tables, store.format, plan)
  const portions = toPortions(snapshotOf(tables))
  const sequence = store.head.sequence + 1
  const now = new Date().toISOString()
  const { row, head } = await nextEntry(
    sealer,
    store.head,
    {
      id: crypto.randomUUID(),
      sequence,
      at: now < store.at ? store.at : now,
      clock: null,
      who: 'Palet',
      summary: `programma overgezet van versie ${String(store.format)} naar versie ${String(plan.current)}`,
      why: '',
      kind: 'migration',
      target: null,
      source: null,
    },
    { records: 0, floor: sequence, base: sequence, format: plan.current, digest: await digestOf(portions) },
  )
  const at = now < store.at ? store.at : now
  const pages = planPages([], tables, everything(tables))
  const meta = await sealManifest(sealer, manifestOf(pages.layout, plan.current, head, at), emptyHistory)
  await copyAside(database, reserveDatabase(id, store.format))
  await writeRows(core, store.head, {
    journal: row,
    parts: await sealPortions(sealer, sequence, portions),
    clearPages: true,
    pages: await sealPages(sealer, pages),
    meta: [...meta, await sealHead(sealer, head)],
  })
  return {
    tables,
    format: plan.current,
    head,
    at,
    history: emptyHistory,
    layout: pages.layout,
    manifest: bodyOf(meta),
    changed: new Map(),
    behind: 0,
    warnings: store.warnings,
    rebuilt: false,
  }
}
