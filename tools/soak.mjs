import './lib/node-version.mjs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, command, say } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { top } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { environmentWith, withWindow } from './lib/window.mjs'

const folder = join(top, 'tests/soak')
const suffix = '.soak.ts'

// The long form of tests that `npm test` does for a short while: `npm run soak -- kill` does one of them.
await command(async () => {
  await ensureNodePackages()
  const wanted = process.argv.slice(2)
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .sort()
  if (names.length === 0) throw new Stop(`Er is geen duurproef gevonden in tests/soak (*${suffix}).`)
  return withWindow([], async (plan) => {
    let failed = 0
    for (const name of names) {
      say(`\n${name.slice(0, -suffix.length)}`)
      const { status } = await runNode(
        [
          join(top, 'node_modules/tsx/dist/cli.mjs'),
          '--tsconfig',
          join(top, 'tsconfig.json'),
          join(folder, name),
        ],
        { cwd: top, env: environmentWith(plan) },
      )
      if (status !== 0) failed += 1
    }
    return failed === 0 ? 0 : 1
  })
})
