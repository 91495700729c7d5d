import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, say } from './command.mjs'
import { hashOf } from './hash.mjs'
import { withLock } from './lock.mjs'
import { top } from './paths.mjs'
import { runNpm, tail } from './run.mjs'

const modules = join(top, 'node_modules')
const stamp = join(modules, '.palet-lock-hash')
// npm writes this list at the end of an installation: without it the folder is half done.
const complete = join(modules, '.package-lock.json')

function isCurrent(/** @type {string} */ wanted) {
  if (!existsSync(complete)) return false
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** Installs the packages of the lock file, unless they are already there. */
export async function ensureNodePackages() {
  const wanted = hashOf(top, ['package-lock.json'])
  if (isCurrent(wanted)) return
  await withLock(join(top, '.cache/install-lock'), async () => {
    if (isCurrent(wanted)) return
    if (matchesByItself()) {
      writeFileSync(stamp, wanted)
      return
    }
    say('De pakketten van Palet worden geïnstalleerd; dat kost meestal minder dan een minuut.')
    const result = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: top,
      output: 'collect',
    })
    if (result.status !== 0) {
      throw new Stop(
        `${tail(result)}\nHet installeren van de pakketten is niet gelukt. Is het pakketregister bereikbaar?`,
      )
    }
    writeFileSync(stamp, wanted)
  })
}

/** Packages put there by npm itself need not be fetched again, when they are what the lock file asks for. */
function matchesByItself() {
  if (!existsSync(complete)) return false
  const present = packagesIn(complete)
  return Object.entries(packagesIn(join(top, 'package-lock.json'))).every(
    ([place, wanted]) =>
      place === '' || wanted.optional === true || present[place]?.version === wanted.version,
  )
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
