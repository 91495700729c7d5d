import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const top = resolve(import.meta.dirname, '..')

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
    include: ['tests/{domain,data,features,reports,architecture,security,tools,workbook}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    reporters: ['default'],
  },
})
