import type { Commit } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'
import type { Result } from '../domain/result'
import type { Vault } from './crypto/vault'
import { attempt } from './failure'
import { emptyHistory } from './history'
import { type MigrationPlan, REAL_PLAN } from './migrate'
import { ownProgramme } from './owner'
import { plainCopy } from './plain'
import type { LoadedProgramme, ProgrammeRepository } from './repository'
import { SealedRepository } from './sealedRepository'
import { ProgrammeSession } from './session'
import { type CommitDetails, realEnvironment, type SessionEnvironment } from './sessionTypes'

/** What a session needs from outside; plan and environment are for tests only. */
export interface StoreOptions {
  readonly vault: Vault
  readonly plan?: MigrationPlan
  readonly environment?: SessionEnvironment
}

/** Opens a programme that is on this computer. */
export async function openSession(id: Id, options: StoreOptions): Promise<Result<ProgrammeSession>> {
  const { vault, plan = REAL_PLAN, environment = realEnvironment } = options
  return owned(id, environment, async () => {
    const repository = await SealedRepository.open(id, vault, plan)
    try {
      return [repository, await repository.load()]
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
  options: StoreOptions,
): Promise<Result<ProgrammeSession>> {
  const { vault, plan = REAL_PLAN, environment = realEnvironment } = options
  const own = copyOf(data)
  // The programme as it begins: there is nothing before it to go back to.
  const first: Omit<Commit, 'patches'> = {
    id: environment.newId(),
    sequence: 1,
    at: environment.now(),
    clock: null,
    who: details.who,
    summary: `programma "${programmeOf(own).name}" aangemaakt`,
    why: details.why ?? '',
    kind: 'start',
    target: null,
    source: details.source ?? null,
  }
  return owned(id, environment, async () => {
    const repository = await SealedRepository.create(id, own, first, vault, plan)
    return [repository, { data: own, version: 1, savedAt: first.at, history: emptyHistory, warnings: [] }]
  })
}

/** A session that owns its programme until it is closed. */
async function owned(
  id: Id,
  environment: SessionEnvironment,
  open: () => Promise<[ProgrammeRepository, LoadedProgramme]>,
): Promise<Result<ProgrammeSession>> {
  return attempt(async () => {
    const free = await ownProgramme(id)
    try {
      const [repository, loaded] = await open()
      return new ProgrammeSession(repository, loaded, environment, free)
    } catch (cause) {
      free()
      throw cause
    }
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
    agreements: copyTable(data.agreements),
    commitments: copyTable(data.commitments),
    mandates: copyTable(data.mandates),
    decisions: copyTable(data.decisions),
    meetingTables: copyTable(data.meetingTables),
    sessions: copyTable(data.sessions),
    pictures: copyTable(data.pictures),
    dilemmas: copyTable(data.dilemmas),
    neighbourhoods: copyTable(data.neighbourhoods),
    lessons: copyTable(data.lessons),
    roleMixes: copyTable(data.roleMixes),
    directionChecks: copyTable(data.directionChecks),
    celebrations: copyTable(data.celebrations),
    trajectories: copyTable(data.trajectories),
  }
}
