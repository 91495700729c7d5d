import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { ProgrammeDatabase, programmeDatabase } from '@/data/database'
import { openSession } from '@/data/open'
import type { ProgrammeSession } from '@/data/session'
import type { ChainReport } from '@/data/verify'
import { created, PLAN, QUIET, renaming, someData, VAULT, valueOf, WHO } from './support'

const OPTIONS = { vault: VAULT, plan: PLAN, environment: QUIET }

/** A programme with eight entries in its log, of which the pages hold the first six. */
async function grown(): Promise<ProgrammeSession> {
  const session = await created(someData(2000))
  for (let n = 2; n <= 8; n++) {
    valueOf(await session.commit(renaming(session.data, `p${String(n)}`, `Naam ${String(n)}`), WHO))
    if (n === 6) valueOf(await session.checkpoint())
  }
  return session
}

/** Somebody with the disk in hand, but without the key. */
async function meddle(id: string, how: (database: ProgrammeDatabase) => Promise<unknown>): Promise<void> {
  const database = new ProgrammeDatabase(programmeDatabase(id))
  await database.open()
  await how(database)
  database.close()
}

async function report(session: ProgrammeSession): Promise<ChainReport> {
  return valueOf(await session.verify())
}

const found = (of: ChainReport): unknown[] => of.problems.map(({ sequence, kind }) => [sequence, kind])

test('a log that nobody touched is whole', async () => {
  const session = await grown()
  const steps: number[] = []
  const whole = valueOf(await session.verify((done, total) => steps.push(done / total)))
  expect(whole).toMatchObject({ entries: 8, problems: [], compactedUpTo: 0 })
  expect(whole.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(steps.at(-1)).toBe(1)
})

test('two entries that changed places are named, each with the other', async () => {
  const session = await grown()
  await meddle(session.id, async ({ journal }) => {
    const [a, b] = await journal.bulkGet([3, 5])
    if (a === undefined || b === undefined) throw new Error('no rows')
    await journal.bulkPut([
      { ...a, sequence: 5 },
      { ...b, sequence: 3 },
    ])
  })
  const broken = await report(session)
  expect(found(broken)).toEqual([
    [3, 'swapped'],
    [5, 'swapped'],
  ])
  expect(broken.problems[0]?.text).toBe('Op de plaats van regel 3 staat regel 5.')
})

test('a missing entry, a changed entry and changed or missing changes are named by their number', async () => {
  const session = await grown()
  await meddle(session.id, async ({ journal, changes }) => {
    await journal.delete(2)
    const entry = await journal.get(4)
    if (entry !== undefined) await journal.put({ ...entry, body: flipped(entry.body) })
    await changes.delete([5, 0])
    const part = await changes.get([6, 0])
    if (part !== undefined) await changes.put({ ...part, body: flipped(part.body) })
  })
  const broken = await report(session)
  expect(found(broken)).toEqual([
    [2, 'missing'],
    [4, 'changed'],
    [5, 'digest'],
    [6, 'digest'],
  ])
  expect(broken.problems.map(({ text }) => text)).toEqual([
    'Regel 2 ontbreekt.',
    'Regel 4 is veranderd of beschadigd.',
    'De wijzigingen bij regel 5 ontbreken.',
    'De wijzigingen bij regel 6 zijn niet de wijzigingen die zijn bewaard.',
  ])
})

test('the changes of another commit in the place of one are noticed', async () => {
  const session = await grown()
  await meddle(session.id, async ({ changes }) => {
    const part = await changes.get([6, 0])
    if (part !== undefined) await changes.put({ ...part, sequence: 5 })
  })
  expect(found(await report(session))).toEqual([[5, 'digest']])
})

test('a log that was cut off is refused, and the line that is missing is named', async () => {
  const session = await grown()
  await meddle(session.id, async ({ journal, changes }) => {
    await journal.delete(8)
    await changes.delete([8, 0])
  })
  const opened = await openSession(session.id, OPTIONS)
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
  expect(opened.ok ? '' : opened.error.message).toContain('regel 8 van het logboek ontbreekt')
})

test('an old end of the log put back, with or without what came after it, is refused', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Eén'), WHO))
  let old: unknown
  await meddle(session.id, async ({ meta }) => (old = await meta.get('head')))
  valueOf(await session.commit(renaming(session.data, 'p0', 'Twee'), WHO))
  await session.close()
  await meddle(session.id, (database) => database.table('meta').put(old))
  expect(await openSession(session.id, OPTIONS)).toMatchObject({ error: { code: 'store-damaged' } })
  await meddle(session.id, ({ journal }) => journal.delete(3))
  // Now the log looks whole, but the pages are newer than it: they are made again, and the person is told.
  const opened = valueOf(await openSession(session.id, OPTIONS))
  expect(opened.warnings).toHaveLength(1)
  await opened.close()
})

