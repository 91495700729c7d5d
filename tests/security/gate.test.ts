import { describe, expect, it } from 'vitest'
import { channelNames, contract, type Answer } from '@main/contract'
import { BridgeFailure } from '@main/files/failure'
import { openGate, type Handlers } from '@main/ipc/gate'

type Listener = (event: string, ...args: unknown[]) => Promise<Answer<unknown>>

const token = '5f0c1f1e-7c8e-4b8e-9a53-0d6f5f3f7c11'
const bytes = new Uint8Array([1, 2, 3])

const working: Handlers = {
  appInfo: () => ({ version: '1', electron: '1', chromium: '1', userName: 'n', platform: 'linux' }),
  setTheme: () => ({}),
  setMenuState: () => ({}),
  copyTable: () => ({}),
  printWindow: () => ({ printed: true }),
  readyToClose: () => ({}),
  openFile: () => ({ token, name: 'a.palet', bytes }),
  readFile: () => ({ token, name: 'a.palet', bytes }),
  saveFileAs: () => ({ token, name: 'a.palet' }),
  saveFile: () => ({ token, name: 'a.palet' }),
  saveFiles: () => ({ folder: 'ronde', saved: ['a.palet'], message: null }),
  keychainStatus: () => ({ available: true, reason: null }),
  keychainSeal: () => ({ sealed: 'AAAA' }),
  keychainOpen: () => ({ secret: 'AAAA' }),
  vaultOpened: () => ({}),
  vaultLocked: () => ({}),
  noteCopied: () => ({}),
  backupPlaces: () => [],
  chooseBackupPlace: () => null,
  forgetBackupPlace: () => [],
  writeBackup: () => [{ place: 'own', ok: true, message: null }],
  listBackups: () => [],
  readBackup: () => ({ name: 'palet-2026-04-14-153012-automatisch-5f0c1f1e.palet', bytes }),
  removeBackup: () => ({}),
}

function gateWith(changes: Partial<Handlers> = {}) {
  const listeners = new Map<string, Listener>()
  const reports: unknown[] = []
  openGate<string>(
    { ...working, ...changes },
    {
      handle: (name, listener) => listeners.set(name, listener),
      isTrusted: (event) => event === 'window',
      report: (_name, problem) => reports.push(problem),
    },
  )
  const ask = async (name: string, ...args: unknown[]) => listeners.get(name)?.('window', ...args)
  return { listeners, reports, ask }
}

const refusedWith = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/\.$/) } })

