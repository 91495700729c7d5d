import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureTestApplication } from './application.mjs'
import { openVirtualDisplay } from './display.mjs'
import {
  asOrdinaryUser,
  giveToWindow,
  ordinaryUser,
  sharedTemporaryFolder,
  tellAboutOrdinaryUser,
  windowEnvironment,
} from './ordinary-user.mjs'
import { isRoot } from './paths.mjs'
import { ensureSystemPackages, virtualDisplayPackages, windowPackages } from './system-packages.mjs'

/**
 * How another process starts the window: plain data, handed over as JSON in PALET_WINDOW.
 * @typedef {object} WindowPlan
 * @property {string} executable what to start (for root a script that becomes an ordinary user first)
 * @property {string} application folder of the packaged application
 * @property {string} electron version of the Electron in it
 * @property {Record<string, string>} env
 * @property {string} temporary folder in which both sides can make files
 * @property {{ uid: number, gid: number } | null} owner to whom files for the window must belong
 */

/**
 * Gets everything a real window needs ready, on a display in memory, and tidies up after the work.
 * @template T
 * @param {readonly string[]} systemPackages what the work needs beside the window
 * @param {(plan: WindowPlan) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWindow(systemPackages, work) {
  await ensureSystemPackages([...windowPackages, ...virtualDisplayPackages, ...systemPackages])
  const application = await ensureTestApplication()
  tellAboutOrdinaryUser()
  const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined
  const temporary = mkdtempSync(join(sharedTemporaryFolder(), 'palet-window-'))
  giveToWindow(temporary)
  try {
    return await work({
      executable: asOrdinaryUser(application.executable),
      application: application.folder,
      electron: application.runtime.version,
      env: { ...windowEnvironment(application.executable, temporary), ...display?.env },
      temporary,
      owner: isRoot ? ordinaryUser() : null,
    })
  } finally {
    display?.close()
    // The last process of the window may still be writing as it ends.
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** The surroundings of a process that starts the window by the plan. */
export function environmentWith(/** @type {WindowPlan} */ plan) {
  return { ...process.env, PALET_WINDOW: JSON.stringify(plan) }
}
