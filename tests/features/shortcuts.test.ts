import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandOf, shortcutGroups } from '@/app/shortcuts'
import { SAVE_KEYS, savesProject } from '@/features/planning/shortcuts'
import { screenKey } from '@/ui/screenKeys'

const source = resolve(import.meta.dirname, '../../src-renderer')
const told = new Set(shortcutGroups.flatMap((group) => group.shortcuts.map(({ keys }) => keys)))
const toldOf = (title: string): string =>
  shortcutGroups
    .filter((group) => group.title.startsWith(title))
    .flatMap((group) => group.shortcuts.map(({ keys }) => keys))
    .join('\n')

function pressed(key: string, extra: Partial<KeyboardEvent> = {}) {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...extra }
}

describe('the overview of keys', () => {
  it('tells every key with Ctrl that the window handles, and none that it does not', () => {
    for (const key of [...'abcdefghijklmnopqrstuvwxyz', ...'123456789']) {
      const handled = commandOf(pressed(key, { ctrlKey: true })) !== undefined
      // Screens have a key of this kind of their own: Ctrl + C and Ctrl + F.
      if (!['c', 'f'].includes(key)) expect(told.has(`Ctrl + ${key.toUpperCase()}`), key).toBe(handled)
    }
    expect(commandOf(pressed('F1'))).toBe('showShortcuts')
    expect(told).toContain('F1')
  })

  it('tells a group once, and in a group a key once', () => {
    const titles = shortcutGroups.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const { title, shortcuts } of shortcutGroups)
      expect(new Set(shortcuts.map(({ keys }) => keys)).size, title).toBe(shortcuts.length)
  })

  it.each([
    ['planning/board', 'Bord'],
    ['planning/rows', 'Planning'],
    ['planning/timeline', 'Tijdlijn'],
    ['balance', 'Overgangsbalans'],
    ['agreements/calendar', 'Kalender'],
  ])('tells the keys that stand in the code of %s', (folder, title) => {
    const words: Readonly<Record<string, string>> = {
      PageUp: 'Page Up',
      PageDown: 'Page Down',
      Home: 'Home',
      End: 'End',
      Delete: 'Delete',
      F2: 'F2',
    }
    const general = `${toldOf('Planning')}\n${toldOf('In een tabel')}`
    const files = readdirSync(join(source, 'features', folder), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => /\.(ts|vue)$/.test(name))) {
      const text = readFileSync(join(source, 'features', folder, file), 'utf8')
      for (const [, key] of text.matchAll(
        /(?:^|[\s{,(])'?(Page(?:Up|Down)|Home|End|Delete|F2)'?(?:\)|:| \|\|)/gm,
      ))
        expect(`${toldOf(title)}\n${general}`, `${key ?? ''} in ${file}`).toContain(words[key ?? ''])
    }
  })
})

describe('keys of a screen', () => {
  it('give way to typing, but for Ctrl + F', () => {
    expect(screenKey(pressed('n'), false)).toBe('new')
    expect(screenKey(pressed('N', { shiftKey: true }), false)).toBe('new')
    expect(screenKey(pressed('/'), false)).toBe('find')
    expect(screenKey(pressed('n'), true)).toBeNull()
    expect(screenKey(pressed('/'), true)).toBeNull()
    expect(screenKey(pressed('f', { ctrlKey: true }), true)).toBe('find')
    expect(screenKey(pressed('F', { ctrlKey: true, shiftKey: true }), false)).toBeNull()
    expect(screenKey(pressed('n', { ctrlKey: true }), false)).toBeNull()
    expect(screenKey(pressed('f'), false)).toBeNull()
  })

  it('keep a project with Ctrl + Enter', () => {
    expect(SAVE_KEYS).toBe('Ctrl + Enter')
    expect(savesProject(pressed('Enter', { ctrlKey: true }))).toBe(true)
    expect(savesProject(pressed('Enter', { metaKey: true }))).toBe(true)
    expect(savesProject(pressed('Enter'))).toBe(false)
  })
})
