import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
const alias = {
  '@': resolve(here, 'src-renderer'),
  '@main': resolve(here, 'src-main'),
  '@resources': resolve(here, 'resources'),
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
      rollupOptions: { input: resolve(here, 'src-renderer/index.html') },
    },
  },
})
