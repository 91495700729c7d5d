import { sameContent } from '../domain/commands/patches'
import { applyPatches, type Change, type Commit, invert, type Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, TABLE_NAMES } from '../domain/model/programmeData'
import { type DomainError, ok, refuse, type Result } from '../domain/result'
import { attempt, conflict, storeError } from './failure'
import { type History, record } from './history'
import { netPatches } from './net'
import { plainCopy } from './plain'
import type { LoadedProgramme, LogPage, LogRequest, ProgrammeRepository } from './repository'

export interface CommitDetails {
  readonly who: string
  readonly why?: string
}

/** Clock and ids, passed in so that tests decide them. */
export interface SessionEnvironment {
  newId(): Id
  /** ISO 8601 in UTC. */
  now(): string
}

export const realEnvironment: SessionEnvironment = {
  newId: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
}

/** All that views need to know; replaced as a whole, never changed. */
export interface SessionState {
  readonly data: ProgrammeData
  /** Sequence of the last commit in `data`. */
  readonly version: number
  readonly history: History
}

/** What happened to a session, for whoever watches it. */
export interface SessionEvent {
  /** Set when commits that were already on screen couldn't be stored, and have been taken back. */
  readonly failure: DomainError | null
}

/**
 * One open programme. A commit is visible at once and stored right behind it, in order; when storing fails, it
 * and everything after it is taken back, so that what is on screen never stays ahead of what is kept. Waiting for
 * the disk first would cost every edit more than a frame (see README.md).
 */
export class ProgrammeSession {
  private current: SessionState
  private confirmed: SessionState
  private confirmedAt: string
  private waiting = 0
  private epoch = 0
  private lastFailure: DomainError | null = null
  private tail: Promise<unknown> = Promise.resolve()
  private closed = false
  private readonly listeners = new Set<(event: SessionEvent) => void>()

  constructor(
    private readonly repository: ProgrammeRepository,
    loaded: LoadedProgramme,
    private readonly environment: SessionEnvironment,
  ) {
    this.current = { data: loaded.data, version: loaded.sequence, history: loaded.history }
    this.confirmed = this.current
    this.confirmedAt = loaded.savedAt
  }

  get id(): Id {
    return this.repository.id
  }
  get data(): ProgrammeData {
    return this.current.data
  }
  get version(): number {
    return this.current.version
  }
  /** Moment of the last commit that is on disk. */
  get savedAt(): string {
    return this.confirmedAt
  }
  /** How many commits are on screen but not yet on disk. */
  get pending(): number {
    return this.waiting
  }
  get undoLabel(): string | null {
    return this.current.history.undo?.top.summary ?? null
  }
  get redoLabel(): string | null {
    return this.current.history.redo?.top.summary ?? null
  }

