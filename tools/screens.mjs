import './lib/node-version.mjs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { command, say } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { top } from './lib/paths.mjs'
import { runPlaywright } from './lib/playwright.mjs'

// A picture of every screen and of every page of a report, for looking at.
await command(async () => {
  await ensureNodePackages()
  const folder = join(top, 'screens')
  mkdirSync(folder, { recursive: true })
  const status = await runPlaywright('screens', process.argv.slice(2))
  say(`De afbeeldingen staan in ${folder}.`)
  return status
})
