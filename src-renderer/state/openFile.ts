import type { ProgrammeEntry } from '../data/catalogue'
import type { Commit } from '../domain/history/patch'
import type { Id } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'
import { ok, type Result } from '../domain/result'
import { type PaletFile, parsePalet } from '../exchange'
import { parsePaletFile } from '../workers/paletFile/parsePaletFile'
import type { takingTurns } from './turns'

/** The programme of the file is on this computer already: the screen asks what to do, and calls one of the two. */
export interface ExistsQuestion {
  readonly kind: 'exists'
  readonly entry: ProgrammeEntry
  readonly savedAt: string
  /** Opens the programme and puts the content of the file in its place; can be undone. */
  replace(): Promise<Result<Commit>>
  /** Keeps both: the file becomes a programme of its own. */
  asNew(): Promise<Result<Id>>
}

export interface FileOpened {
  readonly kind: 'opened'
  readonly id: Id
}

/** The file as it is on disk, for the log: its name, and a fingerprint that somebody can compare. */
export interface FileSource {
  readonly fileName: string
  readonly sha256: string
}

/** What opening a file needs of the store of the open programme. */
export interface Opener {
  entries(): Promise<Result<readonly ProgrammeEntry[]>>
  open(id: Id): Promise<Result<Id>>
  create(content: ProgrammeData, options: { id?: Id; why?: string; source?: FileSource }): Promise<Result<Id>>
  replaceAll(content: ProgrammeData, summary: string, source?: FileSource): Promise<Result<Commit>>
  /** What the person chooses later waits its turn like any other opening. */
  readonly inTurn: ReturnType<typeof takingTurns>
}

/**
 * Opens a `.palet` file that was read, and unsealed when it was sealed. A file that can't be used changes nothing.
 */
export async function openPaletFile(
  opener: Opener,
  bytes: Uint8Array,
  name: string,
  source?: FileSource,
): Promise<Result<FileOpened | ExistsQuestion>> {
  const parsed = await parsePaletFile(bytes)
  if (!parsed.ok) return parsed
  const file = parsed.value
  const entry = await entryOf(opener, file.programmeId)
  if (!entry.ok) return entry
  if (entry.value !== null) return ok(question(opener, file, entry.value, name, source))
  const from = fromFile(name, source)
  const created = await opener.create(file.data, { id: file.programmeId, ...from })
  return created.ok ? ok({ kind: 'opened', id: created.value }) : created
}

/** Opens the sample: the one that is here already, with what was changed in it, or else a fresh one. */
export async function openPaletSample(opener: Opener, text: string): Promise<Result<FileOpened>> {
  const parsed = parsePalet(text)
  if (!parsed.ok) return parsed
  const { programmeId, data } = parsed.value
  const entry = await entryOf(opener, programmeId)
  if (!entry.ok) return entry
  const opened =
    entry.value === null ? await opener.create(data, { id: programmeId }) : await opener.open(programmeId)
  return opened.ok ? ok({ kind: 'opened', id: opened.value }) : opened
}

async function entryOf(opener: Opener, id: Id): Promise<Result<ProgrammeEntry | null>> {
  const entries = await opener.entries()
  return entries.ok ? ok(entries.value.find((entry) => entry.id === id) ?? null) : entries
}

const fromFile = (name: string, source: FileSource | undefined): { why: string; source?: FileSource } => ({
  why: `bestand ${name}`,
  ...(source === undefined ? {} : { source }),
})

function question(
  opener: Opener,
  file: PaletFile,
  entry: ProgrammeEntry,
  name: string,
  source: FileSource | undefined,
): ExistsQuestion {
  return {
    kind: 'exists',
    entry,
    savedAt: file.savedAt,
    replace: opener.inTurn(async () => {
      const opened = await opener.open(entry.id)
      if (!opened.ok) return opened
      return opener.replaceAll(file.data, `inhoud vervangen door bestand "${name}"`, source)
    }),
    asNew: opener.inTurn(() => opener.create(file.data, fromFile(name, source))),
  }
}
