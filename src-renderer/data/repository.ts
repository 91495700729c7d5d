import type { Commit, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import type { History, LogEntry } from './history'

export interface LoadedProgramme {
  readonly data: ProgrammeData
  /** Sequence of the last commit. */
  readonly sequence: number
  /** Moment of the last commit, ISO 8601 in UTC. */
  readonly savedAt: string
  readonly history: History
}

/** Page 0 is the newest. */
export interface LogRequest {
  readonly page: number
  readonly pageSize: number
}

export interface LogPage {
  /** Newest first. */
  readonly entries: readonly LogEntry[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/**
 * Where one programme is kept. The session knows only this; how and in what form it is written (plain records
 * now) is decided behind it. Every method rejects with a StoreFailure or with an error of the store.
 */
export interface ProgrammeRepository {
  readonly id: Id
  load(): Promise<LoadedProgramme>
  /**
   * Writes the patches and the log entry of a commit as one: both or neither, and on disk when it resolves.
   * Refuses when the sequence isn't the next one or a stored record isn't what a patch says it was.
   */
  append(commit: Commit): Promise<void>
  patchesOf(sequence: number): Promise<readonly Patch[]>
  log(request: LogRequest): Promise<LogPage>
  close(): void
}
