import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const top = resolve(import.meta.dirname, '..')
const resultFile = process.env['PALET_E2E_RESULT']

export default defineConfig({
  testDir: 'e2e',
  outputDir: resolve(top, 'test-results/e2e'),
  // Room for a crowded machine: what is right comes long before, what is wrong never comes.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  // The old trial runtime on a shared machine: one second try, in a fresh data folder, and the run names each test that
  // needed it ("flaky"). Such a test is looked into; it isn't silently well.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ...(resultFile ? [['json', { outputFile: resultFile }] as const] : [])],
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: '**/screens/**' },
    { name: 'screens', testMatch: '**/screens/*.spec.ts', timeout: 300_000 },
  ],
})