  /** Called after every commit, every confirmation and every failure. Returns a function that ends it. */
  subscribe(listener: (event: SessionEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Commits a change. The data is new as soon as this returns; the promise tells whether it was stored. A change
   * without difference isn't recorded: the commit given back then has no patches.
   */
  commit(change: Change, details: CommitDetails): Promise<Result<Commit>> {
    const patches = change.patches
      .filter((patch) => !sameContent(patch.before, patch.after))
      .map((patch) => this.owned(patch))
    return this.submit('change', null, change.summary, patches, details)
  }

  undo(details: CommitDetails): Promise<Result<Commit>> {
    return this.step('undo', details)
  }

  redo(details: CommitDetails): Promise<Result<Commit>> {
    return this.step('redo', details)
  }

  /** Puts other data in the place of all data, as one commit that can be undone. */
  replaceAll(next: ProgrammeData, summary: string, details: CommitDetails): Promise<Result<Commit>> {
    const patches: Patch[] = []
    for (const table of TABLE_NAMES) {
      const ids = new Set([...this.data[table].keys(), ...next[table].keys()])
      for (const id of ids) {
        const before = this.data[table].get(id) ?? null
        const after = next[table].get(id) ?? null
        patches.push({ table, id, before, after } as Patch)
      }
    }
    return this.commit({ patches, summary }, details)
  }

  log(request: LogRequest): Promise<Result<LogPage>> {
    // Behind the queue, so that a page never misses a commit that is already on screen.
    return this.tail.then(() => attempt(() => this.repository.log(request)))
  }

  /** Resolves when everything on screen is on disk, or has been taken back. */
  async settled(): Promise<void> {
    await this.tail
  }

  async close(): Promise<void> {
    this.closed = true
    await this.tail
    this.repository.close()
    this.listeners.clear()
  }

  private async step(kind: 'undo' | 'redo', details: CommitDetails): Promise<Result<Commit>> {
    for (;;) {
      const top = this.current.history[kind]?.top
      if (top === undefined)
        return kind === 'undo'
          ? refuse('nothing-to-undo', 'Er is niets om ongedaan te maken.')
          : refuse('nothing-to-redo', 'Er is niets om opnieuw te doen.')
      let patches = top.patches
      if (patches === null) {
        const found = await attempt(() => this.repository.patchesOf(top.sequence))
        if (!found.ok) return found
        // While they were fetched, someone may have undone or changed more: then the top is another one.
        if (this.current.history[kind]?.top !== top) continue
        patches = found.value
      }
      return this.submit(
        kind,
        top.id,
        top.summary,
        kind === 'undo' ? invert(patches) : patches,
        details,
        patches,
      )
    }
  }

  private submit(
    kind: Commit['kind'],
    target: Id | null,
    summary: string,
    patches: readonly Patch[],
    { who, why = '' }: CommitDetails,
    original: readonly Patch[] = patches,
  ): Promise<Result<Commit>> {
    if (this.closed) return Promise.resolve(refuse('session-closed', 'Het programma is al gesloten.'))
    if (!this.fits(patches)) return Promise.resolve({ ok: false, error: conflict().error })
    const { environment, current } = this
    const commit: Commit = {
      id: environment.newId(),
      sequence: current.version + (patches.length === 0 ? 0 : 1),
      at: environment.now(),
      who,
      summary,
      why,
      kind,
      target,
      patches,
    }
    if (patches.length === 0) return Promise.resolve(ok(commit))
    this.current = {
      data: applyPatches(current.data, patches),
      version: commit.sequence,
      history: record(current.history, { ...commit, records: patches.length }, original),
    }
    this.waiting += 1
    const stored = this.store(commit, this.current)
    this.notify(null)
    return stored
  }

  /** Queues the write: two quick commits never mix, and one behind a failed one isn't tried. */
  private store(commit: Commit, state: SessionState): Promise<Result<Commit>> {
    const { epoch } = this
    const result = this.tail.then(async (): Promise<Result<Commit>> => {
      if (epoch !== this.epoch) return { ok: false, error: this.lastFailure ?? conflict().error }
      try {
        await this.repository.append(commit)
      } catch (cause) {
        return this.takeBack(storeError(cause))
      }
      this.confirmed = state
      this.confirmedAt = commit.at
      this.waiting -= 1
      this.notify(null)
      return ok(commit)
    })
    this.tail = result
    return result
  }

  private takeBack(error: DomainError): Result<never> {
    this.epoch += 1
    this.lastFailure = error
    this.current = this.confirmed
    this.waiting = 0
    this.notify(error)
    return { ok: false, error }
  }

  /** A patch that shares nothing with the caller; records that are ours already are shared as they are. */
  private owned(patch: Patch): Patch {
    const ours = patch.before !== null && this.data[patch.table].get(patch.id) === patch.before
    return {
      ...patch,
      before: ours ? patch.before : plainCopy(patch.before),
      after: plainCopy(patch.after),
    } as Patch
  }

  private fits(patches: readonly Patch[]): boolean {
    for (const [table, records] of netPatches(patches))
      for (const { id, before } of records)
        if (!sameContent(this.data[table].get(id) ?? null, before)) return false
    return true
  }

  private notify(failure: DomainError | null): void {
    for (const listener of this.listeners) listener({ failure })
  }
}
