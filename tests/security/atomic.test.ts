import { execFileSync } from 'node:child_process'
import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomic } from '@main/files/atomic'
import { readBounded } from '@main/files/read'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'palet-atomic-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (words: string) => new TextEncoder().encode(words)
const at = (name: string) => join(folder, name)

describe('writing a file whole or not at all', () => {
  it('makes a new file and leaves nothing beside it', async () => {
    await writeAtomic(at('nieuw.palet'), text('inhoud'))
    expect(await readFile(at('nieuw.palet'), 'utf8')).toBe('inhoud')
    expect(await readdir(folder)).toEqual(['nieuw.palet'])
  })

  it('replaces the old file and keeps its rights', async () => {
    await writeFile(at('oud.palet'), 'een veel langere oude inhoud', { mode: 0o640 })
    await writeAtomic(at('oud.palet'), text('nieuw'))
    expect(await readFile(at('oud.palet'), 'utf8')).toBe('nieuw')
    expect((await stat(at('oud.palet'))).mode & 0o777).toBe(0o640)
    expect(await readdir(folder)).toEqual(['oud.palet'])
  })

  it('never shows a half file to another reader', async () => {
    const path = at('groot.palet')
    const contents = [new Uint8Array(3_000_000).fill(65), new Uint8Array(3_000_000).fill(66)]
    await writeAtomic(path, new Uint8Array(3_000_000).fill(66))
    let writing = true
    const writer = (async () => {
      for (let round = 0; round < 10; round++) await writeAtomic(path, contents[round % 2] ?? text(''))
      writing = false
    })()
    while (writing) {
      const seen = await readFile(path)
      expect([seen.length, seen.every((byte) => byte === seen[0])]).toEqual([3_000_000, true])
    }
    await writer
  })

  it('lets a reader that was already busy finish the old content', async () => {
    await writeFile(at('oud.palet'), 'oude inhoud')
    const reader = await open(at('oud.palet'), 'r')
    await writeAtomic(at('oud.palet'), text('nieuw'))
    expect(await reader.readFile('utf8')).toBe('oude inhoud')
    await reader.close()
  })

  it('follows a link and leaves it a link', async () => {
    await mkdir(at('archief'))
    await writeFile(join(folder, 'archief', 'echt.palet'), 'oud')
    await symlink(join('archief', 'echt.palet'), at('link.palet'))
    await writeAtomic(at('link.palet'), text('nieuw'))
    expect(await readlink(at('link.palet'))).toBe(join('archief', 'echt.palet'))
    expect(await readFile(join(folder, 'archief', 'echt.palet'), 'utf8')).toBe('nieuw')
  })

  it('refuses a folder in the place of a file, and a folder that is gone', async () => {
    await mkdir(at('map.palet'))
    await expect(writeAtomic(at('map.palet'), text('x'))).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(writeAtomic(join(folder, 'weg', 'a.palet'), text('x'))).rejects.toMatchObject({
      code: 'ENOENT',
    })
    expect(await readdir(folder)).toEqual(['map.palet'])
  })

  it('cleans up when the last step fails', async () => {
    // A name that fits for our own temporary file but is too long for the rename.
    await expect(writeAtomic(at(`${'n'.repeat(300)}.palet`), text('x'))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('takes names up to the very limit of the file system', async () => {
    const name = `${'n'.repeat(249)}.palet`
    await writeAtomic(at(name), text('past'))
    expect(await readFile(at(name), 'utf8')).toBe('past')
  })
})

describe('reading with a limit', () => {
  it('reads whole files up to the limit', async () => {
    await writeFile(at('a'), 'vijf!')
    expect(new TextDecoder().decode(await readBounded(at('a'), 5))).toBe('vijf!')
    await writeFile(at('leeg'), '')
    expect(await readBounded(at('leeg'), 5)).toHaveLength(0)
  })

  it.each([
    ['too large', 'groot', 'file-too-large'],
    ['not there', 'weg', 'file-not-found'],
    ['a folder', 'map', 'read-failed'],
    ['a pipe that nobody writes to', 'pijp', 'read-failed'],
  ])('refuses a file that is %s', async (_what, name, code) => {
    await writeFile(at('groot'), '123456')
    await mkdir(at('map'))
    execFileSync('mkfifo', [at('pijp')])
    const failure = readBounded(at(name), 5)
    await expect(failure).rejects.toMatchObject({ name: 'BridgeFailure', code })
    await expect(failure).rejects.toThrow(new RegExp(`“${name}”.*\\.$`))
    await expect(failure).rejects.not.toThrow(folder)
  })

  it('is not misled by a device that calls itself empty', async () => {
    await expect(readBounded('/dev/zero', 100)).rejects.toMatchObject({ code: 'read-failed' })
  })
})
