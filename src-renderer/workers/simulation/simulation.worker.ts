import { advise } from '../../domain/simulation/advice'
import { sensitivity } from '../../domain/simulation/sensitivity'
import { BATCH_ENDS, Simulation } from '../../domain/simulation/simulate'
import type { FromSimulationWorker, SimulationWork, ToSimulationWorker } from './messages'

/** Thin entry: one task per worker, answered with progress, partial results and at last the answer. */

/** Runs between two signs of progress. */
const PORTION = 25

function tell(message: FromSimulationWorker): void {
  self.postMessage(message)
}

const onProgress = (share: number): void => {
  tell({ kind: 'progress', share })
}

function simulateInPortions({ inputs, options }: SimulationWork['simulate']['given']): void {
  const simulation = new Simulation(inputs, options)
  while (!simulation.finished) {
    simulation.advance(simulation.runsDone + PORTION)
    onProgress(simulation.runsDone / options.runs)
    if (!simulation.finished && BATCH_ENDS.includes(simulation.runsDone))
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
