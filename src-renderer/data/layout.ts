import type { Id } from '../domain/model/entities'
import { stamp } from './sealer'
import type { RecordSet, StoredRecord, StoredTables } from './tables'

/** How much text a page holds, about: some hundreds of records. Measured: smaller is slower to read, larger no quicker. */
const PAGE_SIZE = 256 * 1024

/** Which records are on a page. Ids are shared with the records themselves, so this costs next to nothing. */
export interface PageInfo {
  readonly page: number
  readonly version: string
  readonly ids: readonly Id[]
  readonly size: number
}

export interface TableLayout {
  readonly name: string
  readonly pages: readonly PageInfo[]
}

/** Per table, in the order of their numbers: a table keeps its number for ever. */
export type Layout = readonly TableLayout[]

/** A page that has to be written. */
export interface NewPage {
  readonly table: number
  readonly page: number
  readonly version: string
  readonly text: string
}

/** What has to be written so that the pages are as the tables again. */
export interface PagePlan {
  readonly layout: Layout
  readonly put: readonly NewPage[]
  readonly removed: readonly [number, number][]
}

/** Works out which pages to write anew, now that these records changed. */
export function planPages(layout: Layout, tables: StoredTables, changed: RecordSet): PagePlan {
  const names = layout.map(({ name }) => name)
  for (const name of tables.keys()) if (!names.includes(name)) names.push(name)
  const put: NewPage[] = []
  const removed: [number, number][] = []
  const next = names.map((name, table): TableLayout => {
    const old = layout[table] ?? { name, pages: [] }
    const ids = changed.get(name)
    if (ids === undefined || ids.size === 0) return old
    const plan = planTable(old, tables.get(name) ?? new Map<Id, StoredRecord>(), ids)
    put.push(...plan.written.map((page) => ({ table, ...page })))
    removed.push(...plan.removed.map((page): [number, number] => [table, page]))
    return { name, pages: plan.pages }
  })
  return { layout: next, put, removed }
}

interface TablePlan {
  readonly pages: PageInfo[]
  readonly written: Omit<NewPage, 'table'>[]
  readonly removed: number[]
}

function planTable(
  old: TableLayout,
  records: ReadonlyMap<Id, StoredRecord>,
  ids: ReadonlySet<Id>,
): TablePlan {
  const plan: TablePlan = { pages: [], written: [], removed: [] }
  let highest = old.pages.reduce((number, { page }) => Math.max(number, page), -1)
  const write = (list: readonly StoredRecord[], reuse: number | null): void => {
    for (const [index, chunk] of inPages(list).entries()) {
      const page = index === 0 && reuse !== null ? reuse : ++highest
      const version = stamp()
      const text = `[${chunk.texts.join(',')}]`
      plan.written.push({ page, version, text })
      plan.pages.push({ page, version, ids: chunk.ids, size: text.length })
    }
  }
  const placed = new Set<Id>()
  const loose: StoredRecord[] = []
  old.pages.forEach((info, index) => {
    const before = placed.size
    for (const id of info.ids) if (ids.has(id)) placed.add(id)
    const touched = placed.size > before
    const room = index === old.pages.length - 1 && info.size < PAGE_SIZE / 2 && placed.size < ids.size
    if (!touched && !room) {
      plan.pages.push(info)
      return
    }
    const kept = info.ids.flatMap((id) => records.get(id) ?? [])
    // One that became nearly empty, or the last one with room to spare, goes together with what is added.
    if (room || kept.length < info.ids.length / 4) {
      loose.push(...kept)
      plan.removed.push(info.page)
    } else write(kept, info.page)
  })
  for (const id of ids) {
    const added = placed.has(id) ? undefined : records.get(id)
    if (added !== undefined) loose.push(added)
  }
  write(loose, null)
  return plan
}

interface Chunk {
  ids: Id[]
  texts: string[]
}

/** Splits only what is much larger than a page: a record that grew must not leave a page of its own behind. */
function inPages(records: readonly StoredRecord[]): Chunk[] {
  const texts = records.map((record) => JSON.stringify(record))
  const whole = texts.reduce((size, text) => size + text.length + 1, 0)
  const limit = whole < 2 * PAGE_SIZE ? Infinity : PAGE_SIZE
  const chunks: Chunk[] = []
  let size = Number.POSITIVE_INFINITY
  for (const [index, record] of records.entries()) {
    const text = texts[index] ?? ''
    if (size >= limit) {
      chunks.push({ ids: [], texts: [] })
      size = 0
    }
    chunks.at(-1)?.ids.push(record.id)
    chunks.at(-1)?.texts.push(text)
    size += text.length + 1
  }
  return chunks
}

/** Every record of every table, as if all of it changed. */
export function everything(tables: StoredTables): RecordSet {
  return new Map([...tables].map(([name, records]) => [name, new Set(records.keys())]))
}
