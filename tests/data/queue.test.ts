import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { breakWrites, created, rawContent, renaming, reopened, valueOf, WHO } from './support'

afterEach(() => {
  vi.restoreAllMocks()
})

test('a hundred quick commits are all kept, in order and without gaps', async () => {
  const session = await created()
  const results = Array.from({ length: 100 }, (_, n) => {
    const promise = session.commit(renaming(session.data, `p${String(n % 5)}`, `Naam ${String(n)}`), WHO)
    // Visible at once, before anything is on disk.
    expect(session.data.projects.get(`p${String(n % 5)}`)?.name).toBe(`Naam ${String(n)}`)
    return promise
  })
  expect(session.version).toBe(101)
  expect(session.pending).toBe(100)
  const commits = (await Promise.all(results)).map(valueOf)
  expect(commits.map((commit) => commit.sequence)).toEqual(Array.from({ length: 100 }, (_, n) => n + 2))
  expect(session.pending).toBe(0)
  expect(session.savedAt).toBe(commits.at(-1)?.at)
  const shown = session.data
  const again = await reopened(session)
  expect(again.data).toEqual(shown)
  const page = valueOf(await again.log({ page: 0, pageSize: 200 }))
  expect(page.entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 101 }, (_, n) => 101 - n))
})

test('when one of a row fails, it and all behind it are taken back, and the rest stays', async () => {
  const session = await created()
  let written = 0
  breakWrites((store) => store === 'changes' && ++written === 6)
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      session.commit(renaming(session.data, 'p0', `Naam ${String(n)}`), WHO),
    ),
  )
  expect(results.map((result) => result.ok)).toEqual([
    ...Array<boolean>(5).fill(true),
    ...Array<boolean>(5).fill(false),
  ])
  expect(session.data.projects.get('p0')?.name).toBe('Naam 4')
  expect(session.version).toBe(6)
  expect(session.pending).toBe(0)
  expect(session.undoLabel).toBe('project "Naam 4" gewijzigd')
  expect((await rawContent(session.id))['journal']).toHaveLength(6)
  // Work goes on from what was kept.
  valueOf(await session.commit(renaming(session.data, 'p0', 'Verder'), WHO))
  expect((await reopened(session)).data.projects.get('p0')?.name).toBe('Verder')
})

test('closing waits for what is still to be stored', async () => {
  const session = await created()
  const last = session.commit(renaming(session.data, 'p0', 'Op de valreep'), WHO)
  const again = await reopened(session)
  expect((await last).ok).toBe(true)
  expect(again.data.projects.get('p0')?.name).toBe('Op de valreep')
  expect(await session.commit(renaming(session.data, 'p0', 'Te laat'), WHO)).toMatchObject({
    ok: false,
    error: { code: 'session-closed' },
  })
})
