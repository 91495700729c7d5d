import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const program = resolve(import.meta.dirname, 'support/save-under-pressure.ts')
const top = resolve(import.meta.dirname, '../..')

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'palet-disk-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the saving program in a shell that first makes the room small; "$1" is the folder. */
function saveAfter(makeSmall: string, size: number, how: 'over' | 'fresh' = 'over', around: string[] = []) {
  const script = `set -e; ${makeSmall}; exec "$2" --import tsx "$3" "$1" ${size} ${how}`
  const [command = '', ...args] = [...around, 'sh', '-c', script, 'sh', folder, process.execPath, program]
  return JSON.parse(execFileSync(command, args, { cwd: top, encoding: 'utf8' }))
}

/** A name space of its own, in which a disk can be mounted: real, and gone when the program ends. */
const ownMounts =
  process.getuid?.() === 0 ? ['unshare', '--mount'] : ['unshare', '--user', '--map-root-user', '--mount']

const tinyDisk = 'mount -t tmpfs -o size=64k palet-tiny "$1"'

describe('a disk that is really full', () => {
  it('leaves the old file as it was, says so, and leaves no rubbish', () => {
    expect(saveAfter(tinyDisk, 200_000, 'over', ownMounts)).toEqual({
      outcome: {
        code: 'disk-full',
        message:
          'De schijf is vol: “plan.palet” is niet bewaard. Het bestand dat er al stond is niet veranderd. ' +
          'Maak ruimte vrij of kies een andere plek.',
      },
      names: ['plan.palet'],
      content: 'oude inhoud',
    })
  })

  it('leaves nothing when there was nothing', () => {
    expect(saveAfter(tinyDisk, 200_000, 'fresh', ownMounts)).toEqual({
      outcome: {
        code: 'disk-full',
        message: 'De schijf is vol: “plan.palet” is niet bewaard. Maak ruimte vrij of kies een andere plek.',
      },
      names: [],
      content: null,
    })
  })

  it('saves what does fit', () => {
    expect(saveAfter(tinyDisk, 20_000, 'over', ownMounts)).toMatchObject({
      outcome: { name: 'plan.palet' },
      names: ['plan.palet'],
      content: ' '.repeat(20_000),
    })
  })
})

describe('other places that take no file', () => {
  it('a file larger than the system allows: EFBIG', () => {
    expect(saveAfter('ulimit -f 16', 200_000)).toMatchObject({
      outcome: { code: 'file-too-large', message: expect.stringContaining('is te groot voor deze schijf') },
      names: ['plan.palet'],
      content: 'oude inhoud',
    })
  })

  it('a disk that can only be read: EROFS', () => {
    const readOnly = `${tinyDisk}; printf oud > "$1/plan.palet"; mount -o remount,ro "$1"`
    expect(saveAfter(readOnly, 10, 'fresh', ownMounts)).toMatchObject({
      outcome: { code: 'no-access', message: expect.stringContaining('Op deze plek kunt u alleen lezen') },
      names: ['plan.palet'],
      content: 'oud',
    })
  })
})
