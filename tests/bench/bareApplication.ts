import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { build } from 'vite'
import { asOrdinaryUser } from '../../tools/lib/ordinary-user.mjs'
import type { WindowPlan } from '../e2e/support/plan'

const top = join(import.meta.dirname, '../..')

/** The same Electron, packaged the same way, with one script in an empty page: the floor to measure against. */
export async function bareApplication(plan: WindowPlan, name: string, entry: string): Promise<WindowPlan> {
  const contents = join(plan.temporary, `${name}-contents`)
  mkdirSync(contents, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': join(top, 'src-renderer'), '@resources': join(top, 'resources') } },
    build: {
      outDir: contents,
      target: 'chrome114',
      lib: { entry, formats: ['iife'], name: 'bare', fileName: () => 'entry.js' },
    },
  })
  cpSync(join(import.meta.dirname, 'bare/main.cjs'), join(contents, 'main.cjs'))
  writeFileSync(join(contents, 'package.json'), JSON.stringify({ name, main: 'main.cjs' }))
  writeFileSync(
    join(contents, 'index.html'),
    '<!doctype html><meta charset="utf-8"><div id="app"></div><script src="entry.js"></script>',
  )
  const application = join(plan.temporary, name)
  cpSync(plan.application, application, { recursive: true })
  rmSync(join(application, 'resources'), { recursive: true })
  mkdirSync(join(application, 'resources'))
  await createPackage(contents, join(application, 'resources/app.asar'))
  const executable = join(application, 'palet')
  return {
    ...plan,
    application,
    executable: asOrdinaryUser(executable),
    env: { ...plan.env, PALET_EXECUTABLE: executable },
  }
}
