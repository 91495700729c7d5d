import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { channelNames, eventNames, type FileHandleInfo, type PaletBridge } from '@main/contract'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  asked: [] as unknown[][],
  listeners: new Map<string, (event: unknown, payload: unknown) => void>(),
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: (...args: unknown[]) => Promise.resolve(electron.asked.push(args)),
    on: (name: string, listener: (event: unknown, payload: unknown) => void) =>
      electron.listeners.set(name, listener),
  },
}))

// The page of the window, as far as the preload listens to it.
const page = { window: new EventTarget(), document: new EventTarget() }
vi.stubGlobal('window', page.window)
vi.stubGlobal('document', page.document)
vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' })

function isBridge(value: unknown): value is PaletBridge {
  return typeof value === 'object' && value !== null && 'onMenu' in value
}

let bridge: PaletBridge
beforeAll(async () => {
  await import('@main/preload/index')
  const found = electron.exposed.get('palet')
  if (!isBridge(found)) throw new Error('no bridge')
  bridge = found
})
beforeEach(() => (electron.asked.length = 0))

const arrive = (name: string, payload: unknown) =>
  electron.listeners.get(name)?.({ sender: 'secret' }, payload)
const file = (name: string): FileHandleInfo => ({ token: '5f0c1f1e-7c8e-4b8e-9a53-0d6f5f3f7c11', name })

describe('the preload', () => {
  it('offers one thing to the page: the questions and events of the contract', () => {
    expect([...electron.exposed.keys()]).toEqual(['palet'])
    expect(Object.keys(bridge).sort()).toEqual(
      [...Object.keys(channelNames), 'onClosing', 'onFileOffered', 'onLock', 'onMenu'].sort(),
    )
    expect([...electron.listeners.keys()].sort()).toEqual(Object.values(eventNames).sort())
  })

  it.each(Object.entries(channelNames))('%s asks over %s and over nothing else', async (name, channel) => {
    const question: unknown = Reflect.get(bridge, name)
    if (typeof question !== 'function') throw new Error(name)
    await question({ a: 1 }, 'files:save', { b: 2 })
    expect(electron.asked).toEqual([[channel, { a: 1 }]])
  })

  it('keeps an offered file until the page listens, and gives it once', () => {
    arrive(eventNames.fileOffered, file('een.palet'))
    const seen: string[] = []
    const end = bridge.onFileOffered(({ name }) => seen.push(name))
    arrive(eventNames.fileOffered, file('twee.palet'))
    const endSecond = bridge.onFileOffered(({ name }) => seen.push(`ook ${name}`))
    expect(seen).toEqual(['een.palet', 'twee.palet'])
    end()
    arrive(eventNames.fileOffered, file('drie.palet'))
    expect(seen).toEqual(['een.palet', 'twee.palet', 'ook drie.palet'])
    endSecond()
  })

  it('tells that something was copied, cut or selected, and never what', () => {
    vi.useFakeTimers()
    for (const name of ['copy', 'cut']) page.window.dispatchEvent(new Event(name))
    for (let each = 0; each < 5; each++) page.document.dispatchEvent(new Event('selectionchange'))
    vi.runAllTimers()
    expect(electron.asked).toEqual([
      [channelNames.noteCopied, { from: 'clipboard' }],
      [channelNames.noteCopied, { from: 'selection' }],
    ])
    vi.useRealTimers()
  })

  it('tells what was copied a moment ago before it says that the vault is locked', async () => {
    page.window.dispatchEvent(new Event('copy'))
    page.document.dispatchEvent(new Event('select'))
    await bridge.vaultLocked({})
    expect(electron.asked).toEqual([
      [channelNames.noteCopied, { from: 'clipboard' }],
      [channelNames.noteCopied, { from: 'selection' }],
      [channelNames.vaultLocked, {}],
    ])
  })

  it('forgets a menu command that nobody hears, and passes on no event object', () => {
    arrive(eventNames.menu, { command: 'undo' })
    const seen: unknown[][] = []
    const end = bridge.onMenu((...args) => seen.push(args))
    arrive(eventNames.menu, { command: 'redo' })
    end()
    arrive(eventNames.menu, { command: 'undo' })
    expect(seen).toEqual([['redo']])
  })
})
