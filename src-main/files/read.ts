import { constants, open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { notAFile, readFailure, tooLarge } from './failure'

/** Reads a whole file that a person chose; pipes, folders and anything over the limit are refused. */
export async function readBounded(path: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const name = basename(path)
  try {
    // Without O_NONBLOCK, opening a pipe would wait for ever. Windows doesn't know the flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const info = await file.stat()
      if (!info.isFile()) throw notAFile(name)
      if (info.size > limit) throw tooLarge(name, limit)
      return await readAll(file, info.size)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readFailure(error, name)
  }
}

/** Never more than the size measured before: a file that grows meanwhile can't pass the limit. */
async function readAll(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled === size ? bytes : bytes.slice(0, filled)
}
