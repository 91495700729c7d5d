import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MenuCommand } from '@main/contract'
import { EMPTY_MENU_STATE, menuTemplate } from '@main/window/menu'
import { NOTHING_REMEMBERED, recall, WindowMemory } from '@main/window/memory'
import { DEFAULT_SIZE, MINIMUM, placeWindow } from '@main/window/placement'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const large = { x: 1366, y: 0, width: 2560, height: 1400 }

describe('the place of the window', () => {
  it('is the remembered one while its screen is there', () => {
    const saved = { x: 1500, y: 100, width: 1800, height: 1200 }
    expect(placeWindow(saved, [laptop, large])).toEqual(saved)
  })

  it.each([
    ['the screen is gone', { x: 1500, y: 100, width: 1800, height: 1200 }],
    ['the title bar is above the screen', { x: 10, y: -60, width: 1200, height: 700 }],
    ['the title bar is below the screen', { x: 10, y: 720, width: 1200, height: 700 }],
    ['only a sliver would show', { x: -1150, y: 10, width: 1200, height: 700 }],
    ['nothing is remembered', null],
  ])('is the middle of the main screen when %s', (_why, saved) => {
    expect(placeWindow(saved, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 })
  })

  it('never becomes larger than the screen or smaller than can be used', () => {
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 5000 }, [laptop])).toMatchObject({
      width: 1366,
      height: 728,
    })
    expect(placeWindow({ x: 0, y: 0, width: 200, height: 100 }, [laptop])).toMatchObject(MINIMUM)
    expect(placeWindow({ x: 0, y: 0, width: 0, height: 0 }, [laptop])).toMatchObject({ width: 1366 })
    expect(placeWindow(null, [large])).toEqual({ x: 1963, y: 316, ...DEFAULT_SIZE })
    expect(placeWindow(null, [])).toEqual({ x: 0, y: 0, ...DEFAULT_SIZE })
  })
})

describe('the memory of the window', () => {
  let folder = ''
  let file = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palet-window-'))
    file = join(folder, 'window.json')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('keeps the last state', async () => {
    const memory = new WindowMemory(file, NOTHING_REMEMBERED)
    memory.remember({ bounds: { x: 1, y: 2, width: 1300, height: 800 } })
    memory.remember({ theme: 'dark' })
    expect(memory.unwritten).toBe(true)
    await memory.finish()
    expect(memory.unwritten).toBe(false)
    expect(await recall(file)).toEqual({
      bounds: { x: 1, y: 2, width: 1300, height: 800 },
      maximized: false,
      theme: 'dark',
    })
  })

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['is no JSON', '{"bounds":'],
    ['is another thing', '[1,2,3]'],
    ['has odd numbers', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximized":false,"theme":"dark"}'],
    ['has an unknown theme', '{"bounds":null,"maximized":false,"theme":"paars"}'],
  ])('starts fresh when the file %s', async (_what, content) => {
    if (content !== null) await writeFile(file, content)
    expect(await recall(file)).toEqual(NOTHING_REMEMBERED)
  })

  it('does not trouble anyone when it cannot be written', async () => {
    const memory = new WindowMemory(join(folder, 'weg', 'window.json'), NOTHING_REMEMBERED)
    memory.remember({ maximized: true })
    await expect(memory.finish()).resolves.toBeUndefined()
    await expect(readFile(file)).rejects.toThrow()
  })
})

describe('the menu', () => {
  const sent: string[] = []
  const around = {
    theme: 'dark',
    vaultOpen: false,
    forMakers: false,
    send: (command: string) => sent.push(command),
  } as const
  const open = {
    programmeOpen: true,
    canUndo: true,
    canRedo: false,
    undoLabel: 'A & B gewijzigd',
    redoLabel: null,
  }

  const items = (state = EMPTY_MENU_STATE, forMakers = false) =>
    menuTemplate(state, { ...around, forMakers }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    )

  it('has an item for every command of the contract', () => {
    const ids = items().map(({ id }) => id)
    for (const name of MenuCommand.options) expect(ids).toContain(name)
  })

  it('offers nothing to do with a programme while none is open', () => {
    const enabled = items()
      .filter(({ id, enabled }) => id !== undefined && enabled !== false)
      .map(({ id }) => id)
    expect(enabled).toEqual([
      'newProgramme',
      'openProgramme',
      'themeLight',
      'themeDark',
      'themeSystem',
      'showShortcuts',
      'showAbout',
    ])
  })

  it('offers to lock only what is open', () => {
    const item = (vaultOpen: boolean) =>
      menuTemplate(EMPTY_MENU_STATE, { ...around, vaultOpen })
        .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
        .find(({ id }) => id === 'lock')
    expect(item(false)).toMatchObject({ label: 'Vergrendelen', accelerator: 'CmdOrCtrl+L', enabled: false })
    expect(item(true)).toMatchObject({ enabled: true })
  })

  it('follows what the window tells', () => {
    const find = (id: string) => items(open).find((item) => item.id === id)
    expect(find('undo')).toMatchObject({ label: 'Ongedaan maken: A && B gewijzigd', enabled: true })
    expect(find('redo')).toMatchObject({ label: 'Opnieuw', enabled: false })
    expect(find('goHistory')).toMatchObject({ label: 'Logboek', accelerator: 'CmdOrCtrl+7', enabled: true })
    expect(items(open).filter(({ checked }) => checked)).toMatchObject([{ id: 'themeDark' }])
  })

  it('uses no key twice, and no key for a maker in the finished program', () => {
    for (const forMakers of [true, false]) {
      const keys = items(open, forMakers).flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
      expect(new Set(keys).size).toBe(keys.length)
    }
    const roles = items(open).map(({ role }) => role)
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
  })
})
