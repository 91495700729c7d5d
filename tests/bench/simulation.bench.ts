import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { advise, quarterAfter } from '@/domain/simulation'
import { compile } from '@/domain/simulation/compile'
import { inputsFrom } from '@/domain/simulation/defaults'
import { monthTotal, outcomeOf } from '@/domain/simulation/outcome'
import { spreadOf } from '@/domain/simulation/quantiles'
import { eachRun, Simulation } from '@/domain/simulation/simulate'
import { parsePalet } from '@/exchange'
import { median } from './measure'
import { peerCase, peerInputs } from './simpy/case'

/**
 * How long a person waits for 1,000 runs of 60 months of the sample region and for an advice, and how Palet compares
 * with the same model in SimPy: do means and quantiles agree, and how many simulated person-months does each do in a second?
 */

const top = join(import.meta.dirname, '../..')
const START = '2026-11-01'

function region(): void {
  const parsed = parsePalet(readFileSync(join(top, 'resources/sample/achterhoek.palet'), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  const inputs = { ...inputsFrom(parsed.value.data, START), months: 60 }
  const times = { first: [] as number[], all: [] as number[], processor: [] as number[] }
  let personMonths = 0
  for (let turn = 0; turn < 4; turn += 1) {
    const from = performance.now()
    const busy = process.cpuUsage().user
    const simulation = new Simulation(inputs, { seed: 1, runs: 1000 })
    simulation.advance(50)
    simulation.result(true)
    const first = performance.now() - from
    simulation.advance(1000)
    personMonths = simulation.result().personMonths
    if (turn === 0) continue
    times.first.push(first)
    times.all.push(performance.now() - from)
    times.processor.push((process.cpuUsage().user - busy) / 1000)
  }
  const [all, processor] = [median(times.all), median(times.processor)]
  console.log(
    `Sample region, 1,000 runs of 60 months: ${(all / 1000).toFixed(2)} s (${(processor / 1000).toFixed(2)} s of the processor) with all bands by profile, municipality and type` +
      `\n  first bands (50 runs) after ${median(times.first).toFixed(0)} ms` +
      `\n  ${(personMonths / 1e6).toFixed(1)} million person-months, ${(personMonths / processor / 1000).toFixed(1)} million a second of the processor\n`,
  )
}

/** What an advice takes: the search and its check, for both promises, on the sample region. */
function advice(): void {
  const parsed = parsePalet(readFileSync(join(top, 'resources/sample/achterhoek.palet'), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.error.message)
  const inputs = inputsFrom(parsed.value.data, START)
  console.log('Advice for the sample region: nobody on the list, nobody who needs a shelter bed')
  for (const kind of ['waiting', 'shelter'] as const)
    for (const share of [0.5, 0.9]) {
      const from = process.cpuUsage().user
      const goal = { kind, by: '2028-12-31', maximum: 0 }
      const firstQuarter = quarterAfter(inputs.start, 2)
      const found = advise(inputs, goal, { seed: 1, share, firstQuarter })
      const seconds = (process.cpuUsage().user - from) / 1e6
      const places = found.extra.reduce((sum, e) => sum + e.places, 0)
      console.log(
        `  ${kind} P${String(share * 100)}: ${seconds.toFixed(1)} s of the processor, ${String(found.runs)} runs of ${String(found.evaluations)} plans; ` +
          `${found.reached ? 'reached' : 'NOT reached'} with ${String(places)} places, in ${(found.reachedShare * 100).toFixed(1)}% of ${String(found.checkRuns)} fresh runs`,
      )
    }
  console.log('')
}

interface PeerAnswer {
  readonly seconds: number
  readonly runs: readonly {
    readonly months: readonly (readonly number[])[]
    readonly timeToHouse: number | null
  }[]
}

/** The first Python that has SimPy; null when none has. */
function pythonWithSimPy(): string | null {
  for (const python of ['python3', '/usr/bin/python3'])
    if (spawnSync(python, ['-c', 'import simpy'], { stdio: 'ignore' }).status === 0) return python
  return null
}

function peer(): boolean {
  const python = pythonWithSimPy()
  if (python === null) {
    console.log('SimPy is not installed: the comparison with the peer is left out (Debian: python3-simpy).\n')
    return true
  }
  const inputs = peerInputs(START)
  const model = compile(inputs)
  const peerRuns = 300
  const ask = spawnSync(python, [join(import.meta.dirname, 'simpy/model.py')], {
    input: JSON.stringify({ ...peerCase(inputs), seed: 77, runs: peerRuns }),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (ask.status !== 0) throw new Error(ask.stderr)
  const answer = JSON.parse(ask.stdout) as PeerAnswer
  const runs = 3000
  const months = [11, 35, 59]
  const names = ['waiting', 'inUse', 'bedsTaken'] as const
  const ours = new Map<string, number[]>()
  const put = (key: string, value: number): void => {
    const list = ours.get(key)
    if (list === undefined) ours.set(key, [value])
    else list.push(value)
  }
  let personMonths = 0
  const from = process.cpuUsage().user
  eachRun(model, { seed: 5, runs }, (record) => {
    personMonths += record.personMonths
    for (const h of months)
      for (const name of names) put(`${name} ${String(h)}`, monthTotal(record[name], 60, h))
    put('timeToHouse', outcomeOf(record, model, 3).timeToHouse)
    return true
  })
  // Time of the processor on both sides, so that a busy machine weighs on neither.
  const seconds = (process.cpuUsage().user - from) / 1e6
  let agrees = true
  const compare = (label: string, mine: readonly number[], theirs: readonly number[]): void => {
    const [a, b] = [mine, theirs].map((v) => spreadOf(Float64Array.from(v), v.length))
    if (a === undefined || b === undefined) return
    // The spread of the larger sample holds for both: a small one may miss what is rare, and then looks too sure.
    const [n, m] = [mine.length, theirs.length]
    const error = a.meanError * Math.sqrt(1 + n / m)
    const z = error > 0 ? Math.abs(a.mean - b.mean) / error : Math.abs(a.mean - b.mean)
    // Places come in lots, so figures come in lumps: look where our quantile lies among their runs, not how far off.
    const quantiles = ([10, 50, 90] as const).map((q) => {
      const [share, at] = [q / 100, a[`p${q}`]]
      const room = 3.5 * Math.sqrt(share * (1 - share) * (1 / n + 1 / m))
      const below = theirs.filter((v) => v < at).length / m
      const atMost = theirs.filter((v) => v <= at).length / m
      return below <= share + room && atMost >= share - room
    })
    const fine = z < 3.5 && quantiles.every(Boolean)
    agrees &&= fine
    const row = (s: typeof a): string =>
      [s.mean, s.p10, s.p50, s.p90].map((v) => v.toFixed(1).padStart(7)).join(' ')
    console.log(
      `  ${label.padEnd(16)}${row(a)}   |${row(b)}   ${z.toFixed(1).padStart(4)} σ  ${fine ? 'agrees' : 'DIFFERS'}`,
    )
  }
  console.log(
    `Palet (${String(runs)} runs) against SimPy (${String(peerRuns)} runs): mean, P10, P50, P90; distance of the means`,
  )
  names.forEach((name, n) => {
    for (const h of months)
      compare(
        `${name} m${String(h + 1)}`,
        ours.get(`${name} ${String(h)}`) ?? [],
        answer.runs.map((r) => r.months[h]?.[n] ?? Number.NaN),
      )
  })
  compare(
    'time to house',
    ours.get('timeToHouse') ?? [],
    answer.runs.map((r) => r.timeToHouse ?? Number.NaN),
  )
  // The same model over the same months: person-months per run are alike, so speed is runs per second.
  const perRun = personMonths / runs
  const [mine, theirs] = [(perRun * runs) / seconds, (perRun * peerRuns) / answer.seconds]
  console.log(
    `  person-months a second: Palet ${(mine / 1e6).toFixed(1)} million, SimPy ${(theirs / 1e6).toFixed(3)} million; ratio ${(mine / theirs).toFixed(0)} (aim: at least 50)\n`,
  )
  return agrees && mine / theirs >= 50
}

region()
advice()
if (!peer()) process.exitCode = 1
