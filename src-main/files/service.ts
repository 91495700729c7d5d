import { stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import {
  MAX_FILE_BYTES,
  type FileHandleInfo,
  type FileKind,
  type OpenedFile,
  type SavedFiles,
} from '../contract'
import { writeAtomic } from './atomic'
import { BridgeFailure, tooLarge, writeFailure } from './failure'
import { suggestName, withExtension } from './names'
import { readBounded } from './read'
import { FileTokens } from './tokens'

/** The questions to the person; the real ones are the system's dialogs. */
export interface FileDialogs {
  /** The chosen path, null when cancelled. */
  chooseToOpen(kind: FileKind, folder: string | null): Promise<string | null>
  chooseToSave(kind: FileKind, startAt: string): Promise<string | null>
  mayReplace(name: string): Promise<boolean>
  /** A folder for several files, null when cancelled. */
  chooseFolder(startAt: string | null): Promise<string | null>
  mayReplaceAll(names: readonly string[]): Promise<boolean>
}

interface FileToSave {
  readonly kind: FileKind
  readonly suggestedName: string
  readonly bytes: Uint8Array
}

/** Opening and saving on behalf of the window: dialogs give tokens, tokens give bytes. */
export class FileService {
  readonly #tokens = new FileTokens()
  readonly #lastFolder = new Map<FileKind, string>()
  #lastFolderForAll: string | null = null
  readonly #dialogs: FileDialogs
  readonly #limit: number

  constructor(dialogs: FileDialogs, limit: number = MAX_FILE_BYTES) {
    this.#dialogs = dialogs
    this.#limit = limit
  }

  async open(kind: FileKind): Promise<OpenedFile | null> {
    const path = await this.#dialogs.chooseToOpen(kind, this.#lastFolder.get(kind) ?? null)
    if (path === null) return null
    this.#lastFolder.set(kind, dirname(path))
    const bytes = await readBounded(path, this.#limit)
    return { ...this.#tokens.issue(path, 'read'), bytes }
  }

  async read(token: string): Promise<OpenedFile> {
    const path = this.#tokens.pathFor(token, 'read')
    return { token, name: basename(path), bytes: await readBounded(path, this.#limit) }
  }

  async saveAs(kind: FileKind, wish: string, bytes: Uint8Array): Promise<FileHandleInfo | null> {
    const name = suggestName(wish, kind)
    this.#refuseTooLarge(name, bytes)
    const folder = this.#lastFolder.get(kind)
    const chosen = await this.#dialogs.chooseToSave(kind, folder === undefined ? name : join(folder, name))
    if (chosen === null) return null
    const path = withExtension(chosen, kind)
    // The dialog asked about the name as typed; with the extension added it may be another, existing file.
    if (path !== chosen && (await exists(path)) && !(await this.#dialogs.mayReplace(basename(path))))
      return null
    this.#lastFolder.set(kind, dirname(path))
    await write(path, bytes)
    return this.#tokens.issue(path, 'write')
  }

  async save(token: string, bytes: Uint8Array): Promise<FileHandleInfo> {
    const path = this.#tokens.pathFor(token, 'write')
    this.#refuseTooLarge(basename(path), bytes)
    await write(path, bytes)
    return { token, name: basename(path) }
  }

  /** Several files in one folder, that the person points at once. What stood there is only replaced after asking. */
  async saveAll(wished: readonly FileToSave[]): Promise<SavedFiles | null> {
    const files = uniqueNames(wished)
    const total = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    const [first] = files
    if (first !== undefined && total > this.#limit) throw tooLarge(first.name, this.#limit)
    const folder = await this.#dialogs.chooseFolder(this.#lastFolderForAll)
    if (folder === null) return null
    const present: string[] = []
    for (const { name } of files) if (await exists(join(folder, name))) present.push(name)
    if (present.length > 0 && !(await this.#dialogs.mayReplaceAll(present))) return null
    this.#lastFolderForAll = folder
    const saved: string[] = []
    for (const { name, bytes } of files) {
      try {
        await write(join(folder, name), bytes)
      } catch (error) {
        if (!(error instanceof BridgeFailure) || saved.length === 0) throw error
        return { folder: basename(folder), saved, message: error.message }
      }
      saved.push(name)
    }
    return { folder: basename(folder), saved, message: null }
  }

  /** A file the system hands to Palet (double click, start with a file). Null when it isn't one of ours. */
  offer(path: string): FileHandleInfo | null {
    if (!isAbsolute(path) || withExtension(path, 'programme') !== path) return null
    return this.#tokens.issue(path, 'read')
  }

  #refuseTooLarge(name: string, bytes: Uint8Array): void {
    if (bytes.byteLength > this.#limit) throw tooLarge(name, this.#limit)
  }
}

/** Safe names, no two alike on a file system that doesn't tell capitals apart. */
function uniqueNames(files: readonly FileToSave[]): { name: string; bytes: Uint8Array }[] {
  const taken = new Set<string>()
  return files.map(({ kind, suggestedName, bytes }) => {
    const wish = suggestName(suggestedName, kind)
    let name = wish
    for (let count = 2; taken.has(name.toLowerCase()); count += 1)
      name = wish.replace(/(\.[^.]+)$/, ` ${String(count)}$1`)
    taken.add(name.toLowerCase())
    return { name, bytes }
  })
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const oldKept = await exists(path)
  try {
    await writeAtomic(path, bytes)
  } catch (error) {
    throw writeFailure(error, basename(path), oldKept)
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
