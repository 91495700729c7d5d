import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reserveDatabase } from '@/data/database'
import { openSession } from '@/data/open'
import { copyAside, listReserves } from '@/data/reserves'
import { ProgrammeDatabase, programmeDatabase } from '@/data/database'
import {
  aProject,
  created,
  openedRows,
  PLAN,
  QUIET,
  removing,
  renaming,
  reopened,
  someData,
  VAULT,
  valueOf,
  WHO,
} from './support'

test('exports, prints and backups stand in the log, and undo passes them by', async () => {
  let session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Anders'), WHO))
  const source = { fileName: 'rapport.pdf', sha256: 'ab'.repeat(32) }
  for (const kind of ['export', 'print', 'backup'] as const)
    valueOf(
      await session.note({ kind, summary: `${kind} gedaan` }, { who: 'Sam', why: 'voor de raad', source }),
    )
  session = await reopened(session)
  const { entries } = valueOf(await session.log({ page: 0, pageSize: 3 }))
  expect(entries.map(({ kind }) => kind)).toEqual(['backup', 'print', 'export'])
  expect(entries[0]).toMatchObject({ who: 'Sam', why: 'voor de raad', source, records: 0, erased: false })
  expect(session.undoLabel).toBe('project "Anders" gewijzigd')
  valueOf(await session.undo(WHO))
  valueOf(await session.note({ kind: 'export', summary: 'nog een' }, WHO))
  session = await reopened(session)
  valueOf(await session.redo(WHO))
  expect(session.data.projects.get('p0')?.name).toBe('Anders')
  expect(valueOf(await session.verify()).problems).toEqual([])
})

test('going back shows first what it brings, is one commit, and can be undone', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'Anders'), WHO))
  valueOf(await session.commit(renaming(session.data, 'p9', 'Erbij'), WHO))
  valueOf(await session.commit(removing(session.data, 'p1'), WHO))
  const before = session.data
  expect(valueOf(await session.previewRestore(1))).toEqual({
    sequence: 1,
    records: 3,
    tables: [
      {
        table: 'projects',
        added: [{ id: 'p1', name: 'Project p1' }],
        changed: [{ id: 'p0', name: 'Project p0' }],
        removed: [{ id: 'p9', name: 'Erbij' }],
      },
    ],
  })
  const commit = valueOf(await session.restoreTo(1, { who: 'Roos', why: 'vergissing' }))
  expect(commit).toMatchObject({ kind: 'restore', sequence: 5, why: 'vergissing' })
  expect(session.data).toEqual(someData())
  expect(valueOf(await session.dataAt(4))).toEqual(before)
  valueOf(await session.undo(WHO))
  expect(session.data).toEqual(before)
  expect(await session.restoreTo(40, WHO)).toMatchObject({ ok: false, error: { code: 'no-such-entry' } })
})

test('compaction keeps every entry and its proof, and what came after it can still be undone and gone back to', async () => {
  let session = await created()
  for (const name of ['A', 'B', 'C', 'D'])
    valueOf(await session.commit(renaming(session.data, 'p0', `Naam ${name}`), WHO))
  const hashes = valueOf(await session.log({ page: 0, pageSize: 10 })).entries.map(({ hash, digest }) => [
    hash,
    digest,
  ])
  valueOf(await session.compact(3, { who: 'Roos', why: 'na zeven jaar' }))
  session = await reopened(session)
  const { entries } = valueOf(await session.log({ page: 0, pageSize: 10 }))
  expect(entries[0]).toMatchObject({ kind: 'compaction', why: 'na zeven jaar', sequence: 6 })
  expect(entries.slice(1).map(({ hash, digest }) => [hash, digest])).toEqual(hashes)
  const rows = await openedRows(session.id)
  expect(
    Object.keys(rows)
      .filter((place) => place.startsWith('changes/'))
      .sort(),
  ).toEqual(['changes/4.0', 'changes/5.0', 'changes/6.0'])
  expect(valueOf(await session.verify())).toMatchObject({ problems: [], compactedUpTo: 3 })
  expect(await session.dataAt(2)).toMatchObject({ ok: false, error: { code: 'history-compacted' } })
  expect(valueOf(await session.dataAt(3)).projects.get('p0')?.name).toBe('Naam B')
  expect((await session.undo(WHO)).ok && (await session.undo(WHO)).ok).toBe(true)
  expect(await session.undo(WHO)).toMatchObject({ error: { code: 'nothing-to-undo' } })
  expect(session.data.projects.get('p0')?.name).toBe('Naam B')
  expect(await session.compact(3, WHO)).toMatchObject({ error: { code: 'nothing-to-compact' } })
  valueOf(await session.compact(6, WHO))
  expect(valueOf(await session.verify()).problems).toEqual([])
})

test('while the log itself is worked on, a change is refused and nothing gets lost', async () => {
  const session = await created()
  valueOf(await session.commit(renaming(session.data, 'p0', 'A'), WHO))
  const busy = session.compact(1, WHO)
  expect(await session.commit(renaming(session.data, 'p0', 'B'), WHO)).toMatchObject({
    error: { code: 'store-busy' },
  })
  valueOf(await busy)
  valueOf(await session.commit(renaming(session.data, 'p0', 'B'), WHO))
  expect((await reopened(session)).data.projects.get('p0')?.name).toBe('B')
})

