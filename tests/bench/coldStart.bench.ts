import { mkdtempSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { App } from '../e2e/support/app'
import { readWindowPlan, type WindowPlan } from '../e2e/support/plan'
import { bareApplication } from './bareApplication'
import { median, report, timed } from './measure'

/**
 * Cold start of Palet until the sample can be used, against a bare window of the same Electron with nothing but Vue in
 * it. Both are packaged and driven alike; every start is a new process. Typing the passphrase and deriving its key, which
 * is slow on purpose, are apart: the clock stands still from the first screen until Palet is unlocked.
 */
const plan = readWindowPlan()

const folder = (name: string): string => mkdtempSync(join(plan.temporary, `${name}-`))

async function startBare(bare: WindowPlan): Promise<number> {
  const app = new App(bare, folder('bare-start'))
  const time = await timed(async () => {
    await app.launch()
    await app.window.getByTestId('ready').waitFor()
  })
  await app.close()
  return time
}

async function startPalet(app: App): Promise<number> {
  const toFirstScreen = await timed(async () => {
    await app.launch()
    await app.window.getByTestId('unlock').or(app.window.getByTestId('set-up-vault')).first().waitFor()
  })
  unlocking.push(await timed(() => app.enter()))
  const toSample = await timed(async () => {
    await app.window.getByTestId('open-sample').click()
    await app.window.getByTestId('overview-ready').waitFor()
  })
  await app.close()
  return toFirstScreen + toSample
}

const unlocking: number[] = []
const bare = await bareApplication(plan, 'bare', join(import.meta.dirname, 'bare/entry.ts'))
console.log(`Electron ${plan.electron}, ${basename(dirname(plan.application))}\n`)
const used = new App(plan, folder('used'))
await startPalet(used)
const floor: number[] = []
const again: number[] = []
const fresh: number[] = []
for (let run = 0; run < 6; run += 1) {
  const f = await startBare(bare)
  const a = await startPalet(used)
  const n = await startPalet(new App(plan, folder('fresh')))
  if (run === 0) continue
  floor.push(f)
  again.push(a)
  fresh.push(n)
}
const floorName = 'bare window with Vue, same Electron'
report({ name: 'Cold start to a usable sample', floorName, subject: again, floor, aim: 1.5 })
report({ name: 'The same on a computer that never ran Palet', floorName, subject: fresh, floor, aim: 1.5 })
console.log(
  `Choosing a passphrase or unlocking, typing and key derivation included: ${median(unlocking).toFixed(0)} ms`,
)
