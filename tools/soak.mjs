import './lib/node-version.mjs'
import { command } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { runPrograms } from './lib/programs.mjs'

// The long form of tests that `npm test` does for a short while: `npm run soak -- kill` does one of them.
await command(async () => {
  await ensureNodePackages()
  return runPrograms('tests/soak', '.soak.ts', process.argv.slice(2), 'Er is geen duurproef gevonden')
})
