import Dexie from 'dexie'
import { openVault, type Vault } from '@/data/crypto/vault'
import { createSession, openSession } from '@/data/open'
import { REAL_PLAN } from '@/data/migrate'
import { SealedRepository } from '@/data/sealedRepository'
import { attention, balanceSeries, ratingCounts, transitionBalance } from '@/domain/capacity'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Result } from '@/domain/result'
import { parsePalet } from '@/exchange'
import { nationalProgramme } from '../../fixtures/nationalProgramme'
import { people } from '../people'

/** What the measure asks of the page. Everything stays in the page; only numbers go back. */
export interface VaultBench {
  fill(trajectories: number, stays: number): Promise<{ records: number; jsonBytes: number; kept: number }>
  plainLoad(): Promise<number>
  sealedLoad(): Promise<{ load: number; figures: number }>
  openBig(): Promise<number>
  plainWrite(round: number): Promise<number>
  sealedWrite(round: number): Promise<{ commit: number; checkpoint: number }>
  fillSample(text: string): Promise<void>
  sampleLoad(): Promise<number>
}

const BIG = 'bench-big'
const WRITE = 'bench-write'
const SAMPLE = 'bench-sample'
const DATE = '2026-11-22'
const vaultNow = (): Promise<Vault> => openVault(new Uint8Array(32).fill(7))

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function big(trajectories: number, stays: number): Record<string, ReadonlyMap<string, { id: string }>> {
  const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 1, baseline: false })
  const more = people({
    trajectories,
    stays,
    seed: 4,
    municipalityIds: [...data.municipalities.keys()],
    projectIds: [...data.projects.keys()],
    typeIds: [...data.arrangementTypes.keys()],
  })
  return { ...data, ...more }
}

function plain(tables: readonly string[], name = 'plain'): Dexie {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  database.version(1).stores(Object.fromEntries(tables.map((table) => [table, 'id'])))
  return database
}

function figuresOf(data: ProgrammeData): number {
  const rows = [
    transitionBalance(data, DATE, 'municipality').rows,
    balanceSeries(data),
    attention(data, DATE),
  ]
  return rows.flat().length + ratingCounts(data).green
}

let tables: string[] = []
let held: unknown = null

const bench: VaultBench = {
  async fill(trajectories, stays) {
    const data = big(trajectories, stays)
    tables = Object.keys(data)
    const rows = Object.values(data).map((records) => [...records.values()])
    const jsonBytes = rows.reduce((sum, list) => sum + JSON.stringify(list).length, 0)
    const database = plain(tables)
    for (const [index, table] of tables.entries())
      for (let from = 0; from < (rows[index] ?? []).length; from += 5_000)
        await database.table(table).bulkPut((rows[index] ?? []).slice(from, from + 5_000))
    database.close()
    const first = {
      id: 'first',
      sequence: 1,
      at: '2026-11-22T00:00:00.000Z',
      clock: null,
      who: 'bench',
      summary: 'programma gemaakt',
      why: '',
      kind: 'start' as const,
      target: null,
      source: null,
    }
    const from = performance.now()
    const repository = await SealedRepository.create(
      BIG,
      data as unknown as ProgrammeData,
      first,
      await vaultNow(),
      REAL_PLAN,
    )
    repository.close()
    return { records: rows.flat().length, jsonBytes, kept: performance.now() - from }
  },

  async plainLoad() {
    const database = plain(tables.length > 0 ? tables : await tablesOfPlain())
    const from = performance.now()
    held = await Promise.all(database.tables.map((table) => table.toArray() as Promise<unknown[]>))
    const took = performance.now() - from
    database.close()
    return took
  },

  async sealedLoad() {
    const from = performance.now()
    const repository = await SealedRepository.open(BIG, await vaultNow(), REAL_PLAN)
    const loaded = await repository.load()
    const load = performance.now() - from
    figuresOf(loaded.data)
    held = [repository, loaded]
    const took = performance.now() - from
    repository.close()
    return { load, figures: took }
  },

  async openBig() {
    const repository = await SealedRepository.open(BIG, await vaultNow(), REAL_PLAN)
    const loaded = await repository.load()
    held = [repository, loaded]
    return loaded.data.projects.size
  },

  async plainWrite(round) {
    const records = someProjects(round)
    const database = plain(['projects'], `plain-write-${String(round)}`)
    await database.open()
    const from = performance.now()
    await database.table('projects').bulkPut(records)
    const took = performance.now() - from
    await database.delete()
    return took
  },

  async sealedWrite(round) {
    const records = someProjects(round)
    const data = nationalProgramme({ regions: 1, projectsPerRegion: 10, seed: 3 })
    const vault = await vaultNow()
    const session = valueOf(
      await createSession(`${WRITE}-${String(round)}`, data, { who: 'bench' }, { vault }),
    )
    const patches = records.map((after) => ({
      table: 'projects' as const,
      id: after.id,
      before: null,
      after,
    }))
    const from = performance.now()
    valueOf(await session.commit({ patches, summary: 'tienduizend projecten' }, { who: 'bench' }))
    const commit = performance.now() - from
    valueOf(await session.checkpoint())
    const checkpoint = performance.now() - from - commit
    await session.close()
    await Dexie.delete(`palet-kluis-${WRITE}-${String(round)}`)
    return { commit, checkpoint }
  },

  async fillSample(text) {
    const { data } = valueOf(parsePalet(text))
    const session = valueOf(await createSession(SAMPLE, data, { who: 'bench' }, { vault: await vaultNow() }))
    await session.close()
  },

  async sampleLoad() {
    const from = performance.now()
    const session = valueOf(await openSession(SAMPLE, { vault: await vaultNow() }))
    figuresOf(session.data)
    const took = performance.now() - from
    await session.close()
    return took
  },
}

function someProjects(round: number): Project[] {
  const { projects } = nationalProgramme({ regions: 34, projectsPerRegion: 295, seed: 10 + round })
  return [...projects.values()].slice(0, 10_000).map((project) => ({ ...project, id: `w-${project.id}` }))
}

async function tablesOfPlain(): Promise<string[]> {
  const database = new Dexie('plain')
  await database.open()
  const names = database.tables.map((table) => table.name)
  database.close()
  return names
}

Object.assign(globalThis, { vaultBench: bench, vaultBenchHeld: () => held })
const ready = document.createElement('p')
ready.dataset['testid'] = 'ready'
ready.textContent = 'Klaar'
document.body.append(ready)
