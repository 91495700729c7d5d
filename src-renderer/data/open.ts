import type { Commit } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'
import { ok, type Result } from '../domain/result'
import { plainCodec, type RecordCodec } from './codec'
import { DexieRepository } from './dexieRepository'
import { storeError } from './failure'
import { emptyHistory } from './history'
import { type MigrationPlan, REAL_PLAN } from './migrate'
import { plainCopy } from './plain'
import { type CommitDetails, ProgrammeSession, realEnvironment, type SessionEnvironment } from './session'

/** What a session needs from outside; only tests pass their own. */
export interface StoreOptions {
  readonly plan?: MigrationPlan
  readonly codec?: RecordCodec
  readonly environment?: SessionEnvironment
}

/** Opens a programme that is on this computer. */
export async function openSession(id: Id, options: StoreOptions = {}): Promise<Result<ProgrammeSession>> {
  const { plan = REAL_PLAN, codec = plainCodec, environment = realEnvironment } = options
  try {
    const repository = await DexieRepository.open(id, codec, plan)
    try {
      return ok(new ProgrammeSession(repository, await repository.load(), environment))
    } catch (cause) {
      repository.close()
      throw cause
    }
  } catch (cause) {
    return { ok: false, error: storeError(cause) }
  }
}

/** Keeps new data as a programme of its own under the id given. */
export async function createSession(
  id: Id,
  data: ProgrammeData,
  details: CommitDetails,
  options: StoreOptions = {},
): Promise<Result<ProgrammeSession>> {
  const { plan = REAL_PLAN, codec = plainCodec, environment = realEnvironment } = options
  const own = copyOf(data)
  // Without patches: the records themselves are where the history starts, and there is nothing to go back to.
  const first: Commit = {
    id: environment.newId(),
    sequence: 1,
    at: environment.now(),
    who: details.who,
    summary: `programma "${programmeOf(own).name}" aangemaakt`,
    why: details.why ?? '',
    kind: 'change',
    target: null,
    patches: [],
  }
  try {
    const repository = await DexieRepository.create(id, own, first, codec, plan)
    const loaded = { data: own, sequence: 1, savedAt: first.at, history: emptyHistory }
    return ok(new ProgrammeSession(repository, loaded, environment))
  } catch (cause) {
    return { ok: false, error: storeError(cause) }
  }
}

function copyOf(data: ProgrammeData): ProgrammeData {
  const copyTable = <T>(table: ReadonlyMap<Id, T>): ReadonlyMap<Id, T> =>
    new Map([...table].map(([id, value]) => [id, plainCopy(value)]))
  return {
    programme: copyTable(data.programme),
    municipalities: copyTable(data.municipalities),
    partners: copyTable(data.partners),
    arrangementTypes: copyTable(data.arrangementTypes),
    projects: copyTable(data.projects),
    milestones: copyTable(data.milestones),
    reports: copyTable(data.reports),
  }
}
