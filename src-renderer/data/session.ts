import { applyPatches, type Change, type Commit, invert, type Patch } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import { type DomainError, ok, refuse, type Result } from '../domain/result'
import { type Clock, momentAfter } from './clock'
import { attempt, conflict, storeError } from './failure'
import type { EntryChanges, TouchedRecords } from './changeReader'
import { fits, realPatches } from './fit'
import { record } from './history'
import type {
  LoadedProgramme,
  LogPage,
  LogRequest,
  Maintenance,
  ProgrammeRepository,
  RecordRef,
  StoredState,
} from './repository'
import { PagesAtRest } from './rest'
import { differences, previewOf, refuseErased, type RestorePreview } from './restore'
import type {
  CommitDetails,
  Note,
  ReplaceDetails,
  SessionEnvironment,
  SessionEvent,
  SessionState,
  Submission,
} from './sessionTypes'
import { commitOf, isEmpty } from './submission'
import { summaryOfErasing, summaryOfRestore } from './summaries'
import type { ChainReport, VerifyOptions } from './verify'

/**
 * One open programme. A commit is visible at once and stored right behind it, in order; when storing fails, it
 * and everything after it is taken back, so that what is on screen never stays ahead of what is kept. Waiting for
 * the disk first would cost every edit more than a frame (see README.md).
 */
export class ProgrammeSession {
  private current: SessionState
  private confirmed: SessionState
  private confirmedAt: string
  private clock: Clock
  private waiting = 0
  private epoch = 0
  private lastFailure: DomainError | null = null
  private tail: Promise<unknown> = Promise.resolve()
  private closed = false
  private maintaining = false
  private readonly pages: PagesAtRest
  private readonly listeners = new Set<(event: SessionEvent) => void>()
  /** What the person should know about how this programme was opened. */
  readonly warnings: readonly string[]

  constructor(
    private readonly repository: ProgrammeRepository,
    loaded: LoadedProgramme,
    private readonly environment: SessionEnvironment,
    private readonly free: () => void = () => undefined,
  ) {
    const { data, version, history } = loaded
    this.current = { data, version, history }
    this.confirmed = this.current
    this.confirmedAt = loaded.savedAt
    const { clock, warning } = momentAfter({ last: loaded.savedAt, told: false }, environment.now())
    this.clock = { ...clock, last: loaded.savedAt }
    this.pages = new PagesAtRest({
      write: () => this.writePages(),
      behind: () => repository.behind,
      later: environment.later,
    })
    this.warnings = warning === null ? loaded.warnings : [...loaded.warnings, warning]
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
    return this.submit(
      { kind: 'change', summary: change.summary, patches: realPatches(this.data, change.patches) },
      details,
    )
  }

  undo(details: CommitDetails): Promise<Result<Commit>> {
    return this.step('undo', details)
  }

  redo(details: CommitDetails): Promise<Result<Commit>> {
    return this.step('redo', details)
  }

  /** Puts other data in the place of all data, as one commit that can be undone. */
  replaceAll(next: ProgrammeData, summary: string, details: ReplaceDetails): Promise<Result<Commit>> {
    const patches = realPatches(this.data, differences(this.data, next))
    return this.submit({ kind: details.kind ?? 'import', summary, patches }, details)
  }

  /** Writes in the log that something was done with the data. */
  note({ kind, summary }: Note, details: CommitDetails): Promise<Result<Commit>> {
    return this.submit({ kind, summary, patches: [] }, details)
  }

  /** The programme as it was right after an entry of the log. */
  dataAt(sequence: number): Promise<Result<ProgrammeData>> {
    return this.tail.then(() => attempt(() => this.repository.dataAt(sequence, this.confirmed)))
  }

  /** What `restoreTo` would change, for the person to see first. */
  async previewRestore(sequence: number): Promise<Result<RestorePreview>> {
    const patches = await this.backTo(sequence)
    return patches.ok ? ok(previewOf(sequence, patches.value)) : patches
  }

  /** Makes everything as it was right after an entry of the log: one commit, that can be undone. */
  async restoreTo(sequence: number, details: CommitDetails): Promise<Result<Commit>> {
    const patches = await this.backTo(sequence)
    if (!patches.ok) return patches
    const summary = summaryOfRestore(sequence)
    return this.submit({ kind: 'restore', summary, patches: realPatches(this.data, patches.value) }, details)
  }

  private async backTo(sequence: number): Promise<Result<Patch[]>> {
    const past = await this.dataAt(sequence)
    if (!past.ok) return past
    return attempt(() => {
      const patches = differences(this.data, past.value)
      refuseErased(patches)
      return Promise.resolve(patches)
    })
  }

  log(request: LogRequest): Promise<Result<LogPage>> {
    // Behind the queue, so that a page never misses a commit that is already on screen.
    return this.tail.then(() => attempt(() => this.repository.log(request)))
  }

  /** What one entry of the log changed, as far as that is still there. */
  changesOf(sequence: number): Promise<Result<EntryChanges>> {
    return this.tail.then(() => attempt(() => this.repository.changesOf(sequence)))
  }

