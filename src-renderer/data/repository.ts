import type { Commit, Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import type { EntryChanges, TouchedRecords } from './changeReader'
import type { History, LogEntry } from './history'
import type { RecordRef } from './tables'
import type { ChainReport, VerifyOptions } from './verify'

export type { RecordRef }

/** A programme at one commit. */
export interface StoredState {
  readonly data: ProgrammeData
  /** Sequence of the last commit in `data`. */
  readonly version: number
  readonly history: History
}

export interface LoadedProgramme extends StoredState {
  /** Moment of the last commit, ISO 8601 in UTC. */
  readonly savedAt: string
  /** Dutch sentences for the person: what was wrong with the store and what was done about it. */
  readonly warnings: readonly string[]
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

/** Maintenance that goes in the log; the store fills in what it did. */
export type Maintenance = Omit<Commit, 'patches' | 'target' | 'source' | 'kind'>

/**
 * Where one programme is kept. The session knows only this; how and in what form it is written is decided behind it.
 * Every method rejects with a StoreFailure or with an error of the store.
 */
export interface ProgrammeRepository {
  readonly id: Id
  load(): Promise<LoadedProgramme>
  /** Writes a commit: all of it or nothing, and on disk when it resolves. Refuses when the sequence isn't the next one. */
  append(commit: Commit): Promise<void>
  patchesOf(sequence: number): Promise<readonly Patch[]>
  log(request: LogRequest): Promise<LogPage>
  /** What one entry of the log changed, as far as that is still there. */
  changesOf(sequence: number): Promise<EntryChanges>
  /** Which records the entries after this one touched. */
  touchedAfter(sequence: number): Promise<TouchedRecords>
  /** How many commits came after the pages were last written. */
  readonly behind: number
  /** Brings the pages up to date, so that the next opening has less to read. Nothing depends on it. */
  checkpoint(state: StoredState): Promise<void>
  /** The programme as it was right after a commit. */
  dataAt(sequence: number, now: StoredState): Promise<ProgrammeData>
  verify(options: VerifyOptions): Promise<ChainReport>
  /** Drops the patches of commits up to and with `upTo`; their entries stay, as the proof. */
  compact(upTo: number, entry: Maintenance, now: StoredState): Promise<StoredState>
  /** Deletes records for good: from the programme and from everything the log kept of them. */
  erase(refs: readonly RecordRef[], entry: Maintenance, now: StoredState): Promise<StoredState>
  close(): void
}
