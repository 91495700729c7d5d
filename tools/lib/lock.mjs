import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hasCode } from './command.mjs'

/**
 * Does the work while no other command does it: two commands started at once wait for each other
 * instead of spoiling each other's files. A lock of a process that is gone is taken over.
 * @template T
 * @param {string} folder the lock: a folder, because making one either succeeds or fails as a whole
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true })
  while (!take(folder)) await wait(200)
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(/** @type {string} */ folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true })
    return false
  }
}

function isStale(/** @type {string} */ folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    if (hasCode(error, 'EPERM')) return false
    if (hasCode(error, 'ESRCH')) return true
  }
  try {
    // Made, but its number not written yet: give it a moment.
    return Date.now() - statSync(folder).mtimeMs > 5_000
  } catch {
    return false
  }
}
