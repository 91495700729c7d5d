import { existsSync } from 'node:fs'
import { Stop, say } from './command.mjs'
import { isRoot } from './paths.mjs'
import { run, tail } from './run.mjs'

// What Electron needs on a bare Debian to show a window: the libraries it links to and a letter type.
export const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'fonts-liberation',
]

/** A display in memory, for a machine without a screen. */
export const virtualDisplayPackages = ['xvfb']

/** Programs with which the tests read back the reports. */
export const pdfPackages = ['poppler-utils', 'qpdf']

/** A real spreadsheet program, with which the tests fill in workbooks as an association does. */
export const officePackages = ['libreoffice-calc', 'python3-uno']

/** A real keychain, and the message bus over which it is reached. */
export const keychainPackages = ['gnome-keyring', 'dbus']

/**
 * Makes sure these Debian packages are there; on another system that is left to its owner.
 * @param {readonly string[]} names
 */
export async function ensureSystemPackages(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingOf(names)
  if (missing.length === 0) return
  const list = missing.join(' ')
  if (!isRoot) {
    throw new Stop(
      `Op deze computer ontbreken onderdelen die Palet nodig heeft. Vraag de beheerder om dit uit te voeren:\n` +
        `  sudo apt-get install ${list}`,
    )
  }
  say(`Ontbrekende systeempakketten worden geïnstalleerd: ${list}.`)
  const quiet = /** @type {const} */ ({
    output: 'collect',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  await run('apt-get', ['update', '-qq'], quiet)
  const result = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet)
  if (result.status !== 0) {
    throw new Stop(
      `${tail(result)}\nHet installeren van ${list} is niet gelukt. Is een pakketbron bereikbaar?`,
    )
  }
}

/** @param {readonly string[]} names */
async function missingOf(names) {
  const result = await run('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package} ${Provides}\n'], {
    output: 'collect',
  })
  const present = new Set()
  for (const line of result.stdout.split('\n')) {
    const [status, ...words] = line.split(/[\s,]+/)
    // A newer Debian calls libgtk-3-0 "libgtk-3-0t64" and lets it provide the old name.
    if (status === 'installed') for (const word of words) present.add(word)
  }
  return names.filter((name) => !present.has(name))
}
