import { advise } from '../../domain/simulation/advice'
import { sensitivity } from '../../domain/simulation/sensitivity'
import { BATCH_ENDS, Simulation } from '../../domain/simulation/simulate'
import type { FromSimulationWorker, SimulationWork, ToSimulationWorker } from './messages'

/** Thin entry: one task per worker, answered with progress, partial results and at last the answer. */

/** Time between two signs of progress, and before a first look at a large programme, in ms. */
const SIGN = 100
const FIRST_LOOK = 2_000
/** With fewer runs than this there is nothing to look at. */
const LEAST_LOOK = 10

function tell(message: FromSimulationWorker): void {
  self.postMessage(message)
}

const onProgress = (share: number): void => {
  tell({ kind: 'progress', share })
}

function simulateInPortions({ inputs, options }: SimulationWork['simulate']['given']): void {
  const simulation = new Simulation(inputs, options)
  const start = performance.now()
  let last = start
  let looked = false
  while (!simulation.finished) {
    simulation.advance(simulation.runsDone + 1)
    const done = simulation.runsDone
    const now = performance.now()
    if (now - last >= SIGN || simulation.finished) {
      last = now
      onProgress(done / options.runs)
    }
    // A run of a large programme takes so long that the first of them are worth a look before the usual moments.
    const early = !looked && done >= LEAST_LOOK && now - start >= FIRST_LOOK
    if (simulation.finished || (!early && !BATCH_ENDS.includes(done))) continue
    looked = true
    tell({ kind: 'partial', result: simulation.result(true) })
  }
  tell({ kind: 'done', answer: simulation.result() })
}

function work(task: ToSimulationWorker): void {
  if (task.kind === 'simulate') {
    simulateInPortions(task)
    return
  }
  const answer =
    task.kind === 'advice'
      ? advise(task.inputs, task.goal, { ...task.options, onProgress })
      : sensitivity(task.inputs, task.outcome, { ...task.options, onProgress })
  if (answer === null) tell({ kind: 'failed', reason: 'stopped' })
  else tell({ kind: 'done', answer })
}

self.addEventListener('message', (event: MessageEvent<ToSimulationWorker>) => {
  try {
    work(event.data)
  } catch (cause) {
    tell({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) })
  }
})
