import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { emptyProgrammeData } from '@/domain/model/programmeData'
import { aProgramme, created, removing, renaming, reopened, someData, valueOf, WHO } from './support'

test('undo and redo walk back and forth, also after reopening', async () => {
  let session = await created()
  const states = [session.data]
  for (const name of ['A', 'B', 'C']) {
    valueOf(await session.commit(renaming(session.data, 'p0', name), WHO))
    states.push(session.data)
  }
  valueOf(await session.undo(WHO))
  expect(session.data).toEqual(states[2])
  session = await reopened(session)
  expect([session.undoLabel, session.redoLabel]).toEqual(['project "B" gewijzigd', 'project "C" gewijzigd'])
  valueOf(await session.undo(WHO))
  session = await reopened(session)
  valueOf(await session.undo(WHO))
  expect(session.data).toEqual(states[0])
  expect(session.undoLabel).toBeNull()
  expect(await session.undo(WHO)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  session = await reopened(session)
  for (const state of states.slice(1)) {
    valueOf(await session.redo(WHO))
    expect(session.data).toEqual(state)
  }
  expect(await session.redo(WHO)).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } })
  const { entries } = valueOf(await session.log({ page: 0, pageSize: 20 }))
  expect(entries.map((entry) => entry.kind).reverse()).toEqual([
    ...['start', 'change', 'change', 'change'],
    ...['undo', 'undo', 'undo', 'redo', 'redo', 'redo'],
  ])
})

test('a new change clears what could be redone', async () => {
  let session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'A'), WHO))
  valueOf(await session.undo(WHO))
  valueOf(await session.commit(renaming(session.data, 'p1', 'B'), WHO))
  expect(session.redoLabel).toBeNull()
  session = await reopened(session)
  expect(session.redoLabel).toBeNull()
  valueOf(await session.undo(WHO))
  expect(session.undoLabel).toBeNull()
  expect(session.data).toEqual(someData())
})

test('undo brings back a removed record and takes away an added one', async () => {
  let session = await created()
  valueOf(await session.commit(removing(session.data, 'p0'), WHO))
  valueOf(await session.commit(renaming(session.data, 'p8', 'Erbij'), WHO))
  session = await reopened(session)
  valueOf(await session.undo(WHO))
  valueOf(await session.undo(WHO))
  expect(session.data).toEqual(someData())
  expect((await reopened(session)).data).toEqual(someData())
})

test('undoing quickly, before anything was fetched or stored, takes each change back once', async () => {
  let session = await created()
  for (const name of ['A', 'B', 'C']) valueOf(await session.commit(renaming(session.data, 'p0', name), WHO))
  session = await reopened(session)
  const results = await Promise.all([1, 2, 3, 4].map(() => session.undo(WHO)))
  // Which of the four comes last, when there is nothing left, is up to the store.
  expect(results.filter((result) => result.ok)).toHaveLength(3)
  expect(session.data).toEqual(someData())
  expect(session.version).toBe(7)
})

test('replacing everything is one commit that can be taken back', async () => {
  let session = await created()
  const before = session.data
  const next = {
    ...emptyProgrammeData(),
    programme: new Map([['programme', { ...aProgramme, name: 'Uit een bestand' }]]),
    projects: someData(2000).projects,
  }
  const commit = valueOf(await session.replaceAll(next, 'programma vervangen', WHO))
  expect(commit.sequence).toBe(2)
  // Three projects are the same in both: they aren't touched.
  expect(commit.patches).toHaveLength(1 + 2 + 1997)
  expect(session.data).toEqual(next)
  session = await reopened(session)
  expect(session.data).toEqual(next)
  valueOf(await session.undo(WHO))
  expect(session.data).toEqual(before)
  session = await reopened(session)
  expect(session.data).toEqual(before)
  valueOf(await session.redo(WHO))
  expect(session.data).toEqual(next)
})
