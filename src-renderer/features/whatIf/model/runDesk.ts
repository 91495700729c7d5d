import { shallowReactive } from 'vue'
import type { SimulationInputs, SimulationOptions, SimulationResult } from '@/domain/simulation'
import type { SimulationListener } from '@/workers/simulation/runSimulation'

/** How far the simulation of one variant of the plan is. */
export interface RunState {
  readonly status: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly runsDone: number
  readonly runsAsked: number
  /** The latest that is known: of all runs, or of the first of them. */
  readonly result: SimulationResult | null
}

type Runner = (
  given: { inputs: SimulationInputs; options: SimulationOptions },
  listener: SimulationListener,
  signal: AbortSignal,
) => Promise<SimulationResult>

interface Job {
  readonly key: string
  readonly inputs: SimulationInputs
  readonly options: SimulationOptions
  readonly control: AbortController
}

/** Results of so many variants stay in memory; the oldest go first. */
const KEPT = 40

/**
 * Simulations by key: asked for once, done one at a time (the other core stays with the window), kept as long as there
 * is room. The key says everything that the result hangs on.
 */
export function makeRunDesk(run: Runner) {
  const states = shallowReactive(new Map<string, RunState>())
  let waiting: Job[] = []
  let current: Job | null = null

  function update(job: Job, change: Partial<RunState>): void {
    const state = states.get(job.key)
    if (state !== undefined) states.set(job.key, { ...state, ...change })
  }

  /** @param first ahead of what waits */
  function ask(key: string, inputs: SimulationInputs, options: SimulationOptions, first = false): void {
    const status = states.get(key)?.status
    if (status === 'done' || status === 'running' || status === 'stopped' || status === 'failed') return
    if (status === 'waiting') {
      if (first) waiting.sort((a, b) => Number(b.key === key) - Number(a.key === key))
      return
    }
    states.set(key, { status: 'waiting', runsDone: 0, runsAsked: options.runs, result: null })
    const job = { key, inputs, options, control: new AbortController() }
    waiting = first ? [job, ...waiting] : [...waiting, job]
    forgetOldest()
    void next()
  }

  async function next(): Promise<void> {
    if (current !== null) return
    const job = waiting.shift()
    if (job === undefined) return
    current = job
    update(job, { status: 'running' })
    try {
      const result = await run(
        { inputs: job.inputs, options: job.options },
        {
          onProgress: (share) => {
            update(job, { runsDone: Math.round(share * job.options.runs) })
          },
          onPartial: (partial) => {
            update(job, { result: partial })
          },
        },
        job.control.signal,
      )
      update(job, { status: 'done', runsDone: result.runs, result })
    } catch {
      update(job, { status: job.control.signal.aborted ? 'stopped' : 'failed' })
    }
    current = null
    void next()
  }

  /** Ends what runs and what waits. What was already known stays on screen. */
  function stop(): void {
    for (const job of waiting) update(job, { status: 'stopped' })
    waiting = []
    current?.control.abort()
  }

  /** Ends and forgets unfinished work that nobody wants any more. */
  function keepOnly(wanted: ReadonlySet<string>): void {
    for (const job of waiting) if (!wanted.has(job.key)) states.delete(job.key)
    waiting = waiting.filter((job) => wanted.has(job.key))
    if (current !== null && !wanted.has(current.key)) {
      states.delete(current.key)
      current.control.abort()
    }
  }

  /** A stopped or failed variant may be asked for again. */
  function forget(key: string): void {
    const status = states.get(key)?.status
    if (status === 'stopped' || status === 'failed') states.delete(key)
  }

  function forgetOldest(): void {
    for (const [key, state] of states) {
      if (states.size <= KEPT) return
      if (state.status !== 'waiting' && state.status !== 'running') states.delete(key)
    }
  }

  return { states, ask, stop, keepOnly, forget }
}
