import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, say } from './command.mjs'
import { top } from './paths.mjs'
import { runNode } from './run.mjs'
import { environmentWith, withWindow } from './window.mjs'

/**
 * Runs programs of the tests, one after the other so that they don't disturb each other. Each prints what it has to say.
 * @param {string} folder below the top
 * @param {string} suffix of the files that are programs
 * @param {readonly string[]} wanted parts of names; none = all
 * @param {string} none what to say when there is nothing to run
 * @returns {Promise<number>} 0 when all went well
 */
export async function runPrograms(folder, suffix, wanted, none) {
  const from = join(top, folder)
  const names = existsSync(from) ? readdirSync(from, { recursive: true }).map(String) : []
  const programs = names
    .filter((name) => name.endsWith(suffix))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .sort()
  if (programs.length === 0) throw new Stop(`${none} in ${folder} (*${suffix}).`)
  return withWindow([], async (plan) => {
    let failed = 0
    for (const name of programs) {
      say(`\n${name.slice(0, -suffix.length)}`)
      const { status } = await runNode(
        [
          join(top, 'node_modules/tsx/dist/cli.mjs'),
          '--tsconfig',
          join(top, 'tsconfig.json'),
          join(from, name),
        ],
        { cwd: top, env: environmentWith(plan) },
      )
      if (status !== 0) failed += 1
    }
    return failed === 0 ? 0 : 1
  })
}
