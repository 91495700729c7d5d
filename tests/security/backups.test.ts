import { randomUUID } from 'node:crypto'
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MARK_FILE } from '@main/backups/folder'
import { BackupService } from '@main/backups/service'
import { BACKUP_NAME } from '@main/contract'
import { BridgeFailure } from '@main/files/failure'
import { backupName, readBackupName } from '@/platform/backups'

const id = '5f0c1f1e-7c8e-4b8e-9a53-0d6f5f3f7c11'
const name = (time: string, why = 'automatisch') => `palet-2026-04-14-${time}-${why}-${id}.palet`
const bytes = new Uint8Array([1, 2, 3])

let top = ''
let profile = ''
let chosen: string | null = null
let backups: BackupService

beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'palet-backups-')))
  profile = join(top, 'profiel')
  chosen = null
  await mkdir(profile)
  for (const folder of ['een', 'twee']) await mkdir(join(top, folder))
  backups = new BackupService(profile, () => Promise.resolve(chosen))
})
afterEach(() => rm(top, { recursive: true, force: true }))

const choose = (place: 'first' | 'second', folder: string) => {
  chosen = join(top, folder)
  return backups.choose(place)
}
const codeOf = async (work: Promise<unknown>) => {
  try {
    return await work
  } catch (error) {
    return error instanceof BridgeFailure ? error.code : String(error)
  }
}
const placeOf = async (place: string) => (await backups.places()).find((each) => each.place === place)
const tokenOf = async (place: string) =>
  (await backups.list()).find((each) => each.place === place)?.token ?? ''

describe('the places', () => {
  it('are three, of which only Palet’s own is there from the start', async () => {
    expect(await backups.places()).toEqual([
      {
        place: 'own',
        label: 'Eigen map van Palet',
        chosen: true,
        available: true,
        message: null,
        free: expect.any(Number),
      },
      { place: 'first', label: 'Niet gekozen', chosen: false, available: false, message: null, free: null },
      { place: 'second', label: 'Niet gekozen', chosen: false, available: false, message: null, free: null },
    ])
  })

  it('are remembered, and tell the name of the folder but not where it is', async () => {
    await choose('second', 'twee')
    backups = new BackupService(profile, () => Promise.resolve(null))
    expect(await placeOf('second')).toMatchObject({ label: 'twee', chosen: true, available: true })
    expect(JSON.stringify(await backups.places())).not.toContain(top)
    await backups.forget('second')
    expect(await placeOf('second')).toMatchObject({ chosen: false })
    expect(await readdir(join(top, 'twee'))).toEqual([MARK_FILE])
  })

  it('do not change when the person cancels', async () => {
    expect(await backups.choose('first')).toBeNull()
    expect(await readdir(profile)).toEqual([])
  })

  it.each(['profiel', 'profiel/reservekopieen', 'profiel/IndexedDB'])(
    'may not be inside the profile that could get lost: %s',
    async (folder) => {
      await mkdir(join(top, folder), { recursive: true })
      expect(await codeOf(choose('first', folder))).toBe('place-refused')
    },
  )

  it('may not be the same twice, nor the profile by way of a link', async () => {
    await choose('first', 'een')
    await symlink(join(top, 'een'), join(top, 'wijzer'))
    await symlink(profile, join(top, 'sluipweg'))
    for (const folder of ['een', 'wijzer', 'sluipweg']) {
      expect([folder, await codeOf(choose('second', folder))]).toEqual([folder, 'place-refused'])
    }
    expect(await codeOf(choose('second', 'weg'))).toBe('file-not-found')
  })

  it('are none when the file that remembers them is damaged', async () => {
    for (const text of ['', '{"first":', '{"first":{"folder":"/etc"},"second":null}', '[]', '{"first":3}']) {
      await writeFile(join(profile, 'backup.json'), text)
      backups = new BackupService(profile, () => Promise.resolve(null))
      expect(await placeOf('first')).toMatchObject({ chosen: false })
    }
  })

  it('a chosen folder is known by its mark, also when Palet chose it before', async () => {
    await choose('first', 'een')
    const mark = await readFile(join(top, 'een', MARK_FILE), 'utf8')
    await backups.forget('first')
    await choose('first', 'een')
    expect(await readFile(join(top, 'een', MARK_FILE), 'utf8')).toBe(mark)
    await rm(join(top, 'een', MARK_FILE))
    expect(await placeOf('first')).toMatchObject({
      available: false,
      message: expect.stringMatching(/niet meer de map/),
    })
  })
})

