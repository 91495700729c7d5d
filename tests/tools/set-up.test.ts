import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { optionValue } from '../../tools/lib/command.mjs'
import { hashOf } from '../../tools/lib/hash.mjs'
import { withLock } from '../../tools/lib/lock.mjs'
import { isOpenToAll, top } from '../../tools/lib/paths.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palet-set-up-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the hash of files', () => {
  test('changes with a name and with a content, not with the place', () => {
    for (const place of ['a', 'b']) {
      mkdirSync(join(folder, place, 'src'), { recursive: true })
      writeFileSync(join(folder, place, 'src/one.ts'), 'one')
    }
    const before = hashOf(join(folder, 'a'), ['src', 'absent'])
    expect(hashOf(join(folder, 'b'), ['src', 'absent'])).toBe(before)
    writeFileSync(join(folder, 'b/src/one.ts'), 'two')
    expect(hashOf(join(folder, 'b'), ['src', 'absent'])).not.toBe(before)
    writeFileSync(join(folder, 'a/src/two.ts'), '')
    expect(hashOf(join(folder, 'a'), ['src', 'absent'])).not.toBe(before)
  })
})

describe('a lock', () => {
  test('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await wait(20)
      inside -= 1
    }
    const lock = join(folder, 'lock')
    await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)])
    expect(most).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of a process that is gone is taken over', async () => {
    const lock = join(folder, 'lock')
    mkdirSync(lock)
    const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid'])
    writeFileSync(join(lock, 'pid'), stdout.trim())
    expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done')
  })

  test('is given back when the work fails', async () => {
    const lock = join(folder, 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await withLock(lock, () => Promise.resolve('again'))).toBe('again')
  })
})

describe('a folder', () => {
  // Windows has no such rights.
  if (process.platform !== 'win32')
    test('is open to all only when every folder above it is', () => {
      mkdirSync(join(folder, 'open'), { mode: 0o755 })
      // A temporary folder is its owner's alone.
      expect(isOpenToAll(join(folder, 'open'))).toBe(false)
      expect(isOpenToAll('/usr')).toBe(true)
    })
})

describe('an option', () => {
  test('has its value after it', () => {
    expect(optionValue(['--screenshot', 'a.png'], '--screenshot')).toBe('a.png')
    expect(optionValue(['a.png'], '--screenshot')).toBeUndefined()
  })

  test('without its value is refused in Dutch', () => {
    expect(() => optionValue(['--screenshot'], '--screenshot')).toThrow('Na --screenshot hoort een waarde')
  })
})

describe('npm start', () => {
  const start = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(top, 'tools/start.mjs'), ...args], { env }).then(
      () => 'ended well',
      (error: unknown) =>
        error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error),
    )
  const withoutDisplay = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }

  // Elsewhere there is always a screen.
  if (process.platform === 'linux')
    test('says without a screen what to do', async () => {
      expect(await start(withoutDisplay)).toMatch(/heeft geen scherm.*npm start -- --screenshot palet\.png/s)
    })

  test('wants a picture to be a PNG', async () => {
    expect(await start(withoutDisplay, '--screenshot', 'x.jpg')).toContain('moet op .png eindigen')
  })

  test('says so when ELECTRON_OVERRIDE_DIST_PATH points at nothing', async () => {
    const env = { ...withoutDisplay, ELECTRON_OVERRIDE_DIST_PATH: folder }
    expect(await start(env, '--screenshot', 'x.png')).toContain(
      `wijst naar ${folder}, maar daar staat geen Electron`,
    )
  })
})
