import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from '../lib/paths.mjs'
import { runNode } from '../lib/run.mjs'
import { configurationFor } from './electron-builder.config.mjs'

/**
 * Runs electron-builder for one target into a folder of its own.
 * @param {string} folder
 * @param {readonly string[]} target as on electron-builder's command line
 * @param {Omit<import('./electron-builder.config.mjs').Variant, 'output'>} variant
 */
export function runBuilder(folder, target, variant) {
  const config = join(folder, 'configuration.json')
  writeFileSync(config, JSON.stringify(configurationFor({ ...variant, output: folder })))
  return runNode(
    [
      join(top, 'node_modules/electron-builder/cli.js'),
      ...target,
      '--publish',
      'never',
      '--config',
      config,
      '--projectDir',
      top,
    ],
    { cwd: top, output: 'collect' },
  )
}
