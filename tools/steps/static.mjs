import { join } from 'node:path'
import { top } from '../lib/paths.mjs'
import { runNode, tail } from '../lib/run.mjs'
import { asOne } from './step.mjs'

const bin = (/** @type {string} */ path) => join(top, 'node_modules', path)
const tsc = bin('typescript/bin/tsc')

// Each room is compiled with the types it may use and no others.
const compilations = [
  [bin('vue-tsc/bin/vue-tsc.js'), '-p', 'src-renderer'],
  [tsc, '-p', 'src-renderer/domain'],
  [tsc, '-p', 'src-main'],
  [tsc, '-p', 'tests'],
  [tsc, '-p', 'tools'],
]

/** @type {import('./step.mjs').Step} */
export const types = {
  name: 'types',
  async run() {
    const queue = [...compilations]
    let good = true
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const ok = await check(next)
        good &&= ok
      }
    }
    await Promise.all([worker(), worker()])
    return asOne(good)
  },
}

/** @type {import('./step.mjs').Step} */
export const lint = {
  name: 'lint',
  async run() {
    const args = [
      '--config',
      'tools/eslint.config.mjs',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      '.cache/eslint',
      '--ignore-pattern',
      '.cache/**',
    ]
    return asOne(await check([bin('eslint/bin/eslint.js'), ...args, '.']))
  },
}

/** @type {import('./step.mjs').Step} */
export const format = {
  name: 'format',
  async run() {
    const args = ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier']
    return asOne(await check([bin('prettier/bin/prettier.cjs'), ...args, '.']))
  },
}

async function check(/** @type {readonly string[]} */ args) {
  const result = await runNode(args, { cwd: top, output: 'collect' })
  if (result.status !== 0) console.log(tail(result, 60))
  return result.status === 0
}
