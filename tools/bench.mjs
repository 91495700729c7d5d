import './lib/node-version.mjs'
import { command } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { runPrograms } from './lib/programs.mjs'

// Every measurement is a program of its own that prints its own table.
await command(async () => {
  await ensureNodePackages()
  return runPrograms('tests/bench', '.bench.ts', process.argv.slice(2), 'Er is geen meting gevonden')
})
