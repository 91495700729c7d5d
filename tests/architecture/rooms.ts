/**
 * The rooms of the house and what each may import: design as data. A room is the folder a file lives in; the longest
 * match counts. `ours` lists rooms, `packages` lists packages from the registry ('node:' stands for Node's own modules).
 * Type imports count. A room may always import from itself.
 */
export interface Room {
  readonly folder: string
  readonly ours: readonly string[]
  readonly packages: readonly string[]
  /** May not import from a sibling folder: features stay apart. */
  readonly siblingsApart?: boolean
}

const VUE = ['vue', 'vue-router', 'pinia', 'reka-ui', '@lucide/vue'] as const

export const ROOMS: readonly Room[] = [
  { folder: 'src-renderer/domain', ours: [], packages: [] },
  { folder: 'src-renderer/exchange', ours: ['src-renderer/domain'], packages: ['valibot', 'hucre'] },
  { folder: 'src-renderer/charts', ours: ['src-renderer/domain'], packages: ['echarts'] },
  {
    folder: 'src-renderer/reports',
    ours: ['src-renderer/domain', 'src-renderer/charts'],
    packages: ['pdfmake'],
  },
  {
    folder: 'src-renderer/data',
    ours: ['src-renderer/domain', 'src-renderer/exchange', 'src-renderer/data/crypto'],
    packages: ['dexie'],
  },
  // Sealing by itself: no store, so that workers, tools and main's tests can use it.
  {
    folder: 'src-renderer/data/crypto',
    ours: ['src-renderer/domain', 'src-renderer/exchange'],
    packages: ['hash-wasm'],
  },
  { folder: 'src-renderer/platform', ours: ['src-main/contract'], packages: [] },
  {
    folder: 'src-renderer/workers',
    ours: [
      'src-renderer/domain',
      'src-renderer/exchange',
      'src-renderer/charts',
      'src-renderer/reports',
      'src-renderer/data/crypto',
      'resources',
    ],
    packages: ['pdfmake'],
  },
  // Added to the design on purpose: stores that several features share, so that no feature needs another.
  {
    folder: 'src-renderer/state',
    ours: [
      'src-renderer/domain',
      'src-renderer/exchange',
      'src-renderer/data',
      'src-renderer/platform',
      'src-renderer/workers',
    ],
    packages: ['vue', 'vue-router', 'pinia'],
  },
  {
    folder: 'src-renderer/ui',
    ours: ['resources'],
    packages: ['vue', 'reka-ui', '@lucide/vue', 'echarts', '@tanstack/vue-virtual', 'pdfjs-dist'],
  },
  {
    folder: 'src-renderer/features',
    ours: [
      'src-renderer/domain',
      'src-renderer/exchange',
      'src-renderer/charts',
      'src-renderer/reports',
      'src-renderer/data',
      'src-renderer/platform',
      'src-renderer/workers',
      'src-renderer/state',
      'src-renderer/ui',
      'resources',
    ],
    packages: [...VUE, '@tanstack/vue-virtual'],
    siblingsApart: true,
  },
  { folder: 'src-renderer/app', ours: ['src-renderer', 'resources'], packages: [...VUE] },
  { folder: 'src-renderer', ours: ['src-renderer/app', 'src-renderer/ui'], packages: ['vue', 'pinia'] },
  { folder: 'src-main/contract', ours: [], packages: ['valibot'] },
  { folder: 'src-main/preload', ours: ['src-main/contract'], packages: ['electron'] },
  {
    folder: 'src-main',
    ours: ['src-main', 'src-renderer/domain', 'src-renderer/exchange', 'resources'],
    packages: ['electron', 'valibot', 'node:'],
  },
  { folder: 'resources', ours: [], packages: [] },
]

/** Lines a file may have before it is a place to split; a little over 300 is allowed, far over is not. */
export const MAX_LINES = 350