test('an entry and its end put back together are noticed by the entry that comes next', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Eén'), WHO))
  const kept: unknown[] = []
  const other = valueOf(await openSession(session.id, OPTIONS))
  valueOf(await session.commit(renaming(session.data, 'p0', 'Twee'), WHO))
  await meddle(session.id, async ({ journal }) => kept.push(await journal.get(3)))
  await meddle(session.id, async ({ journal, changes }) => {
    await journal.delete(3)
    await changes.delete([3, 0])
  })
  // A second history from the same point, such as one from a copy of the disk.
  valueOf(await other.commit(renaming(other.data, 'p1', 'Anders'), WHO))
  valueOf(await other.commit(renaming(other.data, 'p1', 'Verder'), WHO))
  await meddle(session.id, (database) => database.table('journal').put(kept[0]))
  expect(found(await report(other))).toEqual([
    [3, 'digest'],
    [4, 'broken'],
  ])
})

/** Turns one bit around. */
function flipped(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = body.slice()
  copy[20] = (copy[20] ?? 0) ^ 1
  return copy
}

test.each([
  [
    'two pages that changed places',
    async ({ pages }: ProgrammeDatabase) => {
      const all = (await pages.toArray()).filter(({ table, page }) => table === 4 && page < 2)
      const [a, b] = all
      if (a === undefined || b === undefined) throw new Error('too few pages')
      await pages.bulkPut([
        { ...a, body: b.body },
        { ...b, body: a.body },
      ])
    },
  ],
  [
    'a changed page',
    async ({ pages }: ProgrammeDatabase) => {
      const [page] = await pages.toArray()
      if (page !== undefined) await pages.put({ ...page, body: flipped(page.body) })
    },
  ],
  ['missing pages', async ({ pages }: ProgrammeDatabase) => pages.clear()],
  ['a missing list of pages', async ({ meta }: ProgrammeDatabase) => meta.delete('manifest')],
  [
    'a changed list of pages',
    async ({ meta }: ProgrammeDatabase) => {
      const row = await meta.get('manifest')
      if (row !== undefined) await meta.put({ ...row, body: flipped(row.body) })
    },
  ],
])('after %s the programme is made again from the log, and the person is told', async (_what, how) => {
  const session = await grown()
  const { data } = session
  await meddle(session.id, how)
  const opened = valueOf(await openSession(session.id, OPTIONS))
  expect(opened.data).toEqual(data)
  expect(opened.undoLabel).toBe('project "Naam 8" gewijzigd')
  expect(opened.warnings.join()).toContain('opnieuw opgebouwd uit het logboek')
  await opened.close()
  const again = valueOf(await openSession(session.id, OPTIONS))
  expect(again.warnings).toEqual([])
  expect(again.data).toEqual(data)
  expect((await report(again)).problems).toEqual([])
})

test('an old page put back is not believed', async () => {
  const session = await created()
  let old: unknown[] = []
  await meddle(session.id, async ({ pages }) => (old = await pages.toArray()))
  valueOf(await session.commit(renaming(session.data, 'p0', 'Nieuw'), WHO))
  await session.close()
  await meddle(session.id, (database) => database.table('pages').bulkPut(old))
  const opened = valueOf(await openSession(session.id, OPTIONS))
  expect(opened.data.projects.get('p0')?.name).toBe('Nieuw')
  expect(opened.warnings).toHaveLength(1)
})

test('pages and log both broken: refused, with what is broken, and nothing is touched', async () => {
  const session = await grown()
  await meddle(session.id, async ({ pages, changes }) => {
    await pages.clear()
    await changes.delete([1, 0])
  })
  const opened = await openSession(session.id, OPTIONS)
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
  expect(opened.ok ? '' : opened.error.message).toMatch(/blad 1 van .*Herstel een reservekopie/)
})

test('a programme of another profile does not open', async () => {
  const session = await created()
  await session.close()
  const { openVault } = await import('@/data/crypto/vault')
  const other = await openVault(new Uint8Array(32).fill(200))
  const opened = await openSession(session.id, { ...OPTIONS, vault: other })
  expect(opened).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
})

test('rows of an earlier programme with the same id do not open in a new one', async () => {
  const session = await created()
  await session.close()
  const rows: unknown[] = []
  await meddle(session.id, async ({ pages }) => rows.push(...(await pages.toArray())))
  indexedDB.deleteDatabase(programmeDatabase(session.id))
  const { createSession } = await import('@/data/open')
  const fresh = valueOf(await createSession(session.id, someData(5), WHO, OPTIONS))
  await fresh.close()
  await meddle(session.id, (database) => database.table('pages').bulkPut(rows))
  const opened = valueOf(await openSession(session.id, OPTIONS))
  expect(opened.data.projects.size).toBe(5)
  expect(opened.warnings).toHaveLength(1)
})
