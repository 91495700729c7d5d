import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { App } from './app'
import { makeProfile, type Profile } from './profile'
import { readWindowPlan } from './plan'

interface Fixtures {
  /** Not started yet, with folders of its own: for tests that put something in them first. */
  readonly freshApp: App
  /** Started and unlocked, on its first screen; the passphrase was chosen before. */
  readonly app: App
}

interface WorkerFixtures {
  /** What `app` begins with: made once by a real window, and copied for each test. */
  readonly profile: Profile
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  profile: [
    async ({}, use) => {
      const profile = await makeProfile(readWindowPlan())
      await use(profile)
      rmSync(profile.folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  // Playwright wants the first argument to be a pattern, also when it takes nothing.
  freshApp: async ({}, use) => {
    const plan = readWindowPlan()
    const folder = mkdtempSync(join(plan.temporary, 'test-'))
    const app = new App(plan, folder)
    await use(app)
    await app.end()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    expect(app.problems.unexpected, 'complaints of the window').toEqual([])
  },

  app: async ({ freshApp, profile }, use) => {
    freshApp.begin(profile)
    await freshApp.launch()
    await freshApp.enter()
    await use(freshApp)
  },
})

export { expect }
export { App } from './app'
export { readWindowPlan } from './plan'