describe('writing a backup', () => {
  it('puts it in every chosen place, readable for this person only in Palet’s own', async () => {
    await choose('first', 'een')
    await choose('second', 'twee')
    expect(await backups.write(name('100000'), bytes)).toEqual(
      ['own', 'first', 'second'].map((place) => ({ place, ok: true, message: null })),
    )
    for (const folder of ['profiel/reservekopieen', 'een', 'twee']) {
      expect([...(await readFile(join(top, folder, name('100000'))))]).toEqual([1, 2, 3])
    }
    expect((await lstat(join(profile, 'reservekopieen'))).mode & 0o077).toBe(0)
  })

  it('one place that fails does not keep it from the others', async () => {
    await choose('first', 'een')
    await choose('second', 'twee')
    await rename(join(top, 'een'), join(top, 'meegenomen'))
    expect(await backups.write(name('100000'), bytes)).toEqual([
      { place: 'own', ok: true, message: null },
      { place: 'first', ok: false, message: expect.stringMatching(/“een” is er niet\. Sluit de schijf/) },
      { place: 'second', ok: true, message: null },
    ])
    await rename(join(top, 'meegenomen'), join(top, 'een'))
    expect((await backups.write(name('110000'), bytes)).every(({ ok }) => ok)).toBe(true)
  })

  it('never replaces a backup that is there, or what a link of that name points to', async () => {
    await choose('first', 'een')
    const victim = join(top, 'foto.jpg')
    await writeFile(victim, 'foto')
    await symlink(victim, join(top, 'een', name('100000')))
    await backups.write(name('100000'), bytes)
    const again = await backups.write(name('100000'), new Uint8Array([9]))
    expect(again.map(({ ok }) => ok)).toEqual([false, false])
    expect(again[0]?.message).toMatch(/staat al een reservekopie met deze naam/)
    expect(await readFile(victim, 'utf8')).toBe('foto')
    expect([...(await readFile(join(profile, 'reservekopieen', name('100000'))))]).toEqual([1, 2, 3])
  })

  it('refuses a chosen folder that has become a link to somewhere else', async () => {
    await choose('first', 'een')
    await rename(join(top, 'een'), join(top, 'verderop'))
    await symlink(join(top, 'verderop'), join(top, 'een'))
    expect((await backups.write(name('100000'), bytes))[1]).toMatchObject({ place: 'first', ok: false })
    expect(await readdir(join(top, 'verderop'))).toEqual([MARK_FILE])
  })

  it('clears what a write of days ago left half, and touches nothing else', async () => {
    await backups.places()
    const own = join(profile, 'reservekopieen')
    const old = `.palet-${randomUUID()}.tmp`
    const busy = `.palet-${randomUUID()}.tmp`
    const strange = '.palet-notities.tmp'
    for (const file of [old, busy, strange]) await writeFile(join(own, file), 'x')
    const long = new Date(Date.now() - 48 * 3_600_000)
    for (const file of [old, strange]) await utimes(join(own, file), long, long)
    await backups.write(name('100000'), bytes)
    expect((await readdir(own)).sort()).toEqual([busy, strange, name('100000')].sort())
  })
})

