import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { programmeDatabase } from '@/data/database'
import { openSession } from '@/data/open'
import { breakWrites, created, PLAN, rawContent, removing, renaming, valueOf, WHO, VAULT } from './support'

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([['journal'], ['changes'], ['meta']])(
  'a failing write to %s leaves neither changes nor log entry',
  async (table) => {
    let broken = false
    const session = await created()
    breakWrites((store) => broken && store === table)
    valueOf(await session.commit(renaming(session.data, 'p0', 'Goed'), WHO))
    const [shown, stored] = [session.data, await rawContent(session.id)]
    const failures: (string | undefined)[] = []
    session.subscribe(({ failure }) => failures.push(failure?.code))

    broken = true
    const change = {
      patches: [
        ...removing(session.data, 'p1').patches,
        ...renaming(session.data, 'p0', 'Fout').patches,
        ...renaming(session.data, 'p7', 'Nieuw').patches,
      ],
      summary: 'drie dingen gewijzigd',
    }
    const result = await session.commit(change, WHO)

    expect(result).toMatchObject({ ok: false, error: { code: 'store-failed' } })
    expect(await rawContent(session.id)).toEqual(stored)
    expect(session.data).toBe(shown)
    expect(session.version).toBe(2)
    expect(session.undoLabel).toBe('project "Goed" gewijzigd')
    expect(failures).toContain('store-failed')

    broken = false
    expect(valueOf(await session.commit(renaming(session.data, 'p0', 'Weer goed'), WHO)).sequence).toBe(3)
  },
)

test('a commit is one read-write transaction, flushed to disk', async () => {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const session = await created()
  spy.mockClear()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Anders'), WHO))
  expect(spy).toHaveBeenCalledTimes(1)
  const [stores, mode, options] = spy.mock.calls[0] ?? []
  expect([...(stores ?? [])].sort()).toEqual(['changes', 'journal', 'meta'])
  expect(mode).toBe('readwrite')
  expect(options).toEqual({ durability: 'strict' })
})

test('a change on top of something else than what is shown is refused', async () => {
  const session = await created()
  const stale = renaming(session.data, 'p0', 'Tweede')
  valueOf(await session.commit(renaming(session.data, 'p0', 'Eerste'), WHO))
  const result = await session.commit(stale, WHO)
  expect(result).toMatchObject({ ok: false, error: { code: 'store-conflict' } })
  expect(session.data.projects.get('p0')?.name).toBe('Eerste')
  expect(session.version).toBe(2)
})

test('a second session on the same programme cannot write over the first', async () => {
  const first = await created()
  const second = valueOf(await openSession(first.id, { vault: VAULT, plan: PLAN }))
  valueOf(await first.commit(renaming(first.data, 'p0', 'Van de eerste'), WHO))
  const stored = await rawContent(first.id)
  for (const project of ['p0', 'p1']) {
    const result = await second.commit(renaming(second.data, project, 'Van de tweede'), WHO)
    expect(result).toMatchObject({ ok: false, error: { code: 'store-conflict' } })
  }
  expect(await rawContent(first.id)).toEqual(stored)
  expect(second.data.projects.get('p1')?.name).toBe('Project p1')
})

test.each([
  ['QuotaExceededError', 'store-full', 'schijf is vol'],
  ['DatabaseClosedError', 'store-closed', 'gesloten'],
  ['InvalidStateError', 'store-closed', 'gesloten'],
  ['UnknownError', 'store-failed', 'mislukt'],
])('%s of the store becomes a message in Dutch', async (name, code, words) => {
  const session = await created()
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no', name)
  })
  const result = await session.commit(renaming(session.data, 'p0', 'Anders'), WHO)
  expect(result).toMatchObject({ ok: false, error: { code } })
  expect(result.ok ? '' : result.error.message).toContain(words)
  expect(session.data.projects.get('p0')?.name).toBe('Project p0')
})

test('writing after the system closed the store is refused, and nothing stays on screen', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const session = await created()
  const name = programmeDatabase(session.id)
  // The same as what the browser does when it removes a database under the program.
  const closing = indexedDB.deleteDatabase(name)
  await new Promise((resolve) => {
    closing.onsuccess = resolve
  })
  const result = await session.commit(renaming(session.data, 'p0', 'Anders'), WHO)
  expect(result).toMatchObject({ ok: false, error: { code: 'store-closed' } })
  expect(session.data.projects.get('p0')?.name).toBe('Project p0')
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
})
