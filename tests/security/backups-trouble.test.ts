import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const program = resolve(import.meta.dirname, 'support/backup-under-pressure.ts')
const top = resolve(import.meta.dirname, '../..')
const ownMounts =
  process.getuid?.() === 0 ? ['unshare', '--mount'] : ['unshare', '--user', '--map-root-user', '--mount']

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'palet-backup-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A real stick of 64 kB, with room for a dozen files, is mounted on the chosen folder; `between` happens after the first backup. */
function backUp(size: number, between: string) {
  const script = `set -e; mkdir "$1/STICK"; mount -t tmpfs -o size=64k,nr_inodes=12 palet-tiny "$1/STICK"; exec "$2" --import tsx "$3" "$1" ${size} "$4"`
  const [command = '', ...args] = [
    ...ownMounts,
    'sh',
    '-c',
    script,
    'sh',
    folder,
    process.execPath,
    program,
    between,
  ]
  return JSON.parse(execFileSync(command, args, { cwd: top, encoding: 'utf8' }))
}

const good = [
  { place: 'own', ok: true, message: null },
  { place: 'first', ok: true, message: null },
]
const failed = (message: unknown) => [good[0], { place: 'first', ok: false, message }]
const both = ['own 110000 200000', 'own 100000 1000', 'first 100000 1000']

describe('backups where something really goes wrong', () => {
  it('a full disk: the other place has it, the earlier backup stays, and nothing half is left', () => {
    const outcome = backUp(200_000, 'true')
    expect(outcome.before).toEqual(good)
    expect(outcome.after).toEqual(
      failed(
        'De schijf van de map “STICK” is vol: de reservekopie is daar niet bewaard. ' +
          'Maak ruimte vrij of kies een andere map.',
      ),
    )
    expect(outcome.listed).toEqual(both)
    expect(outcome.place).toMatchObject({ available: true, free: expect.any(Number) })
  })

  it('a disk that has bytes left but no room for one more file: only the write itself finds out', () => {
    const outcome = backUp(100, 'i=0; while touch "$STICK/vol$i" 2>/dev/null; do i=$((i+1)); done')
    expect(outcome.after).toEqual(failed(expect.stringMatching(/^De schijf van de map “STICK” is vol/)))
    expect(outcome.listed).toEqual(['own 110000 100', 'own 100000 1000', 'first 100000 1000'])
    expect(outcome.place).toMatchObject({ available: true })
  })

  it('a stick that can only be read', () => {
    const outcome = backUp(100, 'mount -o remount,ro "$STICK"')
    expect(outcome.after).toEqual(
      failed(
        'In de map “STICK” mag Palet niet schrijven: de reservekopie is daar niet bewaard. ' +
          'Kies een andere map of vraag om toegang.',
      ),
    )
  })

  it('a stick that was pulled out, where an empty folder of the same name stays behind', () => {
    const outcome = backUp(100, 'umount "$STICK"')
    const message =
      'De map “STICK” is niet meer de map die u koos. Misschien zit er een andere schijf of usb-stick in. ' +
      'Sluit de goede aan, of kies de map opnieuw.'
    expect(outcome.after).toEqual(failed(message))
    expect(outcome.place).toEqual({
      place: 'first',
      label: 'STICK',
      chosen: true,
      available: false,
      message,
      free: null,
    })
    expect(outcome.listed).toEqual(['own 110000 100', 'own 100000 1000'])
  })

  it('a folder that is gone', () => {
    const outcome = backUp(100, 'umount "$STICK"; rmdir "$STICK"')
    expect(outcome.after).toEqual(
      failed('De map “STICK” is er niet. Sluit de schijf of usb-stick aan, of kies een andere map.'),
    )
  })
})
