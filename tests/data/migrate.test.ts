import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { plainCodec } from '@/data/codec'
import { backupDatabase, ProgrammeDatabase, programmeDatabase } from '@/data/database'
import { type MigrationPlan, REAL_PLAN } from '@/data/migrate'
import { openSession } from '@/data/open'
import { freeze } from '@/domain/planning'
import { CURRENT_FORMAT_VERSION } from '@/exchange'
import {
  aMunicipality,
  aProgramme,
  aProject,
  created,
  newProgrammeId,
  PLAN,
  rawContent,
  renaming,
  valueOf,
  WHO,
} from './support'

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

  const opened = valueOf(await openSession(session.id, { plan: LATER }))
  expect(opened.data.projects.get('p0')).toMatchObject({
    name: 'Voor de overgang',
    note: 'NOTITIE',
    owner: 'regisseur',
  })
  expect(opened.data.projects.size).toBe(3)
  expect(opened.version).toBe(2)
  // What was changed in the old format can be read in the log, but isn't put back in that form.
  expect(opened.undoLabel).toBeNull()
  expect(valueOf(await opened.log({ page: 0, pageSize: 5 })).entries).toHaveLength(2)
  expect(await contentOf(backupDatabase(session.id, 1))).toEqual(before)

  valueOf(await opened.commit(renaming(opened.data, 'p0', 'Na de overgang'), WHO))
  await opened.close()
  const again = valueOf(await openSession(session.id, { plan: LATER }))
  expect(again.undoLabel).toBe('project "Na de overgang" gewijzigd')
  valueOf(await again.undo(WHO))
  expect(again.data.projects.get('p0')?.name).toBe('Voor de overgang')
  expect(await again.undo(WHO)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  await again.close()
})

test('a programme of today is not touched, and no copy is made', async () => {
  const session = await created()
  await session.close()
  valueOf(await openSession(session.id, { plan: PLAN }))
  const names = (await indexedDB.databases()).map((database) => database.name)
  expect(names).toContain(programmeDatabase(session.id))
  expect(names).not.toContain(backupDatabase(session.id, 1))
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
  expect(await openSession(session.id, { plan: failing })).toMatchObject({
    ok: false,
    error: { code: 'store-failed' },
  })
  expect(await rawContent(session.id)).toEqual(before)
  expect(valueOf(await openSession(session.id, { plan: PLAN, codec: plainCodec })).data.projects.size).toBe(3)
})

test('steps with a gap are refused before anything is copied or changed', async () => {
  const session = await created()
  await session.close()
  const before = await rawContent(session.id)
  const gap: MigrationPlan = { current: 3, migrations: LATER.migrations.slice(1) }
  expect(await openSession(session.id, { plan: gap })).toMatchObject({
    ok: false,
    error: { code: 'store-failed' },
  })
  expect(await rawContent(session.id)).toEqual(before)
  const names = (await indexedDB.databases()).map((database) => database.name)
  expect(names).not.toContain(backupDatabase(session.id, 1))
})

test('the store of today has the format of the files of today', async () => {
  const session = await created(undefined, { plan: REAL_PLAN })
  await session.close()
  expect((await rawContent(session.id))['meta']).toEqual([
    { id: 'format', body: { formatVersion: CURRENT_FORMAT_VERSION, historyFloor: 0 } },
  ])
})

const STORES_1 = [
  'programme',
  'municipalities',
  'partners',
  'arrangementTypes',
  'projects',
  'milestones',
  'reports',
]

/** The database of a programme as the first Palet left it: made by hand, so that it stays as it was. */
async function leaveFirst(id: string): Promise<void> {
  const request = indexedDB.open(programmeDatabase(id), 10)
  request.onupgradeneeded = () => {
    const { result } = request
    for (const name of [...STORES_1, 'meta']) result.createObjectStore(name, { keyPath: 'id' })
    result.createObjectStore('log', { keyPath: 'sequence' })
    result.createObjectStore('changes', { keyPath: ['sequence', 'part'] })
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('open'))
    }
  })
  const now = aProject('p0')
  const project = Object.fromEntries(
    Object.entries(now).filter(([key]) => key !== 'dependencies' && key !== 'gate'),
  )
  const work = database.transaction([...database.objectStoreNames], 'readwrite')
  const put = (table: string, row: object): unknown => work.objectStore(table).put(row)
  put('programme', { id: 'programme', body: aProgramme })
  put('municipalities', { id: 'GM0001', body: aMunicipality('GM0001', 'Aalten') })
  const type = { id: 'type', name: 'Kamers', family: 'housing', contract: 'none', supportBandId: null }
  put('arrangementTypes', {
    id: 'type',
    body: { ...type, audience: '', duration: '', description: '', retired: false },
  })
  put('projects', { id: 'p0', body: project })
  put('meta', { id: 'format', body: { formatVersion: 1, historyFloor: 0 } })
  put('log', {
    sequence: 1,
    body: {
      id: 'commit-1',
      sequence: 1,
      at: '2026-01-01T00:00:01.000Z',
      who: 'Roos',
      summary: 'programma gemaakt',
      why: '',
      kind: 'change',
      target: null,
      records: 0,
    },
  })
  await new Promise((resolve) => {
    work.oncomplete = resolve
  })
  database.close()
}

test('a programme that the first Palet kept opens, with its plan as it was and room for the new', async () => {
  const id = newProgrammeId()
  await leaveFirst(id)
  const session = valueOf(await openSession(id))
  expect(session.data.projects.get('p0')).toEqual(aProject('p0'))
  expect([session.data.baselines.size, session.data.scenarios.size]).toEqual([0, 0])
  const baseline = valueOf(
    freeze('Plan bij de start')(session.data, { newId: () => 'plan-1', today: '2026-11-02' }),
  )
  valueOf(await session.commit(baseline, WHO))
  await session.close()
  const again = valueOf(await openSession(id))
  expect(again.data.baselines.get('plan-1')?.projects.map((p) => p.id)).toEqual(['p0'])
  valueOf(await again.undo(WHO))
  expect(again.data.baselines.size).toBe(0)
  await again.close()
  const kept = await contentOf(backupDatabase(id, 1))
  expect(kept['projects']).toHaveLength(1)
  expect(JSON.stringify(kept['projects'])).not.toContain('dependencies')
})
