import type { Id } from '../domain/model/entities'
import { type Bytes, toUtf8 } from './crypto/bytes'
import type { PageRow, ProgrammeDatabase } from './database'
import { damaged } from './failure'
import type { Layout, PageInfo, PagePlan, TableLayout } from './layout'
import type { Manifest } from './manifest'
import { decode, fewAtATime, places, type Sealer } from './sealer'
import type { LooseTables, StoredRecord } from './tables'
import { tableWords } from './words'

const PAGES_AT_A_TIME = 48

export function sealPages(sealer: Sealer, plan: PagePlan): Promise<PageRow[]> {
  return fewAtATime(plan.put, async ({ table, page, version, text }) => ({
    table,
    page,
    body: await sealer.seal(places.page(table, page, version), toUtf8(text)),
  }))
}

export interface ReadPages {
  readonly tables: LooseTables
  readonly layout: Layout
}

/**
 * Reads and opens all pages. Outside any transaction, and a few dozen at a time: while some are opened, the next are
 * already being read.
 */
export async function readPages(
  database: ProgrammeDatabase,
  sealer: Sealer,
  manifest: Manifest,
): Promise<ReadPages> {
  const tables: LooseTables = new Map()
  const layout: TableLayout[] = []
  const batches = manifest.tables.flatMap(({ name, pages }, table) => {
    tables.set(name, new Map())
    layout.push({ name, pages: [] })
    const sorted = [...pages].sort((a, b) => a[0] - b[0])
    return Array.from({ length: Math.ceil(sorted.length / PAGES_AT_A_TIME) }, (_, index) => ({
      name,
      table,
      pages: sorted.slice(index * PAGES_AT_A_TIME, (index + 1) * PAGES_AT_A_TIME),
    }))
  })
  const read = (index: number): Promise<PageRow[]> => {
    const batch = batches[index]
    const [first, last] = [batch?.pages[0], batch?.pages.at(-1)]
    if (batch === undefined || first === undefined || last === undefined) return Promise.resolve([])
    return Promise.resolve(
      database.pages
        .where('[table+page]')
        .between([batch.table, first[0]], [batch.table, last[0]], true, true)
        .toArray(),
    )
  }
  let coming = read(0)
  for (const [index, { name, table, pages }] of batches.entries()) {
    const rows = new Map((await coming).map((row) => [row.page, row.body]))
    coming = read(index + 1)
    // When a page turns out to be broken nobody waits for this one any more.
    coming.catch(() => undefined)
    const records = tables.get(name)
    const infos: PageInfo[] = []
    const opened = await Promise.all(
      pages.map(([page, version]) => openPage(sealer, { name, table, page, version }, rows.get(page))),
    )
    for (const [at, page] of pages.entries()) {
      const list = decode<StoredRecord[]>(opened[at] ?? new Uint8Array())
      const ids: Id[] = []
      for (const record of list) {
        ids.push(record.id)
        records?.set(record.id, record)
      }
      if (ids.length !== page[2]) throw brokenPage(name, page[0])
      infos.push({ page: page[0], version: page[1], ids, size: page[3] })
    }
    layout[table] = { name, pages: [...(layout[table]?.pages ?? []), ...infos] }
  }
  return { tables, layout }
}

const brokenPage = (name: string, page: number): Error =>
  damaged(`blad ${String(page + 1)} van ${tableWords(name)}`)

async function openPage(
  sealer: Sealer,
  at: { name: string; table: number; page: number; version: string },
  body: Bytes | undefined,
): Promise<Bytes> {
  try {
    if (body !== undefined) return await sealer.open(places.page(at.table, at.page, at.version), body)
  } catch {
    // Told below, the same as when it isn't there.
  }
  throw brokenPage(at.name, at.page)
}
