import { randomUUID } from 'node:crypto'
import { constants, lstat, mkdir, open, readdir, realpath, rm, stat, statfs } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { BACKUP_NAME } from '../contract'
import { writeAtomic } from '../files/atomic'
import { alreadyThere, backupWriteFailure, diskFull, folderGone, otherFolder } from './failure'

/** Left in a chosen folder, to tell the same stick from another one under the same name. */
export const MARK_FILE = 'palet-reservekopieen.txt'
/** What an atomic write was busy with when the power went; a day later nobody is writing it any more. */
const LEFTOVER = /^\.palet-[0-9a-f-]{36}\.tmp$/
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000

export interface FoundBackup {
  readonly name: string
  readonly size: number
  readonly modifiedAt: string
}

/** One folder with backups. Touches nothing in it but what Palet made, and follows no link out of it. */
export class BackupFolder {
  readonly path: string
  readonly label: string
  /** Null for Palet's own folder, which is made when it isn't there. */
  readonly #mark: string | null

  constructor(path: string, mark: string | null, label = folderLabel(path)) {
    this.path = path
    this.label = label
    this.#mark = mark
  }

  /** Throws, in words for the person, when this is not the folder that was chosen. */
  async insist(): Promise<void> {
    if (this.#mark === null) {
      await mkdir(this.path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        throw backupWriteFailure(error, this.label)
      })
    }
    const real = await realpath(this.path).catch(() => null)
    if (real === null || !(await isFolder(real))) throw folderGone(this.label)
    if (this.#mark === null) return
    // The chosen path was a real one; a link that took its place leads somewhere else.
    if (real !== this.path || (await readMark(this.path)) !== this.#mark) throw otherFolder(this.label)
  }

  /** Room left on the disk in bytes; null where the system can't tell. */
  async free(): Promise<number | null> {
    try {
      const { bavail, bsize } = await statfs(this.path)
      const free = bavail * bsize
      return Number.isSafeInteger(free) ? free : null
    } catch {
      return null
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.insist()
    await this.#tidy()
    const free = await this.free()
    // Saves a large write that can't end well; what really happens is still found out below.
    if (free !== null && free < bytes.byteLength) throw diskFull(this.label)
    const path = join(this.path, name)
    if (await lstat(path).catch(() => null)) throw alreadyThere(this.label)
    try {
      await writeAtomic(path, bytes)
    } catch (error) {
      throw backupWriteFailure(error, this.label)
    }
  }

  async list(): Promise<FoundBackup[]> {
    await this.insist()
    const names = (await readdir(this.path)).filter((name) => BACKUP_NAME.test(name))
    const found = await Promise.all(names.map((name) => this.find(name)))
    return found.filter((backup) => backup !== null)
  }

  /** Null when it is gone, or is anything else than an ordinary file. */
  async find(name: string): Promise<FoundBackup | null> {
    if (!BACKUP_NAME.test(name)) return null
    const info = await lstat(join(this.path, name)).catch(() => null)
    if (!info?.isFile()) return null
    return { name, size: info.size, modifiedAt: info.mtime.toISOString() }
  }

  async remove(name: string): Promise<void> {
    await this.insist()
    if ((await this.find(name)) === null) return
    await rm(join(this.path, name), { force: true }).catch((error: unknown) => {
      throw backupWriteFailure(error, this.label)
    })
  }

  async #tidy(): Promise<void> {
    for (const name of await readdir(this.path).catch(() => [])) {
      if (!LEFTOVER.test(name)) continue
      const info = await lstat(join(this.path, name)).catch(() => null)
      if (info?.isFile() && Date.now() - info.mtimeMs > LEFTOVER_AGE_MS) {
        await rm(join(this.path, name), { force: true }).catch(() => undefined)
      }
    }
  }
}

/** The last part of a path, or the whole of a root ("E:\"). */
export function folderLabel(path: string): string {
  return basename(path) || parse(path).root
}

/** Puts the mark in a folder, or takes over the one that is there already. */
export async function markFolder(folder: string): Promise<string> {
  const present = await readMark(folder)
  if (present !== null) return present
  const mark = randomUUID()
  const text = `In deze map zet Palet reservekopieën. Laat dit bestand staan: Palet herkent de map eraan.\n${mark}\n`
  await writeAtomic(join(folder, MARK_FILE), new TextEncoder().encode(text))
  return mark
}

async function readMark(folder: string): Promise<string | null> {
  try {
    const file = await open(join(folder, MARK_FILE), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
      return MARK.exec(buffer.toString('utf8', 0, bytesRead))?.[0] ?? null
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

const MARK = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}
