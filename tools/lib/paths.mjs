import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './command.mjs'

export const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The folder the person typed the command in: npm itself moves to the top of the project. */
export const callerFolder = process.env['INIT_CWD'] ?? process.cwd()

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Whether every user may enter this folder and all folders above it. */
export function isOpenToAll(/** @type {string} */ folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    try {
      if ((statSync(at).mode & 0o001) === 0) return false
    } catch {
      // Not made yet: it will be made with the rights of its parent.
    }
    if (at === dirname(at)) return true
  }
}

function cacheCandidates() {
  const chosen = process.env['XDG_CACHE_HOME']
  if (isRoot) {
    // The window runs as another user then, so everything in the cache must be readable to all.
    const open = chosen !== undefined && isOpenToAll(chosen) ? [join(chosen, 'palet')] : []
    return [...open, '/var/cache/palet', '/var/tmp/palet-cache']
  }
  if (process.platform === 'win32') return [join(process.env['LOCALAPPDATA'] ?? homedir(), 'palet-tools')]
  if (process.platform === 'darwin') return [join(homedir(), 'Library/Caches/palet-tools')]
  return [join(chosen ?? join(homedir(), '.cache'), 'palet')]
}

/** @type {string | undefined} */
let cache

/** Where runtimes and packaged test applications are kept between runs. Ours alone to write. */
export function cacheFolder() {
  if (cache !== undefined) return cache
  for (const folder of cacheCandidates()) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      accessSync(folder, constants.W_OK)
      const { uid, mode } = statSync(folder)
      // A folder that others could have filled is not trusted to hold programs we start.
      if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) continue
      cache = folder
      return folder
    } catch {
      // Try the next one.
    }
  }
  throw new Stop(
    `Palet kan geen map maken voor tussenbestanden (geprobeerd: ${cacheCandidates().join(', ')}). ` +
      'Zet XDG_CACHE_HOME op een map waar u mag schrijven.',
  )
}
