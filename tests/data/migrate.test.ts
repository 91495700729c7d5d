import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { ProgrammeDatabase, programmeDatabase, reserveDatabase } from '@/data/database'
import { type MigrationPlan, REAL_PLAN } from '@/data/migrate'
import { openSession } from '@/data/open'
import { listReserves, removeReserve } from '@/data/reserves'
import { CURRENT_FORMAT_VERSION } from '@/exchange'
import { created, PLAN, rawContent, renaming, reopened, valueOf, WHO, VAULT } from './support'

type Shape = Record<string, object | object[]>

/** Every project of a file's data, changed; nothing else. */
function onProjects(how: (project: object) => object): (data: unknown) => unknown {
  return (data) => {
    const shape = data as Shape
    const projects = shape['projects']
    if (!Array.isArray(projects) || Array.isArray(shape['programme']))
      throw new Error('not the shape of a file')
    return { ...shape, projects: projects.map(how) }
  }
}

/** Made up: format 2 writes notes in capitals, format 3 adds an owner to every project. */
const LATER: MigrationPlan = {
  current: 3,
  migrations: [
    { from: 1, to: 2, up: onProjects((project) => ({ ...project, note: 'NOTITIE' })) },
    { from: 2, to: 3, up: onProjects((project) => ({ ...project, owner: 'regisseur' })) },
  ],
}

async function contentOf(name: string): Promise<Record<string, unknown[]>> {
  const database = new ProgrammeDatabase(name)
  await database.open()
  const content: Record<string, unknown[]> = {}
  for (const table of database.tables) content[table.name] = await table.toArray()
  database.close()
  return content
}

test('an older programme is brought up to date step by step, after a copy of it was put aside', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Voor de overgang'), WHO))
  await session.close()
  const before = await rawContent(session.id)

  const opened = valueOf(await openSession(session.id, { vault: VAULT, plan: LATER }))
  expect(opened.data.projects.get('p0')).toMatchObject({
    name: 'Voor de overgang',
    note: 'NOTITIE',
    owner: 'regisseur',
  })
  expect(opened.data.projects.size).toBe(3)
  expect(opened.version).toBe(3)
  // What was changed in the old format can be read in the log, but isn't put back in that form.
  expect(opened.undoLabel).toBeNull()
  expect(valueOf(await opened.log({ page: 0, pageSize: 5 })).entries).toHaveLength(3)
  expect(await contentOf(reserveDatabase(session.id, 1))).toEqual(before)

  valueOf(await opened.commit(renaming(opened.data, 'p0', 'Na de overgang'), WHO))
  await opened.close()
  const again = valueOf(await openSession(session.id, { vault: VAULT, plan: LATER }))
  expect(again.undoLabel).toBe('project "Na de overgang" gewijzigd')
  valueOf(await again.undo(WHO))
  expect(again.data.projects.get('p0')?.name).toBe('Voor de overgang')
  expect(await again.undo(WHO)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  await again.close()
})

test('a programme of today is not touched, and no copy is made', async () => {
  const session = await created()
  await session.close()
  valueOf(await openSession(session.id, { vault: VAULT, plan: PLAN }))
  const names = (await indexedDB.databases()).map((database) => database.name)
  expect(names).toContain(programmeDatabase(session.id))
  expect(names).not.toContain(reserveDatabase(session.id, 1))
})

test('a migration that fails halfway leaves the programme as it was', async () => {
  const session = await created()
  await session.close()
  const before = await rawContent(session.id)
  const failing: MigrationPlan = {
    current: 3,
    migrations: [
      { from: 1, to: 2, up: onProjects((project) => ({ ...project, note: 'NOTITIE' })) },
      { from: 2, to: 3, up: (data) => ({ ...(data as Shape), reports: [{ name: 'zonder id' }] }) },
    ],
  }
  expect(await openSession(session.id, { vault: VAULT, plan: failing })).toMatchObject({
    ok: false,
    error: { code: 'store-failed' },
  })
  expect(await rawContent(session.id)).toEqual(before)
  expect(valueOf(await openSession(session.id, { vault: VAULT, plan: PLAN })).data.projects.size).toBe(3)
})

test('steps with a gap are refused before anything is copied or changed', async () => {
  const session = await created()
  await session.close()
  const before = await rawContent(session.id)
  const gap: MigrationPlan = { current: 3, migrations: LATER.migrations.slice(1) }
  expect(await openSession(session.id, { vault: VAULT, plan: gap })).toMatchObject({
    ok: false,
    error: { code: 'store-failed' },
  })
  expect(await rawContent(session.id)).toEqual(before)
  const names = (await indexedDB.databases()).map((database) => database.name)
  expect(names).not.toContain(reserveDatabase(session.id, 1))
})

test('the store of today has the format of the files of today', async () => {
  const session = await created(undefined, { plan: REAL_PLAN })
  const opened = await reopened(session, { plan: REAL_PLAN })
  expect((await opened.log({ page: 0, pageSize: 5 })).ok).toBe(true)
  await opened.close()
  expect(await openSession(session.id, { vault: VAULT, plan: PLAN })).toMatchObject({
    ok: false,
    error: { code: 'store-newer' },
  })
  expect(PLAN.current).toBeLessThan(CURRENT_FORMAT_VERSION)
})

test('what was kept before an overgang can be listed and removed, and still opens as it was', async () => {
  const session = await created()
  await session.close()
  const opened = valueOf(await openSession(session.id, { vault: VAULT, plan: LATER }))
  const reserve = { id: session.id, formatVersion: 1 }
  expect(valueOf(await listReserves())).toContainEqual(reserve)
  // Also what it was like before is there to go back to, brought to the format of now.
  expect(valueOf(await opened.dataAt(1)).projects.get('p0')).toMatchObject({
    note: 'NOTITIE',
    owner: 'regisseur',
  })
  expect(valueOf(await opened.verify()).problems).toEqual([])
  await opened.close()
  valueOf(await removeReserve(reserve))
  expect(valueOf(await listReserves())).not.toContainEqual(reserve)
})
