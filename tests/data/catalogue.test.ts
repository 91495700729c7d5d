import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openCatalogue, type ProgrammeEntry } from '@/data/catalogue'
import type { RecordCodec } from '@/data/codec'
import { createSession, openSession } from '@/data/open'
import { relistLost } from '@/data/recover'
import {
  created,
  newProgrammeId,
  PLAN,
  rawContent,
  renaming,
  reopened,
  someData,
  valueOf,
  WHO,
} from './support'

const anEntry = (id: string, lastOpenedAt: string): ProgrammeEntry => ({
  id,
  name: `Programma ${id}`,
  region: 'Achterhoek',
  example: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastOpenedAt,
})

test('the list gives the last opened first, also after reopening', async () => {
  const catalogue = valueOf(await openCatalogue())
  for (const [id, at] of [
    ['a', '2026-02-01T00:00:00.000Z'],
    ['b', '2026-04-01T00:00:00.000Z'],
    ['c', '2026-03-01T00:00:00.000Z'],
  ] as const)
    await catalogue.put(anEntry(id, at))
  expect((await catalogue.list()).map((entry) => entry.id)).toEqual(['b', 'c', 'a'])
  await catalogue.put({ ...anEntry('a', '2026-05-01T00:00:00.000Z'), name: 'Andere naam' })
  catalogue.close()
  const again = valueOf(await openCatalogue())
  expect((await again.list()).map((entry) => entry.name)).toEqual([
    'Andere naam',
    'Programma b',
    'Programma c',
  ])
  for (const id of ['a', 'b', 'c']) valueOf(await again.remove(id))
  expect(await again.list()).toEqual([])
  again.close()
})

test('settings are kept; one that was never set is null', async () => {
  const catalogue = valueOf(await openCatalogue())
  await catalogue.setSetting('theme', 'dark')
  catalogue.close()
  const again = valueOf(await openCatalogue())
  expect(await again.setting('theme')).toBe('dark')
  expect(await again.setting('iets anders')).toBeNull()
  again.close()
})

test('removing a programme removes its data too', async () => {
  const catalogue = valueOf(await openCatalogue())
  const session = await created()
  await session.close()
  await catalogue.put(anEntry(session.id, '2026-02-01T00:00:00.000Z'))
  valueOf(await catalogue.remove(session.id))
  expect(await catalogue.find(session.id)).toBeNull()
  expect(await openSession(session.id, { plan: PLAN })).toMatchObject({
    error: { code: 'programme-missing' },
  })
  catalogue.close()
})

test('a programme that was made but not yet listed comes back in the list', async () => {
  const session = await created()
  await session.close()
  const catalogue = valueOf(await openCatalogue())
  expect(await catalogue.find(session.id)).toBeNull()
  expect(await relistLost(catalogue)).toBeGreaterThan(0)
  expect(await catalogue.find(session.id)).toMatchObject({ name: 'Proefprogramma', region: 'Proefregio' })
  expect(await relistLost(catalogue)).toBe(0)
  catalogue.close()
})

test('a programme is never made over one that is there', async () => {
  const session = await created()
  const again = await createSession(session.id, someData(1), WHO, { plan: PLAN })
  expect(again).toMatchObject({ ok: false, error: { code: 'programme-exists' } })
  expect((await reopened(session)).data.projects.size).toBe(3)
})

/** Nothing readable: text turned into numbers, bound to table and key. */
const scrambling: RecordCodec = {
  seal: (table, key, value) =>
    new TextEncoder().encode(JSON.stringify([table, key, value])).map((byte) => byte ^ 0x5a),
  open: (table, key, sealed) => {
    if (!(sealed instanceof Uint8Array)) throw new Error('not sealed')
    const [t, k, value] = JSON.parse(new TextDecoder().decode(sealed.map((byte) => byte ^ 0x5a))) as unknown[]
    if (t !== table || k !== key) throw new Error('moved')
    return value
  },
}

test('everything written goes through the codec: records, log, patches, format, list and settings', async () => {
  const id = newProgrammeId()
  const catalogue = valueOf(await openCatalogue(scrambling))
  await catalogue.put(anEntry(id, '2026-02-01T00:00:00.000Z'))
  await catalogue.setSetting('who', 'Roos')
  expect((await catalogue.find(id))?.name).toBe(`Programma ${id}`)
  expect(await catalogue.setting('who')).toBe('Roos')
  valueOf(await catalogue.remove(id))
  catalogue.close()

  const session = await created(undefined, { codec: scrambling })
  valueOf(await session.commit(renaming(session.data, 'p0', 'Geheim'), WHO))
  const shown = session.data
  for (const [table, rows] of Object.entries(await rawContent(session.id)))
    for (const row of rows) expect(row, table).toHaveProperty('body', expect.any(Uint8Array))
  const again = await reopened(session, { codec: scrambling })
  expect(again.data).toEqual(shown)
  valueOf(await again.undo(WHO))
  expect(again.data.projects.get('p0')?.name).toBe('Project p0')
})
