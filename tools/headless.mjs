import './lib/node-version.mjs'
import { join } from 'node:path'
import { Stop, command } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { callerFolder, top } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'

const tools = ['figures', 'report']

// Starts a tool that works without a window. File names count from where the person typed the command.
await command(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  if (!tools.includes(name)) throw new Stop(`Kies een van: ${tools.join(', ')}.`)
  await ensureNodePackages()
  const { status } = await runNode(
    [
      join(top, 'node_modules/tsx/dist/cli.mjs'),
      '--tsconfig',
      join(top, 'tsconfig.json'),
      join(top, 'tools', `${name}.ts`),
      ...args,
    ],
    { cwd: callerFolder },
  )
  return status
})
