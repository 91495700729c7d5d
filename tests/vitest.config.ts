import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const top = resolve(import.meta.dirname, '..')

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
    reporters: ['default'],
    projects: [
      {
        extends: true,
        // Pure code keeps nothing between tests: one start serves all files, which halves the time.
        test: {
          name: 'pure',
          include: folders('architecture,domain,features,reports,tools'),
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: folders('data,security,workbook') } },
    ],
  },
})
