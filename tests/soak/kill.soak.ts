import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { App } from '../e2e/support/app'
import { readWindowPlan } from '../e2e/support/plan'
import { killAgainAndAgain } from './kill'

/** Hundreds of power cuts: `PALET_KILLS` of them, with `PALET_SEED` to do a run again. */
const kills = Number(process.env['PALET_KILLS'] ?? 200)
const seed = Number(process.env['PALET_SEED'] ?? Date.now() % 1_000_000)

const plan = readWindowPlan()
const app = new App(plan, mkdtempSync(join(plan.temporary, 'kill-')))
await app.launch()
await app.enter()
await app.window.getByTestId('open-sample').click()
await app.window.getByTestId('overview-ready').waitFor()
console.log(`seed ${String(seed)}`)
const report = await killAgainAndAgain(app, {
  kills,
  seed,
  onKill: (kill, scene, after) => {
    console.log(`kill ${String(kill)}: ${scene}, after ${String(after)} ms`)
  },
})
await app.end()
console.log(`${String(report.kills)} kills, nothing lost, nothing half: ${JSON.stringify(report.byScene)}`)