describe('the list', () => {
  it('is newest first, over all places, and has only Palet’s own files in it', async () => {
    await choose('first', 'een')
    await backups.write(name('100000'), bytes)
    await backups.write(name('110000', 'import'), bytes)
    const folder = join(top, 'een')
    await writeFile(join(folder, 'vakantie.palet'), 'x')
    await writeFile(join(folder, `${name('120000')}.exe`), 'x')
    await mkdir(join(folder, name('130000')))
    await symlink('/etc/passwd', join(folder, name('140000')))
    const list = await backups.list()
    expect(list.map((each) => [each.place, each.name, each.size])).toEqual([
      ['own', name('110000', 'import'), 3],
      ['first', name('110000', 'import'), 3],
      ['own', name('100000'), 3],
      ['first', name('100000'), 3],
    ])
    expect(JSON.stringify(list)).not.toContain(top)
    expect((await backups.list()).map(({ token }) => token)).toEqual(list.map(({ token }) => token))
  })

  it('leaves out a place that cannot be reached', async () => {
    await choose('first', 'een')
    await backups.write(name('100000'), bytes)
    await rm(join(top, 'een'), { recursive: true })
    expect((await backups.list()).map(({ place }) => place)).toEqual(['own'])
  })
})

describe('a token', () => {
  it('reads and removes the one backup it stands for', async () => {
    await choose('first', 'een')
    await backups.write(name('100000'), bytes)
    const token = await tokenOf('first')
    expect(await backups.read(token)).toEqual({ name: name('100000'), bytes })
    await backups.remove(token)
    expect((await backups.list()).map(({ place }) => place)).toEqual(['own'])
    expect(await codeOf(backups.read(token))).toBe('file-not-found')
    // Twice is no harm.
    await backups.remove(token)
  })

  it('is worth nothing when nobody gave it, or when its place is another folder by now', async () => {
    await choose('first', 'een')
    await backups.write(name('100000'), bytes)
    const token = await tokenOf('first')
    await choose('first', 'twee')
    for (const wrong of [token, randomUUID()]) {
      expect(await codeOf(backups.read(wrong))).toBe('unknown-token')
      expect(await codeOf(backups.remove(wrong))).toBe('unknown-token')
    }
    expect(await readdir(join(top, 'een'))).toContain(name('100000'))
  })

  it('does not follow a link that took the place of the backup', async () => {
    await choose('first', 'een')
    await backups.write(name('100000'), bytes)
    const token = await tokenOf('first')
    const path = join(top, 'een', name('100000'))
    const victim = join(top, 'geheim.txt')
    await writeFile(victim, 'geheim')
    await rm(path)
    await symlink(victim, path)
    expect(await codeOf(backups.read(token))).toBe('file-not-found')
    await backups.remove(token)
    expect(await readFile(victim, 'utf8')).toBe('geheim')
  })
})

describe('the name of a backup', () => {
  it.each([name('100000'), `palet-2026-12-31-235959-import-1a2b3c4d.palet`])('%s is one', (good) => {
    expect(BACKUP_NAME.test(good)).toBe(true)
  })

  it('is what the window makes, and can be read back', () => {
    const label = { at: '2026-04-14T15:30:12.000Z', why: 'automatisch', programmeId: id }
    const made = backupName({ ...label, at: '2026-04-14T15:30:12.987Z' })
    expect(made).toBe(`palet-2026-04-14-153012-automatisch-${id}.palet`)
    expect(BACKUP_NAME.test(made)).toBe(true)
    expect(readBackupName(made)).toEqual(label)
    for (const wrong of ['Achterhoek.palet', `palet-2026-99-99-999999-import-${id}.palet`]) {
      expect(readBackupName(wrong)).toBeNull()
    }
  })

  it.each([
    '../palet-2026-04-14-100000-a-1a2b3c4d.palet',
    'palet-2026-04-14-100000-a-1a2b3c4d.palet/..',
    'palet-2026-04-14-100000-a-../1a2b.palet',
    'palet-2026-04-14-100000-A-1a2b3c4d.palet',
    'palet-2026-04-14-100000-a-1a2b3c4d.exe',
    'palet-2026-04-14-100000-a-1a2b3c4d.palet\n',
    'palet-2026-04-14-100000-a-1a2b3c4d.palet\0.exe',
    'Achterhoek.palet',
    '/etc/passwd',
    '',
  ])('%j is not', (wrong) => {
    expect(BACKUP_NAME.test(wrong)).toBe(false)
  })
})
