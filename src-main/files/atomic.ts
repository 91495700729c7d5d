import { randomUUID } from 'node:crypto'
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode } from './failure'

/**
 * Replaces a file whole or not at all. The new content is written beside it and is on the disk before it
 * takes the name; whatever goes wrong earlier, the old file is untouched.
 */
export async function writeAtomic(path: string, bytes: Uint8Array): Promise<void> {
  const target = await resolveLink(path)
  const oldMode = await modeOfOld(target)
  const folder = dirname(target)
  // A short name of our own: the target's name plus a suffix could exceed what the file system allows.
  const temporary = join(folder, `.palet-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      if (oldMode !== null) await file.chmod(oldMode)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}

/** Saving to a link saves to the file it points to; the link stays a link. */
async function resolveLink(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    return join(await realpath(dirname(path)), basename(path))
  }
}

/** Rights of the file to be replaced, null when there is none. Refuses what rename would wrongly replace. */
async function modeOfOld(target: string): Promise<number | null> {
  try {
    const old = await stat(target)
    if (!old.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' })
    // Rename needs no right on the file itself, so a read-only file would vanish without this question.
    await access(target, constants.W_OK)
    return old.mode & 0o777
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Puts the new name itself on the disk too. Best effort: Windows and some network drives can't do it, and
 * by now the new file is whole and in place, so a failure here is no reason to say that it wasn't saved.
 */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // See above: nothing the person could do about it.
  }
}
