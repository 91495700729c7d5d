import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { draftTrajectory, saveTrajectory, takeStep } from '@/domain/trajectories'
import { created, reopened, valueOf, WHO } from './support'

/** A person's code is what names it: in the log too, until it is deleted for good. */
test('a trajectory deleted for good leaves no code in the log', async () => {
  let session = await created()
  const ctx = { newId: () => 'een', today: '2026-11-22' }
  const draft = { ...draftTrajectory(session.data, ctx), note: 'Wil in het dorp blijven.' }
  for (const command of [
    saveTrajectory(draft),
    takeStep(draft.id, { step: 'plan', on: '2026-11-22', note: '' }),
  ]) {
    const change = valueOf(command(session.data, { ...ctx, newId: () => 'twee' }))
    valueOf(await session.commit(change, WHO))
  }
  const words = async (): Promise<string> =>
    JSON.stringify(valueOf(await session.log({ page: 0, pageSize: 9 })))
  expect(await words()).toContain('T-0001')
  valueOf(await session.deleteForGood([{ table: 'trajectories', id: draft.id }], WHO))
  session = await reopened(session)
  expect(session.data.trajectories.size).toBe(0)
  expect(await words()).not.toContain('T-0001')
  expect(await words()).not.toContain('dorp')
  expect(valueOf(await session.verify()).problems).toEqual([])
})
