import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const top = resolve(import.meta.dirname, '..')

const STORE = ['tests/**/*.store.test.ts']
const folders = (names: string) => [`tests/{${names}}/**/*.test.ts`]

export default defineConfig({
  root: top,
  plugins: [vue()],
  resolve: {
    alias: {
      '@': resolve(top, 'src-renderer'),
      '@main': resolve(top, 'src-main'),
      '@resources': resolve(top, 'resources'),
    },
  },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    // By itself it leaves one core free, which is half of two.
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      {
        extends: true,
        // Pure code keeps nothing between tests: one start serves all files, which halves the time. What needs the store
        // (`*.store.test.ts`) begins afresh, as the tests of the store do.
        test: {
          name: 'pure',
          include: folders('architecture,domain,features,reports,tools'),
          exclude: STORE,
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: [...folders('data,security,workbook'), ...STORE] } },
    ],
  },
})
