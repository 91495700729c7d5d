import { afterEach, expect, it } from 'vitest'
import type { ProgrammeSession } from '@/data/session'
import { aProject, created, removing, renaming, someData, valueOf, WHO } from './support'

let session: ProgrammeSession
afterEach(() => session.close())

it('gives what an entry changed, and nothing for one that changes nothing', async () => {
  session = await created(someData(2))
  await session.commit(renaming(session.data, 'p0', 'Nieuw'), WHO)
  await session.note({ kind: 'export', summary: 'kopie bewaard' }, WHO)
  await session.undo(WHO)
  const change = valueOf(await session.changesOf(2))
  expect(change.state).toBe('whole')
  expect(change.patches.map(({ before, after }) => [before, after])).toEqual([
    [aProject('p0'), { ...aProject('p0'), name: 'Nieuw' }],
  ])
  expect(valueOf(await session.changesOf(3))).toEqual({ state: 'none', patches: [] })
  expect(valueOf(await session.changesOf(4)).patches).toMatchObject([{ after: aProject('p0') }])
  expect(valueOf(await session.changesOf(1)).patches).toHaveLength(5)
  expect(await session.changesOf(9)).toMatchObject({ ok: false, error: { code: 'no-such-entry' } })
})

it('says which records the entries touched, also of a part of the log', async () => {
  session = await created(someData(2))
  await session.commit(renaming(session.data, 'p0', 'Nieuw'), WHO)
  await session.commit(removing(session.data, 'p1'), WHO)
  const all = valueOf(await session.touchedAfter(0))
  expect([...all.bySequence]).toEqual([
    [2, [{ table: 'projects', id: 'p0' }]],
    [3, [{ table: 'projects', id: 'p1' }]],
  ])
  expect([...valueOf(await session.touchedAfter(2)).bySequence.keys()]).toEqual([3])
})

it('tells what was dropped by compaction and what was deleted for good', async () => {
  session = await created(someData(3))
  await session.commit(renaming(session.data, 'p0', 'Een'), WHO)
  await session.commit(renaming(session.data, 'p1', 'Twee'), WHO)
  await session.commit(removing(session.data, 'p1'), WHO)
  valueOf(await session.deleteForGood([{ table: 'projects', id: 'p1' }], WHO))
  expect(valueOf(await session.changesOf(3))).toEqual({ state: 'amended', patches: [] })
  expect(JSON.stringify(valueOf(await session.changesOf(1)))).not.toContain('"p1"')
  expect(valueOf(await session.touchedAfter(0)).bySequence.get(3)).toEqual([])
  valueOf(await session.compact(2, WHO))
  expect(valueOf(await session.changesOf(2))).toEqual({ state: 'compacted', patches: [] })
  expect(valueOf(await session.touchedAfter(0))).toMatchObject({ compactedUpTo: 2 })
})
