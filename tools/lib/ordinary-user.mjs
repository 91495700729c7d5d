import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stop, say } from './command.mjs'
import { cacheFolder, isOpenToAll, isRoot } from './paths.mjs'

// Chromium refuses its sandbox to root, and Palet doesn't run without it. So for root the window runs
// as an ordinary user; the tools around it keep their rights.

const userName = 'nobody'

/** @type {{ uid: number, gid: number } | undefined} */
let known

/** Number of the ordinary user, and of his group. */
export function ordinaryUser() {
  if (known !== undefined) return known
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${userName}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new Stop(
      `Als root start het venster van Palet onder de gebruiker ${userName}, maar die bestaat hier niet. ` +
        'Start het commando als een gewone gebruiker.',
    )
  }
  known = { uid: Number(uid), gid: Number(gid) }
  return known
}

/** A folder in which the user of the window may write; the same one for a name each time. */
export function homeOfWindow() {
  if (!isRoot) return homedir()
  const home = '/var/lib/palet'
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (lstatSync(home).isSymbolicLink()) throw new Stop(`${home} mag geen verwijzing zijn.`)
  giveToWindow(home)
  return home
}

/** Hands a file or folder, made by us, to the user of the window. */
export function giveToWindow(/** @type {string} */ path) {
  if (!isRoot) return
  const { uid, gid } = ordinaryUser()
  chownSync(path, uid, gid)
}

/** The folder for temporary files that the user of the window can reach too. */
export function sharedTemporaryFolder() {
  if (!isRoot) return tmpdir()
  const open = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && isOpenToAll(folder))
  if (open === undefined) throw new Stop('Er is geen tijdelijke map die voor iedereen toegankelijk is.')
  return open
}

/**
 * The program to start in place of the given one: for root a small script that becomes the ordinary
 * user first and is then replaced by the program, so signals and exit status go straight through.
 * @param {string} executable
 */
export function asOrdinaryUser(executable) {
  if (!isRoot) return executable
  if (!existsSync('/usr/bin/setpriv')) {
    throw new Stop(
      'Het programma setpriv (pakket util-linux) ontbreekt. Start het commando als een gewone gebruiker.',
    )
  }
  const { uid, gid } = ordinaryUser()
  const script = join(cacheFolder(), 'als-gewone-gebruiker.sh')
  const text = `#!/bin/sh
# Becomes an ordinary user, because Chromium's sandbox refuses root.
exec /usr/bin/setpriv --reuid=${uid} --regid=${gid} --clear-groups "$PALET_EXECUTABLE" "$@"
`
  if (!existsSync(script) || readFileSync(script, 'utf8') !== text) writeFileSync(script, text)
  if ((statSync(script).mode & 0o777) !== 0o755) chmodSync(script, 0o755)
  return script
}

/**
 * The surroundings in which the window starts.
 * @param {string} executable
 * @param {string} home
 * @returns {Record<string, string>}
 */
export function windowEnvironment(executable, home) {
  // Settings of npm and Node, and for root also his own folders, are of no use to the window.
  const unwanted = isRoot
    ? /^(npm_|NODE_|INIT_CWD$|ELECTRON_RUN_AS_NODE$|XDG_|DBUS_|SUDO_|TMPDIR$|MAIL$)/
    : /^(npm_|NODE_|INIT_CWD$|ELECTRON_RUN_AS_NODE$)/
  /** @type {Record<string, string>} */
  const env = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !unwanted.test(name)) env[name] = value
  }
  if (!isRoot) return env
  return { ...env, HOME: home, USER: userName, LOGNAME: userName, PALET_EXECUTABLE: executable }
}

let said = false

export function tellAboutOrdinaryUser() {
  if (!isRoot || said) return
  said = true
  say(`U bent root; het venster draait daarom als de gewone gebruiker ${userName}, met de volledige sandbox.`)
}
