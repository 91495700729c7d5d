import { defineStore } from 'pinia'
import { computed, markRaw, ref, shallowRef, watch } from 'vue'
import { createSession, openSession } from '../data/open'
import type { LogPage, LogRequest, RecordRef } from '../data/repository'
import type { ProgrammeSession } from '../data/session'
import type { CommitDetails, Note } from '../data/sessionTypes'
import type { VerifyOptions } from '../data/verify'
import type { Command, CommandContext } from '../domain/commands/context'
import type { Commit } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'
import { ok, refuse, type Result } from '../domain/result'
import { localToday } from './clock'
import { vaultOrRefusal } from './heldVault'
import { olderThanSeen, rememberSeen } from './lastSeen'
import { tellMenu } from './native'
import { type FileSource, openPaletFile, openPaletSample, type Opener } from './openFile'
import { useNotices } from './notices'
import { useProgrammes } from './programmes'
import { safeguarded } from './safeguard'
import { useSettings } from './settings'
import { takingTurns } from './turns'

export interface CreateOptions {
  /** Id that the programme keeps from a file; a new one when absent. */
  readonly id?: Id
  readonly why?: string
  /** The file that it came from. */
  readonly source?: FileSource
}

export type NoteDetails = Omit<CommitDetails, 'who'>
/** Why a change was made, and the file that it came from. */
export type ChangeDetails = Omit<CommitDetails, 'who'>

const noProgramme = (): Result<never> => refuse('no-programme', 'Er is geen programma open.')

