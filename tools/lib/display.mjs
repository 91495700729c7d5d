import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Stop } from './command.mjs'
import { giveToWindow, homeOfWindow, sharedTemporaryFolder } from './ordinary-user.mjs'
import { isRoot } from './paths.mjs'

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/** Lets the user of the window onto root's own screen, with root's own key. */
export function shareDisplay() {
  if (!isRoot) return {}
  const key = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  if (!existsSync(key)) return {}
  const copy = join(homeOfWindow(), '.Xauthority')
  copyFileSync(key, copy)
  chmodSync(copy, 0o600)
  giveToWindow(copy)
  return { XAUTHORITY: copy }
}

/**
 * @typedef {object} VirtualDisplay
 * @property {Record<string, string>} env what a program needs to find the display
 * @property {() => void} close
 */

/**
 * Starts a display in memory. The server picks a free number by itself, so several can start at once.
 * @returns {Promise<VirtualDisplay>}
 */
export async function openVirtualDisplay() {
  const folder = mkdtempSync(join(sharedTemporaryFolder(), 'palet-display-'))
  const key = join(folder, 'key')
  writeFileSync(key, authority(), { mode: 0o600 })
  giveToWindow(folder)
  giveToWindow(key)
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-auth', key],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const close = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', close)
  const number = await new Promise((found, failed) => {
    server.once('error', failed)
    server.once('exit', () => failed(new Error('Xvfb ended')))
    server.stdio[3]?.once('data', (part) => found(String(part).trim()))
  }).catch(() => {
    close()
    throw new Stop(
      'Het virtuele scherm (Xvfb) wil niet starten. Installeer het pakket xvfb en probeer het opnieuw.',
    )
  })
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: key }, close }
}

/** A key file that fits any display number: only who can read it gets onto the display. */
function authority() {
  const familyWild = 0xffff
  const part = (/** @type {Buffer} */ bytes) => Buffer.concat([short(bytes.length), bytes])
  const none = Buffer.alloc(0)
  return Buffer.concat([
    short(familyWild),
    part(none),
    part(none),
    part(Buffer.from('MIT-MAGIC-COOKIE-1')),
    part(randomBytes(16)),
  ])
}

function short(/** @type {number} */ value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}
