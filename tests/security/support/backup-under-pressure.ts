/**
 * A small program of its own: keeps a profile in one folder, has a second folder chosen for backups, and writes two.
 * The test runs it where the second folder is really too small, or can only be read, or is taken away.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BackupService } from '../../../src-main/backups/service'

const folder = process.argv[2] ?? ''
const size = Number(process.argv[3])
const between = process.argv[4] ?? 'true'

const profile = join(folder, 'profiel')
const stick = join(folder, 'STICK')
mkdirSync(profile, { recursive: true })
const name = (time: string) => `palet-2026-04-14-${time}-automatisch-5f0c1f1e.palet`

const backups = new BackupService(profile, () => Promise.resolve(stick))
await backups.choose('first')
const before = await backups.write(name('100000'), new Uint8Array(1000).fill(1))
execFileSync('sh', ['-c', between], { env: { ...process.env, STICK: stick } })
const after = await backups.write(name('110000'), new Uint8Array(size).fill(2))
const place = (await backups.places()).find((each) => each.place === 'first')
const listed = (await backups.list()).map(
  (each) => `${each.place} ${each.name.slice(17, 23)} ${String(each.size)}`,
)
const names = readdirSync(join(profile, 'reservekopieen'))
process.stdout.write(JSON.stringify({ before, after, place, listed, names }))
