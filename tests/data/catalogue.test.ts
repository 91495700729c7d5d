import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openCatalogue, type ProgrammeEntry } from '@/data/catalogue'
import { openVault } from '@/data/crypto/vault'
import { CatalogueDatabase } from '@/data/database'
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
  VAULT,
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
  const catalogue = valueOf(await openCatalogue(VAULT))
  for (const [id, at] of [
    ['a', '2026-02-01T00:00:00.000Z'],
    ['b', '2026-04-01T00:00:00.000Z'],
    ['c', '2026-03-01T00:00:00.000Z'],
  ] as const)
    await catalogue.put(anEntry(id, at))
  expect((await catalogue.list()).map((entry) => entry.id)).toEqual(['b', 'c', 'a'])
  await catalogue.put({ ...anEntry('a', '2026-05-01T00:00:00.000Z'), name: 'Andere naam' })
  catalogue.close()
  const again = valueOf(await openCatalogue(VAULT))
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
  const catalogue = valueOf(await openCatalogue(VAULT))
  await catalogue.setSetting('theme', 'dark')
  catalogue.close()
  const again = valueOf(await openCatalogue(VAULT))
  expect(await again.setting('theme')).toBe('dark')
  expect(await again.setting('iets anders')).toBeNull()
  again.close()
})

test('removing a programme removes its data too', async () => {
  const catalogue = valueOf(await openCatalogue(VAULT))
  const session = await created()
  await session.close()
  await catalogue.put(anEntry(session.id, '2026-02-01T00:00:00.000Z'))
  valueOf(await catalogue.remove(session.id))
  expect(await catalogue.find(session.id)).toBeNull()
  expect(await openSession(session.id, { vault: VAULT, plan: PLAN })).toMatchObject({
    error: { code: 'programme-missing' },
  })
  catalogue.close()
})

test('a programme that was made but not yet listed comes back in the list', async () => {
  const session = await created()
  await session.close()
  const catalogue = valueOf(await openCatalogue(VAULT))
  expect(await catalogue.find(session.id)).toBeNull()
  expect(await relistLost(catalogue, { vault: VAULT })).toBeGreaterThan(0)
  expect(await catalogue.find(session.id)).toMatchObject({ name: 'Proefprogramma', region: 'Proefregio' })
  expect(await relistLost(catalogue, { vault: VAULT })).toBe(0)
  catalogue.close()
})

test('a programme is never made over one that is there', async () => {
  const session = await created()
  const again = await createSession(session.id, someData(1), WHO, { vault: VAULT, plan: PLAN })
  expect(again).toMatchObject({ ok: false, error: { code: 'programme-exists' } })
  expect((await reopened(session)).data.projects.size).toBe(3)
})

test('two settings that are set at once are both kept', async () => {
  const catalogue = valueOf(await openCatalogue(VAULT))
  await Promise.all([catalogue.setSetting('een', 1), catalogue.setSetting('twee', [2])])
  expect([await catalogue.setting('een'), await catalogue.setting('twee')]).toEqual([1, [2]])
  catalogue.close()
})

test('a list that was sealed with other keys, or that was changed, is refused in Dutch', async () => {
  const catalogue = valueOf(await openCatalogue(VAULT))
  await catalogue.setSetting('who', 'Roos')
  catalogue.close()
  const other = valueOf(await openCatalogue(await openVault(new Uint8Array(32).fill(9))))
  await expect(other.setting('who')).rejects.toMatchObject({ error: { code: 'store-damaged' } })
  other.close()
})

test('nothing that was written can be read: not the records, not the log, not the list', async () => {
  const id = newProgrammeId()
  const catalogue = valueOf(await openCatalogue(VAULT))
  await catalogue.put(anEntry(id, '2026-02-01T00:00:00.000Z'))
  await catalogue.setSetting('who', 'Roos')
  catalogue.close()
  const list = new CatalogueDatabase()
  await list.open()
  const rows: unknown[] = await list.rows.toArray()
  list.close()
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Geheim'), { who: 'Roos', why: 'omdat' }))
  await session.close()
  const content = await rawContent(session.id)
  const text = [...rows, ...Object.values(content).flat()]
    .map((row) =>
      JSON.stringify(row, (_key, value: unknown) => (value instanceof Uint8Array ? latin(value) : value)),
    )
    .join('\n')
  expect(Object.keys(content).sort()).toEqual(['changes', 'journal', 'meta', 'pages'])
  for (const word of ['Geheim', 'Roos', 'omdat', 'Proef', 'project', 'Aalten', 'who', 'GM0001'])
    expect(text, word).not.toContain(word)
})

const latin = (bytes: Uint8Array): string => Array.from(bytes, (b) => String.fromCharCode(b)).join('')
