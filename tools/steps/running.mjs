import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureTestApplication } from '../lib/application.mjs'
import { top } from '../lib/paths.mjs'
import { runPlaywright } from '../lib/playwright.mjs'
import { runNode } from '../lib/run.mjs'
import {
  ensureSystemPackages,
  keychainPackages,
  officePackages,
  pdfPackages,
  virtualDisplayPackages,
  windowPackages,
} from '../lib/system-packages.mjs'
import { countPlaywright, countVitest } from './counts.mjs'
import { asOne } from './step.mjs'

const results = join(top, 'test-results')

/** @type {import('./step.mjs').Step} */
export const application = {
  name: 'package',
  async run() {
    await ensureTestApplication()
    return asOne(true)
  },
}

/**
 * Everything that later steps want of the system, fetched at once while the sources are read. A step that runs alone
 * fetches its own.
 * @type {import('./step.mjs').Step}
 */
export const system = {
  name: 'system',
  async run() {
    await ensureSystemPackages([
      ...windowPackages,
      ...virtualDisplayPackages,
      ...pdfPackages,
      ...officePackages,
      ...keychainPackages,
    ])
    return asOne(true)
  },
}

/** @type {import('./step.mjs').Step} */
export const unit = {
  name: 'unit',
  async run(filters) {
    await ensureSystemPackages([...pdfPackages, ...officePackages])
    const file = resultFile('unit.json')
    const { status } = await runNode(
      [
        join(top, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filters,
      ],
      { cwd: top },
    )
    return countVitest(readResult(file), status)
  },
}

/** @type {import('./step.mjs').Step} */
export const e2e = {
  name: 'e2e',
  async run(filters) {
    const file = resultFile('e2e.json')
    const status = await runPlaywright('e2e', filters, file)
    return countPlaywright(readResult(file), status)
  },
}

/** An old outcome must never pass for a new one. */
function resultFile(/** @type {string} */ name) {
  mkdirSync(results, { recursive: true })
  const file = join(results, name)
  rmSync(file, { force: true })
  return file
}

/** @returns {unknown} */
function readResult(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
