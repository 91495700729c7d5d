import { join } from 'node:path'
import { top } from './paths.mjs'
import { runNode } from './run.mjs'
import { keychainPackages, pdfPackages } from './system-packages.mjs'
import { environmentWith, withWindow } from './window.mjs'

/**
 * Runs one project of the end-to-end tests in the real packaged window.
 * @param {'e2e' | 'screens'} project
 * @param {readonly string[]} args as on Playwright's command line
 * @param {string} [resultFile] where the outcome goes as JSON
 */
export function runPlaywright(project, args, resultFile) {
  return withWindow([...pdfPackages, ...keychainPackages], async (plan) => {
    const env = { ...environmentWith(plan), PALET_E2E_RESULT: resultFile }
    const cli = join(top, 'node_modules/@playwright/test/cli.js')
    const config = join(top, 'tests/playwright.config.ts')
    const { status } = await runNode([cli, 'test', '--config', config, `--project=${project}`, ...args], {
      cwd: top,
      env,
    })
    return status
  })
}
