import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everything, type Layout, planPages } from '@/data/layout'
import { applyTo, type LooseTables, type RecordSet, type StoredPatch, type StoredRecord } from '@/data/tables'

const aPatch = fc.record({
  table: fc.constantFrom('small', 'large'),
  id: fc.integer({ min: 0, max: 60 }).map((n) => `r${String(n)}`),
  size: fc.option(fc.constantFrom(10, 5_000, 40_000, 300_000), { freq: 4 }),
})

const recordOf = (id: string, size: number): StoredRecord => ({ id, ...{ text: 'x'.repeat(size) } })

/** Pages as a disk would hold them: key, version and text. */
type Disk = Map<string, { readonly version: string; readonly text: string }>

function write(disk: Disk, plan: ReturnType<typeof planPages>): void {
  for (const [table, page] of plan.removed) disk.delete(`${String(table)}.${String(page)}`)
  for (const { table, page, version, text } of plan.put)
    disk.set(`${String(table)}.${String(page)}`, { version, text })
}

function readBack(disk: Disk, layout: Layout): Map<string, Map<string, unknown>> {
  const tables = new Map<string, Map<string, unknown>>()
  layout.forEach(({ name, pages }, table) => {
    const records = new Map<string, unknown>()
    for (const { page, version, ids, size } of pages) {
      const kept = disk.get(`${String(table)}.${String(page)}`)
      expect(kept?.version).toBe(version)
      expect(kept?.text.length).toBe(size)
      const list = JSON.parse(kept?.text ?? '[]') as StoredRecord[]
      expect(list.map(({ id }) => id)).toEqual(ids)
      for (const record of list) records.set(record.id, record)
    }
    tables.set(name, records)
  })
  expect(disk.size).toBe(layout.reduce((sum, { pages }) => sum + pages.length, 0))
  return tables
}

test('pages hold exactly the records, whatever was added, changed, grown and removed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(aPatch, { minLength: 1, maxLength: 12 }), { maxLength: 12 }), (rounds) => {
      const tables: LooseTables = new Map([
        ['small', new Map([['r1', recordOf('r1', 10)]])],
        [
          'large',
          new Map(Array.from({ length: 40 }, (_, n) => [`r${String(n)}`, recordOf(`r${String(n)}`, 20_000)])),
        ],
      ])
      const disk: Disk = new Map()
      let plan = planPages([], tables, everything(tables))
      write(disk, plan)
      for (const round of rounds) {
        const changed: RecordSet = new Map()
        const patches = round.map(({ table, id, size }): StoredPatch => ({
          ...{ table, id, before: null },
          after: size === null ? null : recordOf(id, size),
        }))
        applyTo(tables, patches, changed)
        plan = planPages(plan.layout, tables, changed)
        write(disk, plan)
        expect(readBack(disk, plan.layout)).toEqual(tables)
      }
    }),
    { numRuns: 40, seed: 4 },
  )
})

test('one changed record rewrites one page', () => {
  const records = new Map(
    Array.from({ length: 4_000 }, (_, n) => [`r${String(n)}`, recordOf(`r${String(n)}`, 300)]),
  )
  const tables: LooseTables = new Map([['large', records]])
  const first = planPages([], tables, everything(tables))
  expect(first.put.length).toBeGreaterThan(3)
  records.set('r7', recordOf('r7', 320))
  const next = planPages(first.layout, tables, new Map([['large', new Set(['r7'])]]))
  expect([next.put.map(({ page }) => page), next.removed]).toEqual([[0], []])
})
