import './lib/node-version.mjs'
import { Stop, command, optionValue } from './lib/command.mjs'
import { ensureNodePackages } from './lib/node-packages.mjs'
import { application, e2e, system, unit } from './steps/running.mjs'
import { format, lint, types } from './steps/static.mjs'

/** @type {import('./steps/step.mjs').Step[]} */
const steps = [system, types, lint, format, application, unit, e2e]
const BESIDE = [system, types, lint, format]

// npm test                                  everything
// npm test -- --only unit,e2e               some steps
// npm test -- --only unit tests/domain      with a filter for the test runner
await command(async () => {
  const args = process.argv.slice(2)
  const only = optionValue(args, '--only')
  const filters = only === undefined ? args : args.filter((arg) => arg !== '--only' && arg !== only)
  const chosen = choose(only)
  let passed = 0
  let failed = 0
  try {
    await ensureNodePackages()
    // What only fetches, or reads the sources, goes side by side; what follows wants the machine to itself.
    const beside = chosen.filter((step) => BESIDE.includes(step))
    const outcomes = await Promise.all(beside.map((step) => runStep(step, filters)))
    for (const step of chosen) if (!beside.includes(step)) outcomes.push(await runStep(step, filters))
    for (const outcome of outcomes) {
      passed += outcome.passed
      failed += outcome.failed
    }
  } catch (error) {
    report(error)
    failed += 1
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

function choose(/** @type {string | undefined} */ only) {
  if (only === undefined) return steps
  const names = only.split(',')
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    throw new Stop(`Onbekende stap: ${unknown}. Kies uit ${steps.map((step) => step.name).join(', ')}.`)
  }
  return steps.filter((step) => names.includes(step.name))
}

/** @param {import('./steps/step.mjs').Step} step @param {readonly string[]} filters */
async function runStep(step, filters) {
  console.log(`\n== ${step.name}`)
  const start = performance.now()
  const outcome = await step.run(filters).catch((error) => {
    report(error)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`== ${step.name}: ${outcome.failed === 0 ? 'good' : 'FAILED'} in ${seconds} s`)
  return outcome
}

function report(/** @type {unknown} */ error) {
  console.log(error instanceof Stop ? error.message : error)
}
