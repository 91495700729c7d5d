import type { Commit } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'
import type { Result } from '../domain/result'
import { plainCodec, type RecordCodec } from './codec'
import { DexieRepository } from './dexieRepository'
import { attempt } from './failure'
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
  return attempt(async () => {
    const repository = await DexieRepository.open(id, codec, plan)
    try {
      return new ProgrammeSession(repository, await repository.load(), environment)
    } catch (cause) {
      repository.close()
      throw cause
    }
  })
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
  return attempt(async () => {
    const repository = await DexieRepository.create(id, own, first, codec, plan)
    const loaded = { data: own, sequence: 1, savedAt: first.at, history: emptyHistory }
    return new ProgrammeSession(repository, loaded, environment)
  })
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
    baselines: copyTable(data.baselines),
    scenarios: copyTable(data.scenarios),
    reviewRounds: copyTable(data.reviewRounds),
    reviewAnswers: copyTable(data.reviewAnswers),
  }
}
