import 'fake-indexeddb/auto'
import { vi } from 'vitest'
import { sealerOf } from '@/data/core'
import { fromUtf8 } from '@/data/crypto/bytes'
import { openVault, type Vault } from '@/data/crypto/vault'
import { ProgrammeDatabase, programmeDatabase } from '@/data/database'
import { readManifest } from '@/data/manifest'
import type { MigrationPlan } from '@/data/migrate'
import { createSession, openSession, type StoreOptions } from '@/data/open'
import { places } from '@/data/sealer'
import type { ProgrammeSession } from '@/data/session'
import type { SessionEnvironment } from '@/data/sessionTypes'
import type { Change } from '@/domain/history/patch'
import { emptyGate } from '@/domain/model/dependency'
import type { Municipality, Programme, Project } from '@/domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import type { Result } from '@/domain/result'

export const PLAN: MigrationPlan = { current: 1, migrations: [] }
export const WHO = { who: 'Roos' }
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)
/** Always the same keys, so that what one test file writes another opening of it can read. */
export const testVault = (): Promise<Vault> => openVault(KEY.slice())
export const VAULT = await testVault()

export const aProgramme: Programme = {
  id: 'programme',
  name: 'Proefprogramma',
  purpose: 'Iedereen een thuis',
  region: 'Proefregio',
  centralMunicipalityId: 'GM0001',
  start: '2026-01-01',
  horizon: '2030-12-31',
  cycle: 'quarter',
  allocationKey: { basis: 'inhabitants', manualWeights: {}, source: 'proef', decisionDate: null },
  supportBands: [{ id: 'licht', name: 'Licht', hoursPerWeek: 2 }],
  example: false,
  facts: [],
}

export const aMunicipality = (id: string, name: string): Municipality => ({
  id,
  name,
  region: 'Proefregio',
  inhabitants: { value: 1000, referenceDate: '2026-01-01', source: 'proef', verified: false },
  socialStock: null,
  tile: null,
})

export const aProject = (id: string, name = `Project ${id}`): Project => ({
  id,
  name,
  typeId: 'type',
  municipalityId: 'GM0001',
  associationId: null,
  supportProviderId: null,
  neighbourhoodContact: '',
  phase: 'idea',
  phases: [{ phase: 'idea', planned: '2026-02-01', actual: null }],
  confidence: 'likely',
  homes: [{ id: `${id}-1`, date: '2026-03-01', from: null, to: 'idea', places: 4, note: '' }],
  support: [],
  rating: { colour: 'grey', cause: '', consequence: '', adjustment: '' },
  owner: '',
  nextStep: '',
  closingDecision: null,
  dependencies: [],
  gate: emptyGate,
  note: 'é € ☃ "aanhaling"',
})

export function someData(projects = 3): ProgrammeData {
  return {
    ...emptyProgrammeData(),
    programme: new Map([['programme', aProgramme]]),
    municipalities: new Map([
      ['GM0001', aMunicipality('GM0001', 'Aalten')],
      ['GM0002', aMunicipality('GM0002', 'Doetinchem')],
    ]),
    projects: new Map(
      Array.from({ length: projects }, (_, index) => [`p${String(index)}`, aProject(`p${String(index)}`)]),
    ),
  }
}

/** Nothing happens by itself in a test. */
export const QUIET: SessionEnvironment = {
  newId: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
}

/** Ids and moments that are the same in every run. */
export function countingEnvironment(): SessionEnvironment {
  let ids = 0
  let seconds = 0
  return {
    newId: () => `commit-${String(++ids)}`,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, ++seconds)).toISOString(),
  }
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export const newProgrammeId = (): string => crypto.randomUUID()

export async function created(
  data = someData(),
  options: Partial<StoreOptions> = {},
): Promise<ProgrammeSession> {
  return valueOf(
    await createSession(newProgrammeId(), data, WHO, {
      vault: VAULT,
      plan: PLAN,
      environment: QUIET,
      ...options,
    }),
  )
}

export async function reopened(
  session: ProgrammeSession,
  options: Partial<StoreOptions> = {},
): Promise<ProgrammeSession> {
  await session.close()
  return valueOf(await openSession(session.id, { vault: VAULT, plan: PLAN, environment: QUIET, ...options }))
}

export function renaming(data: ProgrammeData, id: string, name: string): Change {
  const before = data.projects.get(id) ?? null
  const after = before === null ? aProject(id, name) : { ...before, name }
  return { patches: [{ table: 'projects', id, before, after }], summary: `project "${name}" gewijzigd` }
}

export function removing(data: ProgrammeData, id: string): Change {
  const before = data.projects.get(id) ?? null
  return { patches: [{ table: 'projects', id, before, after: null }], summary: `project ${id} verwijderd` }
}

/** Every sealed row of a programme as text, by its place: what somebody with the key can read. */
export async function openedRows(id: string): Promise<Record<string, string>> {
  const database = new ProgrammeDatabase(programmeDatabase(id))
  await database.open()
  const sealer = await sealerOf(database, VAULT, id)
  const opened: Record<string, string> = {}
  const open = async (place: string, body: Uint8Array): Promise<void> => {
    opened[place] = fromUtf8(await sealer.open(place, body))
  }
  for (const row of await database.journal.toArray()) await open(places.journal(row.sequence), row.body)
  for (const row of await database.changes.toArray())
    await open(places.part(row.sequence, row.part), row.body)
  const manifest = await readManifest(database, sealer)
  const versions = new Map(
    manifest.tables.flatMap(({ pages }, table) =>
      pages.map(([page, version]) => [`${String(table)}.${String(page)}`, version] as const),
    ),
  )
  for (const { table, page, body } of await database.pages.toArray())
    await open(places.page(table, page, versions.get(`${String(table)}.${String(page)}`) ?? ''), body)
  for (const { id: name, body } of await database.meta.toArray())
    if (name !== 'store')
      await open(name === 'history' ? places.history(manifest.stamp) : `meta/${name}`, body)
  database.close()
  return opened
}

/** Everything that the database of a programme holds, read without the code under test. */
export async function rawContent(id: string): Promise<Record<string, unknown[]>> {
  const database = new ProgrammeDatabase(programmeDatabase(id))
  await database.open()
  const content: Record<string, unknown[]> = {}
  for (const table of database.tables) content[table.name] = await table.toArray()
  database.close()
  return content
}

/** Makes writing to some stores fail, as long as `broken` says so. Undone by vi.restoreAllMocks(). */
export function breakWrites(broken: (store: string) => boolean): void {
  for (const method of ['add', 'put'] as const) {
    const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value as (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) => IDBRequest<IDBValidKey>
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (broken(this.name)) throw new DOMException('no', 'DataError')
      return original.call(this, value, key)
    })
  }
}
