import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { App } from './app'
import type { WindowPlan } from './plan'

/** A data folder in which a passphrase was chosen, and nothing else was done. */
export interface Profile {
  readonly folder: string
  readonly dataFolder: string
  readonly recoveryKey: string
}

/**
 * Choosing a passphrase takes a second and is tested by itself. So a real window does it once, closes, and each test
 * begins with a copy of what that left on disk.
 */
export async function makeProfile(plan: WindowPlan): Promise<Profile> {
  const folder = mkdtempSync(join(plan.temporary, 'profile-'))
  const app = new App(plan, folder)
  await app.launch()
  await app.enter()
  await app.close()
  return { folder, dataFolder: app.dataFolder, recoveryKey: app.recoveryKey }
}
