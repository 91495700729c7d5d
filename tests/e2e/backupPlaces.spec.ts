import type {} from '@/platform/bridge'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { onTinyDisk } from '../security/support/tiny-disk'
import { App, expect, readWindowPlan, test } from './support'
import { giveToWindow } from './support/plan'

const name = (time: string) =>
  `palet-2026-04-14-${time}-automatisch-5f0c1f1e-7c8e-4b8e-9a53-0d6f5f3f7c11.palet`
const good = (...places: string[]) => ({
  ok: true,
  value: places.map((place) => ({ place, ok: true, message: null })),
})

const write = (app: App, time: string, size = 1000) =>
  app.window.evaluate(
    async (backup) =>
      window.palet.writeBackup({ name: backup.name, bytes: new Uint8Array(backup.size).fill(7) }),
    { name: name(time), size },
  )

const choose = async (app: App, place: 'first' | 'second', folder: string) => {
  await app.openDialogAnswers(folder)
  return app.window.evaluate((which) => window.palet.chooseBackupPlace({ place: which }), place)
}

function makeFolder(app: App, folder: string): string {
  const path = app.path(folder)
  mkdirSync(path, { recursive: true })
  giveToWindow(readWindowPlan(), path)
  return path
}

test('backups go to Palet’s own folder and to both chosen ones, also after a restart', async ({ app }) => {
  for (const folder of ['een', 'twee']) makeFolder(app, folder)
  expect(await write(app, '100000')).toEqual(good('own'))
  await choose(app, 'first', 'een')
  const places = await choose(app, 'second', 'twee')
  expect(places).toMatchObject({
    ok: true,
    value: [
      { place: 'own', chosen: true, available: true },
      { place: 'first', label: 'een', chosen: true, available: true },
      { place: 'second', label: 'twee', chosen: true, available: true },
    ],
  })
  expect(JSON.stringify(places)).not.toContain(app.filesFolder)
  await app.relaunch()
  expect(await write(app, '110000')).toEqual(good('own', 'first', 'second'))

  const outcome = await app.window.evaluate(async () => {
    const list = await window.palet.listBackups({})
    if (!list.ok) throw new Error(list.error.message)
    const last = list.value.find(({ place }) => place === 'second')
    const token = last?.token ?? ''
    const read = await window.palet.readBackup({ token })
    const asFile = await window.palet.readFile({ token })
    const removed = await window.palet.removeBackup({ token })
    return {
      list: list.value.map(({ place, name: each, size }) => `${place} ${each.slice(17, 23)} ${String(size)}`),
      read: read.ok ? read.value.bytes.byteLength : read.error.code,
      asFile: asFile.ok ? 'read' : asFile.error.code,
      removed,
    }
  })
  expect(outcome).toEqual({
    list: ['own 110000 1000', 'first 110000 1000', 'second 110000 1000', 'own 100000 1000'],
    read: 1000,
    // A backup's token is no file's token.
    asFile: 'unknown-token',
    removed: { ok: true, value: {} },
  })
  expect(readdirSync(app.path('twee'))).toEqual(['palet-reservekopieen.txt'])
  const own = join(app.dataFolder, 'reservekopieen')
  expect(readdirSync(own).sort()).toEqual([name('100000'), name('110000')])
  expect(statSync(own).mode & 0o077).toBe(0)
  expect(readFileSync(join(own, name('100000')))).toEqual(Buffer.alloc(1000, 7))
})

test('a stick that was taken out while working: the others have it, and the message says what to do', async ({
  app,
}) => {
  const path = makeFolder(app, 'STICK')
  await choose(app, 'first', 'STICK')
  renameSync(path, `${path}-eruit`)
  expect(await write(app, '100000')).toEqual({
    ok: true,
    value: [
      { place: 'own', ok: true, message: null },
      {
        place: 'first',
        ok: false,
        message: 'De map “STICK” is er niet. Sluit de schijf of usb-stick aan, of kies een andere map.',
      },
    ],
  })
  renameSync(`${path}-eruit`, path)
  expect(await write(app, '110000')).toEqual(good('own', 'first'))
})

test('a folder that may only be read is refused when it is chosen and told when it becomes so', async ({
  app,
}) => {
  const path = makeFolder(app, 'vast')
  chmodSync(path, 0o555)
  expect(await choose(app, 'first', 'vast')).toMatchObject({
    ok: false,
    error: {
      code: 'no-access',
      message: expect.stringContaining('In de map “vast” mag Palet niet schrijven'),
    },
  })
  chmodSync(path, 0o755)
  expect(await choose(app, 'first', 'vast')).toMatchObject({ ok: true })
  chmodSync(path, 0o555)
  const outcome = await write(app, '100000')
  expect(outcome).toMatchObject({ ok: true, value: [{ ok: true }, { ok: false }] })
  expect(JSON.stringify(outcome)).toContain('mag Palet niet schrijven')
  chmodSync(path, 0o755)
})

test('the profile itself, or the same folder twice, is refused', async ({ app }) => {
  makeFolder(app, 'een')
  await choose(app, 'first', 'een')
  expect(await choose(app, 'second', 'een')).toMatchObject({ ok: false, error: { code: 'place-refused' } })
  expect(await choose(app, 'second', '../data')).toMatchObject({
    ok: false,
    error: { code: 'place-refused' },
  })
})

test('a disk that is really full: the earlier backup stays, the other place has the new one', async () => {
  const plan = readWindowPlan()
  const scratch = mkdtempSync(join(plan.temporary, 'full-backup-'))
  const app = new App(onTinyDisk(plan, join(scratch, 'files'), scratch), scratch)
  try {
    await app.launch()
    await choose(app, 'first', '.')
    expect(await write(app, '100000')).toEqual(good('own', 'first'))
    expect(await write(app, '110000', 200_000)).toEqual({
      ok: true,
      value: [
        { place: 'own', ok: true, message: null },
        {
          place: 'first',
          ok: false,
          message:
            'De schijf van de map “files” is vol: de reservekopie is daar niet bewaard. ' +
            'Maak ruimte vrij of kies een andere map.',
        },
      ],
    })
    const main = await app.electron.evaluate(() => process.pid)
    expect(readdirSync(`/proc/${String(main)}/root${app.filesFolder}`).sort()).toEqual([
      name('100000'),
      'palet-reservekopieen.txt',
    ])
  } finally {
    await app.close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
