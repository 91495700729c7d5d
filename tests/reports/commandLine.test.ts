import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const top = join(import.meta.dirname, '../..')
const sample = join(top, 'resources/sample/achterhoek.palet')
const folder = mkdtempSync(join(tmpdir(), 'palet-report-'))
const out = join(folder, 'rapport.pdf')

function report(...args: string[]) {
  const tsx = join(top, 'node_modules/tsx/dist/cli.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, '--tsconfig', join(top, 'tsconfig.json'), join(top, 'tools/report.ts'), ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

// Each report starts a process of its own, which takes its time on a crowded machine.
describe('the report from the command line', { timeout: 120_000 }, () => {
  it('is saved, alike each time', () => {
    const args = [sample, '--kind', 'bestuur', '--on', '2026-09-30', '--made', '2026-10-02', '--out', out]
    expect(report(...args)).toMatchObject({ status: 0, stderr: '', stdout: `Rapport bewaard: ${out}\n` })
    const first = readFileSync(out)
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    report(...args)
    expect(Buffer.compare(first, readFileSync(out))).toBe(0)
  })

  it('prints a timeline on the paper that was asked for', () => {
    const on = (...more: string[]) =>
      report(
        sample,
        '--kind',
        'tijdlijn',
        '--on',
        '2026-09-30',
        '--made',
        '2026-10-02',
        '--out',
        out,
        ...more,
      )
    expect(on('--paper', 'a4', '--by', 'corporatie')).toMatchObject({ status: 0, stderr: '' })
    const first = readFileSync(out)
    expect(first.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]')
  })

  it('refuses paper and grouping that it does not know', () => {
    const on = (...more: string[]) =>
      report(sample, '--kind', 'tijdlijn', '--on', '2026-09-30', '--out', out, ...more)
    expect(on('--paper', 'A2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Kies: A3 of A4'),
    })
    expect(on('--by', 'wijk')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Kies: gemeente, corporatie, type'),
    })
    expect(report(sample, '--on', '2026-09-30', '--out', out, '--paper', 'A3').status).toBe(2)
  })

  it('refuses in Dutch what it does not understand', () => {
    expect(report()).toMatchObject({ status: 2, stderr: expect.stringContaining('Gebruik: npm run report') })
    const wrong = (on: string, kind: string) => report(sample, '--on', on, '--kind', kind, '--out', out)
    expect(wrong('30-09-2026', 'bestuur')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is geen datum'),
    })
    expect(wrong('2026-09-30', 'raad')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is geen soort rapport. Kies: bestuur'),
    })
  })

  it('says which file it can not read or write', () => {
    const on = (file: string, to: string) => report(file, '--on', '2026-09-30', '--out', to)
    expect(on(join(folder, 'weg.palet'), out)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('kan niet worden gelezen'),
    })
    const broken = join(folder, 'stuk.palet')
    writeFileSync(broken, '{"palet":')
    expect(on(broken, out).status).toBe(1)
    expect(on(sample, join(folder, 'geen-map', 'x.pdf'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('kan niet worden bewaard'),
    })
  })
})
