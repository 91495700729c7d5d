import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Rolldown } from 'vite'

const here = import.meta.dirname
const alias = {
  '@': resolve(here, 'src-renderer'),
  '@main': resolve(here, 'src-main'),
  '@resources': resolve(here, 'resources'),
}

/** What a start shows: the window itself, and the screen that a programme opens with. */
const ENTRIES = [
  { name: 'first', file: resolve(here, 'src-renderer/main.ts') },
  { name: 'overview', file: resolve(here, 'src-renderer/features/overview/OverviewView.vue') },
]

/**
 * All scripts that a first screen needs go in one file: each file is asked of the main process on its own, and that
 * takes longer than reading it. What only later screens need is split as always.
 */
const firstScreens: Rolldown.CodeSplittingGroup = {
  name: (id, context) => ENTRIES.find(({ file }) => reached(file, context).has(id))?.name ?? null,
  debugName: 'first screens',
  // The name says it for every module.
  includeDependenciesRecursively: false,
}

const known = new Map<string, ReadonlySet<string>>()

/** The modules that an entry imports, directly or through others, not counting imports on demand. */
function reached(entry: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  let ids = known.get(entry)
  if (ids === undefined) {
    const found = new Set<string>([entry])
    for (const at of found) for (const next of context.getModuleInfo(at)?.importedIds ?? []) found.add(next)
    ids = found
    known.set(entry, ids)
  }
  return ids
}

// One build serves two engines: the current Electron that ships and the older
// test runtime (Chromium 114, Node 18), so the targets are those of the older one.
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      target: 'node18',
      minify: true,
      // Everything is bundled: the packaged archive holds only out/.
      externalizeDeps: false,
      rollupOptions: {
        input: resolve(here, 'src-main/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      target: 'node18',
      // A sandboxed preload can't require node modules: bundle them.
      externalizeDeps: false,
      rollupOptions: {
        input: resolve(here, 'src-main/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    resolve: { alias },
    plugins: [vue()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(here, 'out/renderer'),
      target: 'chrome114',
      // Not the default of electron-vite; it halves what a start has to read.
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rollupOptions: {
        input: resolve(here, 'src-renderer/index.html'),
        output: { codeSplitting: { groups: [firstScreens] } },
      },
    },
  },
})