  /** Which records the entries after this one touched. */
  touchedAfter(sequence: number): Promise<Result<TouchedRecords>> {
    return this.tail.then(() => attempt(() => this.repository.touchedAfter(sequence)))
  }

  /** Checks the whole log, and whether the programme is what the log says. */
  verify(onProgress?: VerifyOptions['onProgress'], signal?: AbortSignal): Promise<Result<ChainReport>> {
    const options = { ...(onProgress && { onProgress }), ...(signal && { signal }) }
    return this.tail.then(() => attempt(() => this.repository.verify(options)))
  }

  /** Drops what commits up to `upTo` changed; their entries stay. They can't be undone any more. */
  compact(upTo: number, details: CommitDetails): Promise<Result<null>> {
    const summary = 'oude wijzigingen opgeruimd'
    return this.maintain(summary, details, (entry) => this.repository.compact(upTo, entry, this.confirmed))
  }

  /** Deletes records for good, without a trace of them in the log. */
  deleteForGood(refs: readonly RecordRef[], details: CommitDetails): Promise<Result<null>> {
    const summary = summaryOfErasing(refs.length)
    return this.maintain(summary, details, (entry) => this.repository.erase(refs, entry, this.confirmed))
  }

  /** Brings the pages up to date, so that the next opening is quick. */
  checkpoint(): Promise<Result<null>> {
    return this.tail.then(() => this.writePages())
  }

  /** Resolves when everything on screen is on disk, or has been taken back. */
  async settled(): Promise<void> {
    await this.tail
  }

  async close(): Promise<void> {
    if (this.closed) return this.settled()
    this.closed = true
    this.pages.stop()
    await this.tail
    await this.writePages()
    this.repository.close()
    this.free()
    this.listeners.clear()
  }

  private async step(kind: 'undo' | 'redo', details: CommitDetails): Promise<Result<Commit>> {
    for (;;) {
      const top = this.current.history[kind]?.top
      if (top === undefined)
        return kind === 'undo'
          ? refuse('nothing-to-undo', 'Er is niets om ongedaan te maken.')
          : refuse('nothing-to-redo', 'Er is niets om opnieuw te doen.')
      let original = top.patches
      if (original === null) {
        const found = await attempt(() => this.repository.patchesOf(top.sequence))
        if (!found.ok) return found
        // While they were fetched, someone may have undone or changed more: then the top is another one.
        if (this.current.history[kind]?.top !== top) continue
        original = found.value
      }
      const patches = kind === 'undo' ? invert(original) : original
      return this.submit({ kind, target: top.id, summary: top.summary, patches, original }, details)
    }
  }

  private submit(what: Submission, details: CommitDetails): Promise<Result<Commit>> {
    const { patches, original = patches } = what
    const refusal = this.refusal(patches)
    if (refusal !== null) return Promise.resolve({ ok: false, error: refusal })
    const { environment, current } = this
    const moment = momentAfter(this.clock, environment.now())
    const commit = commitOf(what, details, { id: environment.newId(), version: current.version, moment })
    if (isEmpty(what)) return Promise.resolve(ok(commit))
    this.clock = moment.clock
    const entry = { ...commit, records: patches.length, floor: 0 }
    this.current = {
      data: patches.length === 0 ? current.data : applyPatches(current.data, patches),
      version: commit.sequence,
      history: record(current.history, entry, original),
    }
    this.waiting += 1
    const stored = this.store(commit, this.current)
    this.notify(null, moment.warning)
    return stored
  }

  private refusal(patches: readonly Patch[]): DomainError | null {
    if (this.closed) return { code: 'session-closed', message: 'Het programma is al gesloten.' }
    if (this.maintaining)
      return { code: 'store-busy', message: 'Palet is even bezig met opruimen. Probeer het zo opnieuw.' }
    return fits(this.data, patches) ? null : conflict().error
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
      if (!this.closed) this.pages.soon()
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

  /** Work on the log itself: alone, when everything is stored, and shown when it is done. */
  private async maintain(
    summary: string,
    { who, why = '' }: CommitDetails,
    work: (entry: Maintenance) => Promise<StoredState>,
  ): Promise<Result<null>> {
    const refusal = this.refusal([])
    if (refusal !== null) return { ok: false, error: refusal }
    this.maintaining = true
    const run = this.tail.then(() =>
      attempt(async () => {
        const { environment, confirmed } = this
        const moment = momentAfter(this.clock, environment.now())
        const entry = { id: environment.newId(), sequence: confirmed.version + 1, at: moment.at }
        const state = await work({ ...entry, clock: moment.off, who, summary, why })
        this.clock = moment.clock
        this.confirmed = state
        this.current = state
        this.confirmedAt = moment.at
        return null
      }),
    )
    this.tail = run
    const done = await run
    this.maintaining = false
    this.notify(null)
    return done
  }

  private writePages(): Promise<Result<null>> {
    return attempt(async () => {
      await this.repository.checkpoint(this.confirmed)
      return null
    })
  }

  private notify(failure: DomainError | null, warning: string | null = null): void {
    for (const listener of this.listeners) listener({ failure, warning })
  }
}
