import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, type ImportOf, importsOf, packageOf, specifiersIn, TOP } from './imports'
import { MAX_LINES, type Room, ROOMS } from './rooms'

const SOURCES = [...filesBelow('src-renderer', ['.ts', '.vue']), ...filesBelow('src-main', ['.ts'])]

function roomOf(file: string): Room | undefined {
  return ROOMS.filter((room) => file.startsWith(`${room.folder}/`)).sort(
    (a, b) => b.folder.length - a.folder.length,
  )[0]
}

/** Why an import is forbidden, or null when it is fine. */
export function breach(item: ImportOf): string | null {
  const room = roomOf(item.from)
  if (room === undefined) return `${item.from} lives in no room`
  if (item.target === null) {
    if (item.specifier.startsWith('virtual:') || item.specifier === 'vite/client') return null
    return room.packages.includes(packageOf(item.specifier))
      ? null
      : `${item.from} (${room.folder}) imports package ${item.specifier}`
  }
  const target = roomOf(item.target)
  if (target === undefined) return `${item.from} imports ${item.target}, which lives in no room`
  if (target === room) {
    if (room.siblingsApart !== true) return null
    const feature = (path: string): string => path.slice(room.folder.length + 1).split('/')[0] ?? ''
    return feature(item.from) === feature(item.target)
      ? null
      : `${item.from} imports another feature: ${item.target}`
  }
  const allowed = room.ours.some(
    (folder) => folder === target.folder || target.folder.startsWith(`${folder}/`),
  )
  return allowed ? null : `${item.from} (${room.folder}) imports ${item.target} (${target.folder})`
}

describe('rooms', () => {
  it('finds the sources', () => {
    expect(SOURCES.length).toBeGreaterThan(50)
  })

  it('has no forbidden import', () => {
    expect(
      SOURCES.flatMap((file) =>
        importsOf(file)
          .map(breach)
          .filter((b) => b !== null),
      ),
    ).toEqual([])
  })

  it('platform imports the contract as types only', () => {
    const values = filesBelow('src-renderer/platform', ['.ts']).filter((file) =>
      /import\s+(?!type\b)[^;]*?from\s+'@main\/contract/.test(readFileSync(join(TOP, file), 'utf8')),
    )
    expect(values).toEqual([])
  })

  it('has no cycle', () => {
    expect(findCycle(SOURCES)).toBeNull()
  })

  it(`has no file over ${String(MAX_LINES)} lines`, () => {
    const all = [...SOURCES, ...filesBelow('tools', ['.ts', '.mjs']), ...filesBelow('tests', ['.ts'])]
    const long = all.filter((file) => readFileSync(join(TOP, file), 'utf8').split('\n').length > MAX_LINES)
    expect(long).toEqual([])
  })

  it('has a README in each room', () => {
    const folders = [...ROOMS.map((room) => room.folder), 'tests', 'tools']
    const missing = folders.filter((folder) => !readdirSync(join(TOP, folder)).includes('README.md'))
    expect(missing).toEqual([])
  })
})

/** A cycle among our own files as a path, or null. */
function findCycle(files: readonly string[]): string[] | null {
  const edges = new Map(
    files.map((file) => [file, importsOf(file).flatMap((i) => (i.target === null ? [] : [i.target]))]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, path: string[]): string[] | null => {
    if (state.get(file) === 'done') return null
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file]
    state.set(file, 'open')
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle !== null) return cycle
    }
    state.set(file, 'done')
    return null
  }
  for (const file of files) {
    const cycle = visit(file, [])
    if (cycle !== null) return cycle
  }
  return null
}

describe('the guard itself', () => {
  const check = (from: string, source: string): (string | null)[] => importsOf(from, source).map(breach)

  it('sees static, type, dynamic, side-effect and re-exporting imports, and no comments', () => {
    const source = `import a from 'a'\nimport type { B } from 'b'\nexport * from 'c'\nconst d = import('d')
      import 'e'\nexport type { F } from 'f'\n// import g from 'g'\n/* import h from 'h' */\nimport {\n  i,\n} from 'i'`
    expect(specifiersIn(source).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'i'])
  })

  it('refuses what the table forbids', () => {
    expect(check('src-renderer/domain/x.ts', `import type { Ref } from 'vue'`)[0]).toContain(
      'imports package vue',
    )
    expect(check('src-renderer/domain/x.ts', `import { a } from '../ui/a'`)[0]).toContain('src-renderer/ui')
    expect(check('src-renderer/ui/x.vue', `import { a } from '@/domain/result'`)[0]).toContain(
      'src-renderer/domain',
    )
    expect(check('src-renderer/features/a/x.ts', `import { b } from '../b/b'`)[0]).toContain(
      'another feature',
    )
    expect(check('src-renderer/features/a/x.ts', `import Dexie from 'dexie'`)[0]).toContain('package dexie')
    expect(check('src-main/preload/x.ts', `import fs from 'node:fs'`)[0]).toContain('package node:fs')
    expect(check('src-renderer/data/x.ts', `import { p } from '@/platform/index'`)[0]).toContain('platform')
    expect(check('src-renderer/data/x.ts', `import { argon2id } from 'hash-wasm'`)[0]).toContain('hash-wasm')
    expect(check('src-renderer/data/crypto/x.ts', `import Dexie from 'dexie'`)[0]).toContain('package dexie')
    expect(check('src-renderer/data/crypto/x.ts', `import { a } from '../session'`)[0]).toContain(
      'src-renderer/data/session',
    )
    expect(check('src-renderer/workers/x.ts', `import { a } from '../data/session'`)[0]).toContain(
      'src-renderer/data/session',
    )
  })

  it('allows what the table allows', () => {
    expect(check('src-renderer/reports/x.ts', `import { ok } from '@/domain/result'`)).toEqual([null])
    expect(check('src-renderer/workers/x.ts', `import { a } from '../data/crypto/kdf'`)).toEqual([null])
    expect(check('src-main/ipc/x.ts', `import { contract } from '@main/contract/index'`)).toEqual([null])
  })
})