describe('the gate', () => {
  it('knows the questions of the contract and no other', () => {
    expect([...gateWith().listeners.keys()].sort()).toEqual(Object.values(channelNames).sort())
    expect(Object.keys(channelNames).sort()).toEqual(Object.keys(contract).sort())
  })

  it('answers a proper question', async () => {
    expect(await gateWith().ask('files:open', { kind: 'programme' })).toEqual({
      ok: true,
      value: { token, name: 'a.palet', bytes },
    })
  })

  it('refuses every question from elsewhere, before anything is done', async () => {
    let done = 0
    const { listeners } = gateWith({
      setTheme: () => {
        done++
        return {}
      },
    })
    for (const listener of listeners.values()) {
      expect(await listener('elsewhere', { theme: 'dark' })).toEqual(refusedWith('refused'))
    }
    expect(done).toBe(0)
  })

  it.each([
    ['an unknown key', [{ theme: 'dark', path: '/etc/passwd' }]],
    ['a wrong value', [{ theme: 'paars' }]],
    ['a wrong type', [{ theme: 3 }]],
    ['a missing key', [{}]],
    ['no argument', []],
    ['a second argument', [{ theme: 'dark' }, 'files:save']],
    ['a text', ['dark']],
    ['nothing', [null]],
    ['a list', [['dark']]],
    ['an object of a class', [new Map([['theme', 'dark']])]],
    ['a key that only its prototype has', [Object.create({ theme: 'dark' })]],
    ['an own key __proto__', [JSON.parse('{"theme":"dark","__proto__":{"isAdmin":true}}')]],
    ['an own key constructor', [JSON.parse('{"theme":"dark","constructor":{"prototype":{}}}')]],
    ['an own key toString', [JSON.parse('{"theme":"dark","toString":1}')]],
  ])('refuses %s', async (_what, args) => {
    expect(await gateWith().ask('app:setTheme', ...args)).toEqual(refusedWith('invalid-input'))
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  it.each([
    ['a list', []],
    ['bytes', new Uint8Array(4)],
    ['an unknown key', { x: 1 }],
  ])('refuses %s where nothing is asked for', async (_what, input) => {
    expect(await gateWith().ask('app:info', input)).toEqual(refusedWith('invalid-input'))
  })

  it('lets the window ask for a folder, never name one', async () => {
    const { ask } = gateWith()
    const file = { kind: 'workbook', suggestedName: 'ronde', bytes }
    expect(await ask('files:saveToFolder', { files: [file] })).toMatchObject({ ok: true })
    for (const wrong of [
      { files: [] },
      { files: [file], folder: '/etc' },
      { files: [{ ...file, path: '/etc/passwd' }] },
      { files: [{ ...file, kind: 'exe' }] },
      { files: Array.from({ length: 501 }, () => file) },
    ])
      expect(await ask('files:saveToFolder', wrong)).toEqual(refusedWith('invalid-input'))
  })

  it.each([
    ['a path', '/etc/passwd'],
    ['a path up', '../../geheim.palet'],
    ['a file address', 'file:///etc/passwd'],
    ['an empty text', ''],
    ['a number', 7],
  ])('refuses %s in the place of a token', async (_what, wrong) => {
    const { ask } = gateWith()
    expect(await ask('files:read', { token: wrong })).toEqual(refusedWith('invalid-input'))
    expect(await ask('files:save', { token: wrong, bytes })).toEqual(refusedWith('invalid-input'))
  })

  it.each([
    ['a list of numbers', [1, 2]],
    ['a text', 'abc'],
    ['a buffer without a view', new ArrayBuffer(2)],
    ['numbers of another width', new Uint16Array(2)],
  ])('refuses %s in the place of bytes', async (_what, wrong) => {
    const answer = await gateWith().ask('files:saveAs', { kind: 'pdf', suggestedName: 'a', bytes: wrong })
    expect(answer).toEqual(refusedWith('invalid-input'))
  })

  it.each([
    ['a path', '/etc/cron.d/palet-2026-04-14-100000-a-1a2b3c4d.palet'],
    ['a path up', '../palet-2026-04-14-100000-a-1a2b3c4d.palet'],
    ['a path of Windows', '..\\palet-2026-04-14-100000-a-1a2b3c4d.palet'],
    ['a name of its own', 'Achterhoek.palet'],
    ['a title in the name', 'palet-2026-04-14-100000-achterhoek-noord-1a2b3c4d.palet'],
    ['another kind of file', 'palet-2026-04-14-100000-a-1a2b3c4d.exe'],
    ['a name on two lines', 'palet-2026-04-14-100000-a-1a2b3c4d.palet\n'],
  ])('refuses %s as the name of a backup', async (_what, name) => {
    expect(await gateWith().ask('backups:write', { name, bytes })).toEqual(refusedWith('invalid-input'))
  })

  it.each([
    ['a path to a place', 'backups:choosePlace', { place: '/home/anna' }],
    ['a folder beside a place', 'backups:choosePlace', { place: 'first', folder: '/home/anna' }],
    ['a change of Palet’s own place', 'backups:choosePlace', { place: 'own' }],
    ['forgetting Palet’s own place', 'backups:forgetPlace', { place: 'own' }],
    ['a path in the place of a backup', 'backups:read', { token: '../../geheim' }],
    [
      'a name in the place of a backup',
      'backups:remove',
      { token: 'palet-2026-04-14-100000-a-1a2b3c4d.palet' },
    ],
    [
      'an empty backup',
      'backups:write',
      { name: 'palet-2026-04-14-100000-a-1a2b3c4d.palet', bytes: new Uint8Array() },
    ],
    ['data in the place of a key', 'vault:keychainSeal', { secret: 'A'.repeat(132) }],
    ['a key that is no base64', 'vault:keychainSeal', { secret: 'geheim!!' }],
    ['an empty key', 'vault:keychainSeal', { secret: '' }],
    ['far too much to open', 'vault:keychainOpen', { sealed: 'A'.repeat(8192) }],
    ['a watch of no minutes', 'vault:opened', { lockAfterMinutes: 0 }],
    ['a watch of half a minute', 'vault:opened', { lockAfterMinutes: 0.5 }],
    ['a watch that never ends', 'vault:opened', { lockAfterMinutes: Infinity }],
    ['another clipboard', 'vault:noteCopied', { from: 'find' }],
  ])('refuses %s', async (_what, channel, input) => {
    expect(await gateWith().ask(channel, input)).toEqual(refusedWith('invalid-input'))
  })

  it('passes on a refusal in words', async () => {
    const failing = gateWith({
      saveFile: () => {
        throw new BridgeFailure('disk-full', 'De schijf is vol.')
      },
    })
    expect(await failing.ask('files:save', { token, bytes })).toEqual({
      ok: false,
      error: { code: 'disk-full', message: 'De schijf is vol.' },
    })
    expect(failing.reports).toEqual([])
  })

  it('keeps a fault of its own inside: no stack, no path, no text of the error', async () => {
    const fault = new Error("ENOENT: no such file, open '/home/anna/geheim.palet'")
    for (const saveFile of [
      () => {
        throw fault
      },
      () => Promise.reject(fault),
    ]) {
      const failing = gateWith({ saveFile })
      const answer = await failing.ask('files:save', { token, bytes })
      expect(answer).toEqual(refusedWith('internal'))
      expect(JSON.stringify(answer)).not.toMatch(/anna|ENOENT|at |\//)
      expect(failing.reports).toEqual([fault])
    }
  })

  it('refuses an answer that is not what the contract promises', async () => {
    const leaking = { token, name: 'a.palet', path: '/home/anna/a.palet' }
    const failing = gateWith({ saveFile: () => leaking, appInfo: () => JSON.parse('{"version":1}') })
    expect(await failing.ask('files:save', { token, bytes })).toEqual(refusedWith('internal'))
    expect(await failing.ask('app:info', {})).toEqual(refusedWith('internal'))
    expect(failing.reports).toHaveLength(2)
  })
})
