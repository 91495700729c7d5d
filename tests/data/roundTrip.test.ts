import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSession } from '@/data/open'
import { programmeArbitrary } from '../fixtures/randomProgramme'
import {
  created,
  newProgrammeId,
  PLAN,
  removing,
  renaming,
  reopened,
  someData,
  valueOf,
  WHO,
  VAULT,
} from './support'

test('a programme comes back from the store as it went in', async () => {
  // More than fits in one portion of reading and writing.
  const data = someData(2000)
  const session = await created(data)
  expect(session.data).toEqual(data)
  const again = await reopened(session)
  expect(again.data).toEqual(data)
  expect(again.version).toBe(1)
})

test('any programme, with any text in it, comes back as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(programmeArbitrary, programmeArbitrary, async (data, other) => {
      const session = await created(data)
      expect(session.data).toEqual(data)
      let again = await reopened(session)
      expect(again.data).toEqual(data)
      valueOf(await again.replaceAll(other, 'vervangen', WHO))
      again = await reopened(again)
      expect(again.data).toEqual(other)
      valueOf(await again.undo(WHO))
      again = await reopened(again)
      expect(again.data).toEqual(data)
      await again.close()
    }),
    { numRuns: 20 },
  )
})

test('changes, additions and removals come back after reopening', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p1', 'Nieuwe naam'), WHO))
  valueOf(await session.commit(renaming(session.data, 'p9', 'Erbij'), WHO))
  valueOf(await session.commit(removing(session.data, 'p0'), WHO))
  const shown = session.data
  const again = await reopened(session)
  expect(again.data).toEqual(shown)
  expect([...again.data.projects.keys()].sort()).toEqual(['p1', 'p2', 'p9'])
  expect(again.version).toBe(4)
  expect(again.savedAt).toBe(session.savedAt)
})

test('what the caller keeps and changes afterwards does not reach the store', async () => {
  const session = await created()
  const before = session.data.projects.get('p0')
  if (before === undefined) throw new Error('no project')
  const after = { ...before, homes: before.homes.map((step) => ({ ...step })), name: 'Eerst' }
  const stored = session.commit(
    { patches: [{ table: 'projects', id: 'p0', before, after }], summary: 'naam gewijzigd' },
    WHO,
  )
  after.name = 'Daarna'
  for (const step of after.homes) Object.assign(step, { places: 99 })
  valueOf(await stored)
  expect(session.data.projects.get('p0')?.name).toBe('Eerst')
  expect(session.data.projects.get('p0')?.homes[0]?.places).toBe(4)
  expect((await reopened(session)).data.projects.get('p0')?.homes[0]?.places).toBe(4)
})

test('the log tells who, when, what and why, newest first, by page', async () => {
  const session = await created()
  for (let n = 1; n <= 24; n++)
    valueOf(
      await session.commit(renaming(session.data, 'p0', `Naam ${String(n)}`), { who: 'Sam', why: 'overleg' }),
    )
  const first = valueOf(await session.log({ page: 0, pageSize: 10 }))
  expect(first.total).toBe(25)
  expect(first.entries.map((entry) => entry.sequence)).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16])
  expect(first.entries[0]).toMatchObject({
    who: 'Sam',
    why: 'overleg',
    summary: 'project "Naam 24" gewijzigd',
    kind: 'change',
    records: 1,
  })
  expect(first.entries[0]).not.toHaveProperty('patches')
  const last = valueOf(await session.log({ page: 2, pageSize: 10 }))
  expect(last.entries.map((entry) => entry.sequence)).toEqual([5, 4, 3, 2, 1])
  expect(last.entries.at(-1)).toMatchObject({ who: 'Roos', summary: 'programma "Proefprogramma" aangemaakt' })
  expect(valueOf(await session.log({ page: 3, pageSize: 10 })).entries).toEqual([])
})

test('a programme that is not on this computer is told so', async () => {
  const opened = await openSession(newProgrammeId(), { vault: VAULT, plan: PLAN })
  expect(opened).toMatchObject({ ok: false, error: { code: 'programme-missing' } })
  expect(opened.ok ? '' : opened.error.message).toContain('staat niet meer op deze computer')
})

test('a change without difference is not recorded', async () => {
  const session = await created()
  const commit = valueOf(await session.commit(renaming(session.data, 'p0', 'Project p0'), WHO))
  expect(commit.patches).toEqual([])
  expect(session.version).toBe(1)
  expect(session.undoLabel).toBeNull()
  expect(valueOf(await session.log({ page: 0, pageSize: 5 })).total).toBe(1)
})
