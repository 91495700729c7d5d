import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { runBuilder } from '../package/builder.mjs'
import { buildHash, ensureBuild } from './build.mjs'
import { Stop, say } from './command.mjs'
import { hashOf } from './hash.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder, top } from './paths.mjs'
import { tail } from './run.mjs'
import { ensureRuntime } from './runtime.mjs'

/**
 * @typedef {object} Application
 * @property {string} folder
 * @property {string} executable
 * @property {import('./runtime.mjs').Runtime} runtime
 */

// One is about 220 MB: the last few stay, so that going back and forth between two versions is quick.
const kept = 3
const mayBeInUse = 30 * 60_000

/**
 * The packaged application for trial and test, made by electron-builder exactly as the one that ships,
 * except for one fuse (see the configuration). Kept until anything in it changes.
 * @returns {Promise<Application>}
 */
export async function ensureTestApplication() {
  const runtime = await ensureRuntime()
  await ensureBuild()
  const apps = join(cacheFolder(), 'apps')
  mkdirSync(apps, { recursive: true })
  const folder = join(apps, nameFor(runtime))
  await withLock(`${apps}.lock`, async () => {
    if (!existsSync(folder)) await packageInto(folder, runtime)
    utimesSync(folder, new Date(), new Date())
    prune(apps)
  })
  return { folder, executable: join(folder, executableName()), runtime }
}

function nameFor(/** @type {import('./runtime.mjs').Runtime} */ runtime) {
  return createHash('sha256')
    .update(
      [buildHash(), runtime.version, runtime.folder, hashOf(top, ['tools/package', 'resources/icons'])].join(
        ' ',
      ),
    )
    .digest('hex')
    .slice(0, 20)
}

function executableName() {
  if (process.platform === 'darwin') return 'Palet.app/Contents/MacOS/Palet'
  return process.platform === 'win32' ? 'Palet.exe' : 'palet'
}

/** @param {string} folder @param {import('./runtime.mjs').Runtime} runtime */
async function packageInto(folder, runtime) {
  say('Palet wordt ingepakt voor gebruik op deze computer.')
  const work = mkdtempSync(join(cacheFolder(), 'package-'))
  try {
    const result = await runBuilder(work, ['--dir'], {
      electronFolder: runtime.folder,
      electronVersion: runtime.version,
      forTest: true,
    })
    const unpacked = readdirSync(work).find((name) => name.endsWith('unpacked') || name.startsWith('mac'))
    if (result.status !== 0 || unpacked === undefined) {
      throw new Stop(`${tail(result, 30)}\nHet inpakken van Palet is niet gelukt.`)
    }
    renameSync(join(work, unpacked), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function prune(/** @type {string} */ apps) {
  const oldestFirst = readdirSync(apps)
    .map((name) => ({ path: join(apps, name), used: statSync(join(apps, name)).mtimeMs }))
    .sort((a, b) => a.used - b.used)
  for (const { path, used } of oldestFirst.slice(0, -kept)) {
    if (Date.now() - used > mayBeInUse) rmSync(path, { recursive: true, force: true })
  }
}
