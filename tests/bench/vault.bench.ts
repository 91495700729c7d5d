import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from '../e2e/support/app'
import { readWindowPlan } from '../e2e/support/plan'
import { bareApplication } from './bareApplication'
import { median, report } from './measure'
import type { VaultBench } from './vaultPage/entry'

/**
 * The vault against plain Dexie, in the same window: 13,500 projects with everything around them, 100,000 trajectories
 * and 500,000 stays. Every load is in a fresh page, floor and subject in turn. Key derivation is left out: it is slow on
 * purpose.
 */
declare const vaultBench: VaultBench

const [TRAJECTORIES, STAYS, ROUNDS] = [
  Number(process.env['PALET_BENCH_TRAJECTORIES'] ?? 100_000),
  Number(process.env['PALET_BENCH_STAYS'] ?? 500_000),
  Number(process.env['PALET_BENCH_ROUNDS'] ?? 5),
]
const plan = readWindowPlan()
const bare = await bareApplication(plan, 'vault-page', join(import.meta.dirname, 'vaultPage/entry.ts'))
const app = new App(bare, mkdtempSync(join(plan.temporary, 'vault-')))
await app.launch()
const { window } = app
window.setDefaultTimeout(600_000)

async function fresh(): Promise<void> {
  await window.reload()
  await window.getByTestId('ready').waitFor()
  await window.evaluate('globalThis.__name = (f) => f')
  await collected()
}

/** Bytes that the page still holds after everything that could go is gone. */
async function collected(): Promise<number> {
  const session = await window.context().newCDPSession(window)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

await window.getByTestId('ready').waitFor()
await window.evaluate('globalThis.__name = (f) => f')
const filled = await window.evaluate(([t, s]) => vaultBench.fill(t, s), [TRAJECTORIES, STAYS] as const)
console.log(
  `Electron ${plan.electron}; ${String(filled.records)} records, ${(filled.jsonBytes / 1e6).toFixed(0)} MB as JSON; ` +
    `made and sealed in ${(filled.kept / 1000).toFixed(1)} s\n`,
)

const plainLoads: number[] = []
const sealedLoads: number[] = []
const figures: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  await fresh()
  const p = await window.evaluate(() => vaultBench.plainLoad())
  await fresh()
  const s = await window.evaluate(() => vaultBench.sealedLoad())
  if (round === 0) continue
  plainLoads.push(p)
  sealedLoads.push(s.figures)
  figures.push(s.figures - s.load)
}
report({
  name: 'Unlock, load and first figures, without key derivation',
  floorName: 'plain Dexie toArray() of the same rows',
  subject: sealedLoads,
  floor: plainLoads,
  aim: 1,
})
console.log(`  of which first figures ${median(figures).toFixed(0)} ms\n`)

await fresh()
const before = await collected()
await window.evaluate(() => vaultBench.openBig())
const after = await collected()
console.log(
  `Memory after loading\n  ${(after / 1e6).toFixed(0)} MB, of which ${(before / 1e6).toFixed(0)} MB the page itself` +
    `\n  ratio to the JSON ${(after / filled.jsonBytes).toFixed(2)} (aim: at most 4)\n`,
)

await fresh()
const plainWrites: number[] = []
const commits: number[] = []
const checkpoints: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const p = await window.evaluate((n) => vaultBench.plainWrite(n), round)
  const s = await window.evaluate((n) => vaultBench.sealedWrite(n), round)
  if (round === 0) continue
  plainWrites.push(p)
  commits.push(s.commit)
  checkpoints.push(s.checkpoint)
}
report({
  name: 'Sealed write of 10,000 records: one confirmed commit',
  floorName: 'plain Dexie bulkPut of the same records',
  subject: commits,
  floor: plainWrites,
  aim: 1.5,
})
console.log(
  `  bringing the pages up to date afterwards, in idle time: ${median(checkpoints).toFixed(0)} ms\n`,
)

const text = readFileSync(join(import.meta.dirname, '../../resources/sample/achterhoek.palet'), 'utf8')
await window.evaluate((sample) => vaultBench.fillSample(sample), text)
const samples: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  await fresh()
  const took = await window.evaluate(() => vaultBench.sampleLoad())
  if (round > 0) samples.push(took)
}
console.log(
  `Unlock of the sample beyond the key derivation\n  ${median(samples).toFixed(0)} ms (aim: less than 1000 ms)\n`,
)
await app.close()
