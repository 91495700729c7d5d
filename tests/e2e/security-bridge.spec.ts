import type {} from '@/platform/bridge'
import { readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { channelNames } from '@main/contract/names'
import { expect, test } from './support'

test('the page has no Node, no Electron, and exactly the bridge of the contract', async ({ app }) => {
  const found = await app.window.evaluate(() => ({
    powers: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ].filter((name) => name in window),
    keys: Object.keys(window.palet),
    hidden:
      Object.getOwnPropertySymbols(window.palet).length +
      Object.keys(Object.getPrototypeOf(window.palet)).length,
    kinds: Object.values(window.palet).map((value) => typeof value),
    isolated: crossOriginIsolated,
  }))
  expect(found.powers).toEqual([])
  expect(found.keys.sort()).toEqual(
    [...Object.keys(channelNames), 'onClosing', 'onFileOffered', 'onLock', 'onMenu'].sort(),
  )
  expect(found.hidden).toBe(0)
  expect(new Set(found.kinds)).toEqual(new Set(['function']))
  expect(found.isolated).toBe(true)
})

test('the bridge cannot be replaced or added to', async ({ app }) => {
  const after = await app.window.evaluate(async () => {
    for (const change of [
      () => Reflect.set(window, 'palet', {}),
      () => Reflect.set(window.palet, 'appInfo', () => 'false answer'),
      () => Reflect.set(window.palet, 'extra', 1),
      () => Reflect.deleteProperty(window.palet, 'openFile'),
      () => Object.defineProperty(window.palet, 'readFile', { value: null }),
    ]) {
      try {
        change()
      } catch {
        // A refusal may also be an error.
      }
    }
    return { keys: Object.keys(window.palet).length, answer: await window.palet.appInfo({}) }
  })
  expect(after.keys).toBe(Object.keys(channelNames).length + 4)
  expect(after.answer).toMatchObject({ ok: true })
})

test('the gate refuses what the contract does not know', async ({ app }) => {
  const token = '5f0c1f1e-7c8e-4b8e-9a53-0d6f5f3f7c11'
  const outcomes = await app.window.evaluate(async (unknownToken) => {
    const ask = (name: string, ...args: unknown[]) => {
      const question: unknown = Reflect.get(window.palet, name)
      if (typeof question !== 'function') throw new Error(name)
      return Reflect.apply(question, window.palet, args).then(
        (answer: { ok: boolean; error?: { code: string } }) => answer.error?.code ?? 'answered',
        () => 'not sendable',
      )
    }
    const bytes = new Uint8Array([1])
    return {
      extraKey: await ask('setTheme', { theme: 'dark', path: '/etc/passwd' }),
      wrongValue: await ask('setTheme', { theme: 'paars' }),
      wrongType: await ask('setMenuState', { programmeOpen: 'ja' }),
      nothing: await ask('openFile'),
      none: await ask('openFile', null),
      text: await ask('openFile', 'programme'),
      list: await ask('appInfo', []),
      pathAsToken: await ask('readFile', { token: '/etc/passwd' }),
      pathToWrite: await ask('saveFile', { token: '/tmp/x.palet', bytes }),
      pathBeside: await ask('saveFileAs', { kind: 'pdf', suggestedName: 'a', bytes, path: '/tmp/a.pdf' }),
      kindOfFile: await ask('saveFileAs', { kind: 'exe', suggestedName: 'a', bytes }),
      bytesAsText: await ask('saveFileAs', { kind: 'pdf', suggestedName: 'a', bytes: 'abc' }),
      strangeToken: await ask('readFile', { token: unknownToken }),
      strangeTokenToWrite: await ask('saveFile', { token: unknownToken, bytes }),
      proto: await ask('setTheme', JSON.parse('{"theme":"dark","__proto__":{"polluted":true}}')),
      constructed: await ask(
        'setTheme',
        JSON.parse('{"theme":"dark","constructor":{"prototype":{"polluted":true}}}'),
      ),
      inherited: await ask('setTheme', Object.create({ theme: 'dark' })),
      aFunction: await ask('setTheme', { theme: () => 'dark' }),
    }
  }, token)
  const { strangeToken, strangeTokenToWrite, aFunction, proto, ...rest } = outcomes
  expect([strangeToken, strangeTokenToWrite]).toEqual(['unknown-token', 'unknown-token'])
  expect(['invalid-input', 'not sendable']).toContain(aFunction)
  // The crossing itself may already have dropped the key; what may not happen is that it does anything.
  expect(['invalid-input', 'answered']).toContain(proto)
  for (const [attack, outcome] of Object.entries(rest))
    expect([attack, outcome]).toEqual([attack, 'invalid-input'])
  const polluted = await app.electron.evaluate(() => 'polluted' in {})
  expect(polluted).toBe(false)
})

