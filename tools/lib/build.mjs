import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop, say } from './command.mjs'
import { hashOf } from './hash.mjs'
import { withLock } from './lock.mjs'
import { top } from './paths.mjs'
import { runNode, tail } from './run.mjs'

const sources = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const stamp = join(top, '.cache/build.json')

/** Builds the application, unless the last build was made from these sources and still stands. */
export async function ensureBuild() {
  if (isCurrent()) return
  await withLock(join(top, '.cache/build-lock'), async () => {
    if (isCurrent()) return
    say('Palet wordt gebouwd.')
    const before = hashOf(top, sources)
    const result = await runNode(
      [join(top, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: top,
        output: 'collect',
      },
    )
    if (result.status !== 0) throw new Stop(`${tail(result, 40)}\nHet bouwen van Palet is niet gelukt.`)
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, JSON.stringify({ sources: before, output: buildHash() }))
  })
}

/** Changes when anything in the built application changes. */
export function buildHash() {
  return hashOf(top, ['out', 'package.json'])
}

function isCurrent() {
  if (!existsSync(stamp) || !existsSync(join(top, 'out/main/index.cjs'))) return false
  /** @type {{ sources: string, output: string }} */
  const last = JSON.parse(readFileSync(stamp, 'utf8'))
  return last.sources === hashOf(top, sources) && last.output === buildHash()
}
