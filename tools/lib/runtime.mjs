import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Stop, say } from './command.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder, top } from './paths.mjs'
import { runNode } from './run.mjs'
import { ensureTrialRuntime, trialNotice, trialVersion, whatToDo } from './trial-runtime.mjs'

/**
 * @typedef {object} Runtime An unpacked Electron on this computer.
 * @property {'override' | 'official' | 'trial'} kind
 * @property {string} folder
 * @property {string} version
 * @property {string} executable
 */

const electronPackage = join(top, 'node_modules/electron')
const officialFolder = join(electronPackage, 'dist')

// A blocked download fails within seconds; a slow line gets the time to finish.
const downloadTimeout = 4 * 60_000
const failureHolds = 24 * 60 * 60_000

export function pinnedVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  return version
}

/** Place of the executable inside an unpacked Electron. */
function executableIn(/** @type {string} */ folder) {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

/** @type {Promise<Runtime> | undefined} */
let found

/** The Electron to use; looked for once in a command. */
export function ensureRuntime() {
  found ??= findRuntime()
  return found
}

/**
 * Finds an Electron: the one pointed at, else the official one of the pinned version, else the one for
 * trial from the package registry.
 * @returns {Promise<Runtime>}
 */
async function findRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return overridden(resolve(override))
  if (hasOfficial() || (await downloadOfficial())) {
    const version = pinnedVersion()
    return { kind: 'official', folder: officialFolder, version, executable: executableIn(officialFolder) }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(`Electron ${pinnedVersion()} is niet te downloaden van github.com. ${whatToDo}`)
  }
  const folder = await ensureTrialRuntime()
  say(trialNotice)
  return { kind: 'trial', folder, version: trialVersion, executable: executableIn(folder) }
}

/** @returns {Runtime} */
function overridden(/** @type {string} */ folder) {
  const executable = executableIn(folder)
  if (!existsSync(executable)) {
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH wijst naar ${folder}, maar daar staat geen Electron.`)
  }
  return { kind: 'override', folder, version: versionOf(folder, executable), executable }
}

/** @param {string} folder @param {string} executable */
function versionOf(folder, executable) {
  const note = join(folder, 'version')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim().replace(/^v/, '')
  // Not every unpacked Electron has that file, but each one carries its name in the user agent.
  const version = /Electron\/(\d+\.\d+\.\d+)/.exec(readFileSync(executable).toString('latin1'))?.[1]
  if (version === undefined) throw new Stop(`De versie van de Electron in ${folder} is niet te bepalen.`)
  return version
}

function hasOfficial() {
  const note = join(officialFolder, 'version')
  return (
    existsSync(note) &&
    readFileSync(note, 'utf8').trim().replace(/^v/, '') === pinnedVersion() &&
    existsSync(executableIn(officialFolder))
  )
}

async function downloadOfficial() {
  const failure = join(cacheFolder(), `download-${pinnedVersion()}-failed`)
  if (existsSync(failure) && Date.now() - statSync(failure).mtimeMs < failureHolds) return false
  return withLock(join(cacheFolder(), 'download.lock'), async () => {
    if (hasOfficial()) return true
    say(`Electron ${pinnedVersion()} wordt opgehaald (eenmalig).`)
    const result = await runNode([join(electronPackage, 'install.js')], {
      cwd: top,
      output: 'collect',
      timeout: downloadTimeout,
    })
    if (result.status === 0 && hasOfficial()) {
      rmSync(failure, { force: true })
      return true
    }
    // Remembered for a day: trying again costs time at every start.
    writeFileSync(failure, `${result.stdout}\n${result.stderr}`)
    return false
  })
}