test('a clock that was set back never makes an entry older than the one before, and is told once', async () => {
  const moments = ['10:00:00', '10:05:00', '10:04:30', '09:00:00', '09:01:00', '10:06:00', '08:00:00']
  let at = 0
  const environment = { ...QUIET, now: () => `2026-11-22T${moments[at++] ?? '23:00:00'}.000Z` }
  const session = await created(undefined, { environment })
  at = 1
  const warnings: (string | null)[] = []
  session.subscribe(({ warning }) => warnings.push(warning))
  for (const name of ['A', 'B', 'C', 'D', 'E'])
    valueOf(await session.commit(renaming(session.data, 'p0', name), WHO))
  const { entries } = valueOf(await session.log({ page: 0, pageSize: 10 }))
  expect(
    [...entries].reverse().map(({ at, clock }) => [at.slice(11, 16), clock?.slice(11, 16) ?? null]),
  ).toEqual([
    ...[
      ['10:00', null],
      ['10:05', null],
      ['10:05', null],
      ['10:05', '09:00'],
      ['10:05', '09:01'],
      ['10:06', null],
    ],
  ])
  const told = warnings.filter((warning) => warning !== null)
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('klok van deze computer loopt achter')
  await session.close()
  const later = valueOf(await openSession(session.id, { vault: VAULT, plan: PLAN, environment }))
  expect(later.warnings).toHaveLength(1)
})

test('what is still mentioned elsewhere is not deleted for good', async () => {
  const session = await created()
  const result = await session.deleteForGood([{ table: 'municipalities', id: 'GM0001' }], WHO)
  expect(result).toMatchObject({ ok: false, error: { code: 'still-mentioned' } })
  expect(result.ok ? '' : result.error.message).toContain('genoemd bij het programma en de projecten')
  expect(session.data.municipalities.has('GM0001')).toBe(true)
})

test('deleting for good reaches copies that were put aside, and says in the log that it was done', async () => {
  const session = await created()
  const database = new ProgrammeDatabase(programmeDatabase(session.id))
  await database.open()
  await copyAside(database, reserveDatabase(session.id, 1))
  database.close()
  valueOf(
    await session.deleteForGood([{ table: 'projects', id: 'p1' }], { who: 'Roos', why: 'termijn voorbij' }),
  )
  expect(valueOf(await listReserves()).filter(({ id }) => id === session.id)).toEqual([])
  const [entry] = valueOf(await session.log({ page: 0, pageSize: 1 })).entries
  expect(entry).toMatchObject({
    kind: 'deletion',
    summary: '1 gegeven voorgoed gewist',
    why: 'termijn voorbij',
    records: 1,
  })
})

const MARK = 'ZWARTE-TULP'
const marked = { ...aProject(`id-${MARK}`, `Naam ${MARK}`), note: `notitie ${MARK}`, owner: MARK }

type Act =
  'add' | 'change' | 'remove' | 'other' | 'undo' | 'redo' | 'mention' | 'checkpoint' | 'compact' | 'reopen'
const acts = fc.array(
  fc.constantFrom<Act>(
    'add',
    'change',
    'remove',
    'other',
    'undo',
    'redo',
    'mention',
    'checkpoint',
    'compact',
    'reopen',
  ),
  { minLength: 3, maxLength: 18 },
)

test('whatever was done with a record, after deleting it for good nothing of it is left in any row', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      let session = await created()
      let count = 0
      const put = (project: typeof marked, summary: string): Promise<unknown> => {
        const before = session.data.projects.get(project.id) ?? null
        return session.commit(
          { patches: [{ table: 'projects', id: project.id, before, after: project }], summary },
          { who: 'Roos', why: count % 2 === 0 ? '' : `wegens Naam ${MARK}` },
        )
      }
      for (const act of ['add', ...list]) {
        count += 1
        if (act === 'add') await put(marked, `project "${marked.name}" toegevoegd`)
        if (act === 'change')
          await put({ ...marked, owner: `${MARK} ${String(count)}` }, `project "${marked.name}" gewijzigd`)
        if (act === 'remove' && session.data.projects.has(marked.id))
          await session.commit(removing(session.data, marked.id), WHO)
        if (act === 'other') await session.commit(renaming(session.data, 'p0', `Ander ${String(count)}`), WHO)
        if (act === 'undo') await session.undo(WHO)
        if (act === 'redo') await session.redo(WHO)
        if (act === 'checkpoint') await session.checkpoint()
        if (act === 'compact') await session.compact(Math.ceil(session.version / 2), WHO)
        if (act === 'reopen') session = await reopened(session)
        // Another record that points to it for a while.
        if (act === 'mention') {
          await put({ ...aProject('p2'), neighbourhoodContact: marked.id }, 'verwijzing erbij')
          await put({ ...aProject('p2'), owner: String(count) }, 'verwijzing weg')
        }
      }
      // An undo can have brought a mention back.
      await put({ ...aProject('p2'), owner: 'klaar' }, 'zonder verwijzing')
      const left = new Map([...session.data.projects].filter(([id]) => id !== marked.id))
      valueOf(await session.deleteForGood([{ table: 'projects', id: marked.id }], WHO))
      for (const [place, text] of Object.entries(await openedRows(session.id)))
        expect(text, place).not.toContain(MARK)
      expect(JSON.stringify([session.undoLabel, session.redoLabel])).not.toContain(MARK)
      expect(valueOf(await session.verify()).problems).toEqual([])
      session = await reopened(session)
      expect(new Map(session.data.projects)).toEqual(left)
      expect(valueOf(await session.verify()).problems).toEqual([])
      await session.close()
    }),
    { numRuns: 60, seed: 4 },
  )
})