/** The open programme: its data, and the only way to change it. */
export const useProgramme = defineStore('programme', () => {
  const notices = useNotices()
  const settings = useSettings()
  const programmes = useProgrammes()

  let session: ProgrammeSession | null = null
  const id = ref<Id | null>(null)
  // Shallow and raw: Vue must not wrap thousands of records that never change in place.
  const data = shallowRef<ProgrammeData | null>(null)
  const version = ref(0)
  const savedAt = ref<string | null>(null)
  const saving = ref(false)
  const undoLabel = ref<string | null>(null)
  const redoLabel = ref<string | null>(null)
  const canUndo = computed(() => undoLabel.value !== null)
  const canRedo = computed(() => redoLabel.value !== null)

  watch([id, undoLabel, redoLabel], () => {
    void tellMenu({
      programmeOpen: id.value !== null,
      undoLabel: undoLabel.value,
      redoLabel: redoLabel.value,
    })
  })

  function show(next: ProgrammeSession | null): void {
    id.value = next?.id ?? null
    version.value = next?.version ?? 0
    savedAt.value = next?.savedAt ?? null
    saving.value = (next?.pending ?? 0) > 0
    undoLabel.value = next?.undoLabel ?? null
    redoLabel.value = next?.redoLabel ?? null
    if (next?.data !== data.value) data.value = next === null ? null : markRaw(next.data)
  }

  async function attach(next: ProgrammeSession): Promise<void> {
    const previous = session
    session = next
    next.subscribe(({ failure, warning }) => {
      if (session === next) show(next)
      if (failure !== null) notices.show({ kind: 'error', text: failure.message })
      if (warning !== null) notices.show({ kind: 'error', text: warning })
    })
    show(next)
    for (const text of next.warnings) notices.show({ kind: 'error', text })
    if (previous !== null) {
      await previous.close()
      await rememberSeen(previous)
      // Beside the new programme, which doesn't have to wait for it.
      void safeguarded('close', previous).catch(() => undefined)
    }
    await enlist(next, new Date().toISOString())
    await rememberSeen(next)
  }

  /** Keeps the list of programmes in step with the name that the programme itself carries. */
  async function enlist(of: ProgrammeSession, openedAt?: string): Promise<void> {
    const { name, region, example } = programmeOf(of.data)
    const known = programmes.entries.find((entry) => entry.id === of.id)
    const now = new Date().toISOString()
    const entry = {
      id: of.id,
      name,
      region,
      example,
      createdAt: known?.createdAt ?? now,
      lastOpenedAt: openedAt ?? known?.lastOpenedAt ?? now,
    }
    const same =
      known?.name === name && known.region === region && known.example === example && openedAt === undefined
    if (!same) await programmes.put(entry)
  }

  function context(): CommandContext {
    return { newId: () => crypto.randomUUID(), today: localToday() }
  }

  /** Runs a command. The data is new at once; the promise resolves when the change is on disk. */
  async function run(command: Command, details: ChangeDetails = {}): Promise<Result<Commit>> {
    if (session === null) return noProgramme()
    const change = command(session.data, context())
    if (!change.ok) return change
    return committed(session.commit(change.value, { who: settings.who, ...details }))
  }

  async function committed(promise: Promise<Result<Commit>>): Promise<Result<Commit>> {
    const at = session
    const result = await promise
    if (result.ok && at !== null) await enlist(at)
    return result
  }

  async function undo(): Promise<Result<Commit>> {
    if (session === null) return noProgramme()
    const result = await committed(session.undo({ who: settings.who }))
    told(result, 'Ongedaan gemaakt', { actionLabel: 'Opnieuw doen', action: () => void redo() })
    return result
  }

  async function redo(): Promise<Result<Commit>> {
    if (session === null) return noProgramme()
    const result = await committed(session.redo({ who: settings.who }))
    told(result, 'Opnieuw gedaan', { actionLabel: 'Ongedaan maken', action: () => void undo() })
    return result
  }

  function told(
    result: Result<Commit>,
    what: string,
    action: { actionLabel: string; action: () => void },
  ): void {
    if (result.ok) notices.show({ kind: 'info', text: `${what}: ${result.value.summary}.`, ...action })
    else
      notices.show({
        kind: result.error.code.startsWith('nothing-') ? 'info' : 'error',
        text: result.error.message,
      })
  }

  async function openNow(wanted: Id): Promise<Result<Id>> {
    if (session?.id === wanted) return ok(wanted)
    await settings.known()
    const vault = await vaultOrRefusal()
    if (!vault.ok) return vault
    const opened = await openSession(wanted, { vault: vault.value })
    if (!opened.ok) return opened
    const older = await olderThanSeen(opened.value)
    if (older !== null) notices.show({ kind: 'error', text: older })
    await attach(opened.value)
    return ok(wanted)
  }

  async function createNow(content: ProgrammeData, options: CreateOptions = {}): Promise<Result<Id>> {
    const newId = options.id ?? crypto.randomUUID()
    await settings.known()
    const { why, source } = options
    const details = {
      who: settings.who,
      ...(why === undefined ? {} : { why }),
      ...(source === undefined ? {} : { source }),
    }
    const vault = await vaultOrRefusal()
    if (!vault.ok) return vault
    const created = await createSession(newId, content, details, { vault: vault.value })
    if (!created.ok) return created
    await attach(created.value)
    return ok(newId)
  }

  /** Puts other content in the place of all content of the open programme; can be undone. */
  async function replaceAll(
    content: ProgrammeData,
    summary: string,
    source?: FileSource,
  ): Promise<Result<Commit>> {
    return replace('import', content, summary, source)
  }

  /** The same with what a backup holds. */
  async function restoreFrom(
    content: ProgrammeData,
    summary: string,
    source?: FileSource,
  ): Promise<Result<Commit>> {
    return replace('restore', content, summary, source)
  }

  async function replace(
    kind: 'import' | 'restore',
    content: ProgrammeData,
    summary: string,
    source: FileSource | undefined,
  ): Promise<Result<Commit>> {
    const of = session
    if (of === null) return noProgramme()
    await of.settled()
    const safe = await safeguarded(kind, of)
    if (!safe.ok) return safe
    const details = { who: settings.who, kind, ...(source === undefined ? {} : { source }) }
    return committed(of.replaceAll(content, summary, details))
  }

  async function closeNow(): Promise<void> {
    const closing = session
    session = null
    show(null)
    if (closing === null) return
    await closing.close()
    await rememberSeen(closing)
    await safeguarded('close', closing)
  }

  const inTurn = takingTurns()
  const open = inTurn(openNow)
  /** Makes a programme of its own out of data, and opens it. */
  const create = inTurn(createNow)
  const close = inTurn(closeNow)
  const opener: Opener = { entries: programmes.refresh, open: openNow, create: createNow, replaceAll, inTurn }
  const openFile = inTurn((bytes: Uint8Array, name: string, source?: FileSource) =>
    openPaletFile(opener, bytes, name, source),
  )
  const openSample = inTurn((text: string) => openPaletSample(opener, text))

  /** A page of the log, newest first. */
  async function log(request: LogRequest): Promise<Result<LogPage>> {
    if (session === null) return noProgramme()
    return session.log(request)
  }

  /** Hands a question on to the session, when there is one. */
  const ask =
    <A extends unknown[], T>(question: (of: ProgrammeSession, ...args: A) => Promise<Result<T>>) =>
    async (...args: A): Promise<Result<T>> =>
      session === null ? noProgramme() : question(session, ...args)

  /** Writes in the log that something was exported, printed or backed up. */
  const note = ask((of, what: Note, details?: NoteDetails) =>
    of.note(what, { who: settings.who, ...details }),
  )
  /** The programme as it was right after an entry of the log. */
  const dataAt = ask((of, sequence: number) => of.dataAt(sequence))
  /** What one entry of the log changed. */
  const changesOf = ask((of, sequence: number) => of.changesOf(sequence))
  /** Which records the entries after this one touched. */
  const touchedAfter = ask((of, sequence: number) => of.touchedAfter(sequence))
  /** What going back to an entry of the log would bring. */
  const previewRestore = ask((of, sequence: number) => of.previewRestore(sequence))
  /** Goes back to an entry of the log; can be undone. */
  const restoreTo = ask(async (of, sequence: number, details?: NoteDetails) => {
    await of.settled()
    const safe = await safeguarded('restore', of)
    return safe.ok ? committed(of.restoreTo(sequence, { who: settings.who, ...details })) : safe
  })
  const verify = ask((of, onProgress?: VerifyOptions['onProgress'], signal?: AbortSignal) =>
    of.verify(onProgress, signal),
  )
  const compact = ask((of, upTo: number, details?: NoteDetails) =>
    of.compact(upTo, { who: settings.who, ...details }),
  )
  const deleteForGood = ask((of, refs: readonly RecordRef[], details?: NoteDetails) =>
    of.deleteForGood(refs, { who: settings.who, ...details }),
  )

  /** Resolves when everything on screen is on disk. */
  async function settled(): Promise<void> {
    const of = session
    if (of === null) return
    await of.settled()
    await rememberSeen(of)
  }

  return {
    id,
    data,
    version,
    savedAt,
    saving,
    canUndo,
    canRedo,
    undoLabel,
    redoLabel,
    context,
    run,
    undo,
    redo,
    open,
    create,
    replaceAll,
    restoreFrom,
    openFile,
    openSample,
    close,
    log,
    note,
    dataAt,
    changesOf,
    touchedAfter,
    previewRestore,
    restoreTo,
    verify,
    compact,
    deleteForGood,
    settled,
  }
})
