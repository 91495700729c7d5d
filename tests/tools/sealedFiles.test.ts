import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveHere } from '@/data/crypto/kdf'
import { sealFile } from '@/data/crypto/sealedFile'

const top = join(import.meta.dirname, '../..')
const sample = join(top, 'resources/sample/achterhoek.palet')
const folder = mkdtempSync(join(tmpdir(), 'palet-sealed-'))
const path = (name: string): string => join(folder, name)

function tool(name: 'figures' | 'report', ...args: string[]) {
  const tsx = join(top, 'node_modules/tsx/dist/cli.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, '--tsconfig', join(top, 'tsconfig.json'), join(top, `tools/${name}.ts`), ...args],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return { status, stdout, stderr }
}
const figures = (...args: string[]) => tool('figures', ...args, '--on', '2026-09-30')

beforeAll(async () => {
  const lock = { passphrase: 'kachel paraplu veulen', derive: deriveHere }
  const sealed = await sealFile(Uint8Array.from(readFileSync(sample)), lock)
  writeFileSync(path('dicht.palet'), sealed)
  const damaged = Uint8Array.from(sealed)
  damaged[sealed.length - 5] = (damaged[sealed.length - 5] ?? 0) ^ 1
  writeFileSync(path('stuk.palet'), damaged)
  writeFileSync(path('goed.txt'), 'kachel paraplu veulen\r\n')
  writeFileSync(path('fout.txt'), 'kachel paraplu hengst')
  writeFileSync(path('leeg.txt'), '\n')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a sealed file on the command line', () => {
  it('gives the same figures as the plain one', () => {
    const opened = figures(path('dicht.palet'), '--passphrase-file', path('goed.txt'))
    expect(opened).toMatchObject({ status: 0, stderr: '' })
    expect(opened.stdout).toBe(figures(sample).stdout)
  })

  it('gives a report', () => {
    const out = path('rapport.pdf')
    const args = ['--on', '2026-09-30', '--out', out, '--passphrase-file', path('goed.txt')]
    expect(tool('report', path('dicht.palet'), ...args)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it.each([
    ['no passphrase', 'dicht.palet', [], 3, 'geef dat mee met --passphrase-file'],
    ['a wrong passphrase', 'dicht.palet', ['--passphrase-file', path('fout.txt')], 3, 'past niet'],
    ['an empty file', 'dicht.palet', ['--passphrase-file', path('leeg.txt')], 3, 'staat geen wachtzin'],
    [
      'a file that is not there',
      'dicht.palet',
      ['--passphrase-file', path('weg.txt')],
      1,
      'weg.txt kan niet',
    ],
    ['a damaged file', 'stuk.palet', ['--passphrase-file', path('goed.txt')], 1, 'is beschadigd'],
  ])('says so of %s, each with its own status', (_, file, args, status, message) => {
    const refused = figures(path(file), ...args)
    expect(refused.status).toBe(status)
    expect(refused.stderr).toContain(message)
    expect(refused.stdout).toBe('')
  })
})
