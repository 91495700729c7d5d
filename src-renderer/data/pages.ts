import type { Id } from '../domain/model/entities'
import { type Bytes, toUtf8 } from './crypto/bytes'
import type { PageRow, ProgrammeDatabase } from './database'
import { damaged } from './failure'
import type { Layout, PageInfo, PagePlan, TableLayout } from './layout'
import type { Manifest } from './manifest'
import { decode, fewAtATime, places, type Sealer } from './sealer'
import type { LooseTables, StoredRecord } from './tables'
import { tableWords } from './words'

const PAGES_AT_A_TIME = 12
/** While one batch is turned into records, so many behind it are read and opened. */
const BATCHES_AHEAD = 3
const NOTHING: Promise<Bytes[]> = Promise.resolve([])

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
 * Reads and opens all pages. Outside any transaction, and a few at a time: while some become records, the next are
 * already being read and opened.
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
  const open = async (index: number): Promise<Bytes[]> => {
    const batch = batches[index]
    const [first, last] = [batch?.pages[0], batch?.pages.at(-1)]
    if (batch === undefined || first === undefined || last === undefined) return []
    const { name, table, pages } = batch
    const found = await database.pages
      .where('[table+page]')
      .between([table, first[0]], [table, last[0]], true, true)
      .toArray()
    const rows = new Map(found.map((row) => [row.page, row.body]))
    return Promise.all(
      pages.map(([page, version]) => openPage(sealer, { name, table, page, version }, rows.get(page))),
    )
  }
  const coming: Promise<Bytes[]>[] = []
  const ahead = (index: number): void => {
    const batch = open(index)
    // When a page turns out to be broken nobody waits for the ones behind it any more.
    batch.catch(() => undefined)
    coming[index] = batch
  }
  for (let index = 0; index < BATCHES_AHEAD; index++) ahead(index)
  for (const [index, { name, table, pages }] of batches.entries()) {
    ahead(index + BATCHES_AHEAD)
    const opened = (await coming[index]) ?? []
    coming[index] = NOTHING
    const records = tables.get(name)
    const infos = pages.map((page, at): PageInfo => {
      const ids: Id[] = []
      for (const record of decode<StoredRecord[]>(opened[at] ?? new Uint8Array())) {
        ids.push(record.id)
        records?.set(record.id, record)
      }
      if (ids.length !== page[2]) throw brokenPage(name, page[0])
      return { page: page[0], version: page[1], ids, size: page[3] }
    })
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