test('another window with the same preload gets no answer', async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ app: electron, BrowserWindow }) => {
    const preload = `${electron.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('palet://app/index.html')
    const text = String(
      await other.webContents.executeJavaScript(
        'window.palet.appInfo({}).then((answer) => JSON.stringify(answer))',
      ),
    )
    other.destroy()
    return text
  })
  expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('a token for reading does not write, one from the save dialog does', async ({ app }) => {
  app.writeFile('plan.palet', 'origineel')
  await app.openDialogAnswers('plan.palet')
  await app.saveDialogAnswers('kopie')
  const outcome = await app.window.evaluate(async () => {
    const bytes = new TextEncoder().encode('overschreven')
    const opened = await window.palet.openFile({ kind: 'programme' })
    if (!opened.ok || opened.value === null) throw new Error('not opened')
    const refused = await window.palet.saveFile({ token: opened.value.token, bytes })
    const saved = await window.palet.saveFileAs({ kind: 'programme', suggestedName: '../../kopie', bytes })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const again = await window.palet.saveFile({
      token: saved.value.token,
      bytes: new TextEncoder().encode('tweede'),
    })
    return {
      text: new TextDecoder().decode(opened.value.bytes),
      opened: Object.keys(opened.value),
      refused,
      saved,
      again,
    }
  })
  expect(outcome.text).toBe('origineel')
  expect(outcome.opened.sort()).toEqual(['bytes', 'name', 'token'])
  expect(outcome.refused).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(outcome.again).toMatchObject({ ok: true, value: { name: 'kopie.palet' } })
  expect(JSON.stringify(outcome.saved)).not.toContain(app.filesFolder)
  expect(String(app.readFile('plan.palet'))).toBe('origineel')
  expect(String(app.readFile('kopie.palet'))).toBe('tweede')
})

test('a file that may not be overwritten stays, with words that say so', async ({ app }) => {
  const path = app.writeFile('vast.palet', 'blijft')
  await chmod(path, 0o444)
  await app.saveDialogAnswers('vast.palet')
  const answer = await app.window.evaluate(() =>
    window.palet.saveFileAs({ kind: 'programme', suggestedName: 'vast', bytes: new Uint8Array(10) }),
  )
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'no-access',
      message:
        'Je mag hier niet schrijven: “vast.palet” is niet bewaard. Het bestand dat er al stond is niet veranderd. ' +
        'Kies een andere map of vraag om toegang.',
    },
  })
  expect(readFileSync(path, 'utf8')).toBe('blijft')
})

test('the page itself runs with every protection on', async ({ app }) => {
  const preferences = await app.electron.evaluate(async ({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences')
    const all: unknown = typeof read === 'function' ? Reflect.apply(read, contents, []) : {}
    contents?.openDevTools()
    await new Promise((done) => setTimeout(done, 1000))
    return {
      all,
      tools: contents?.isDevToolsOpened(),
      spelling: session.defaultSession.isSpellCheckerEnabled(),
    }
  })
  expect(preferences.spelling).toBe(false)
  expect(preferences.tools).toBe(false)
  expect(preferences.all).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
})
