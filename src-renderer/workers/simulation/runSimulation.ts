import type { SimulationResult } from '../../domain/simulation/simulate'
import type { FromSimulationWorker, SimulationWork, ToSimulationWorker, WorkKind } from './messages'

export interface SimulationListener {
  readonly onProgress?: (share: number) => void
  /** First bands early, then better ones; only when simulating. */
  readonly onPartial?: (result: SimulationResult) => void
}

/**
 * Does one task in a worker of its own, so the window never waits.
 * Rejects with an `AbortError` when the signal says stop; the thread is then ended, so the work really stops.
 */
function run<K extends WorkKind>(
  task: Extract<ToSimulationWorker, { kind: K }>,
  listener: SimulationListener,
  signal: AbortSignal | undefined,
): Promise<SimulationWork[K]['answer']> {
  return new Promise((resolve, reject) => {
    const stopped = (): DOMException => new DOMException('De doorrekening is gestopt.', 'AbortError')
    if (signal?.aborted === true) {
      reject(stopped())
      return
    }
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' })
    const finish = (): void => {
      signal?.removeEventListener('abort', onAbort)
      worker.terminate()
    }
    const onAbort = (): void => {
      finish()
      reject(stopped())
    }
    worker.addEventListener('message', (event: MessageEvent<FromSimulationWorker>) => {
      const message = event.data
      if (message.kind === 'progress') listener.onProgress?.(message.share)
      else if (message.kind === 'partial') listener.onPartial?.(message.result)
      else {
        finish()
        // The worker answers the one task it was given, so the answer is of that kind.
        if (message.kind === 'done') resolve(message.answer as SimulationWork[K]['answer'])
        else reject(new Error(message.reason))
      }
    })
    worker.addEventListener('error', (event) => {
      finish()
      reject(new Error(event.message))
    })
    signal?.addEventListener('abort', onAbort)
    worker.postMessage(task)
  })
}

export const runSimulation = (
  given: SimulationWork['simulate']['given'],
  listener: SimulationListener = {},
  signal?: AbortSignal,
): Promise<SimulationWork['simulate']['answer']> =>
  run<'simulate'>({ kind: 'simulate', ...given }, listener, signal)

export const runSensitivity = (
  given: SimulationWork['sensitivity']['given'],
  listener: SimulationListener = {},
  signal?: AbortSignal,
): Promise<SimulationWork['sensitivity']['answer']> =>
  run<'sensitivity'>({ kind: 'sensitivity', ...given }, listener, signal)

export const runAdvice = (
  given: SimulationWork['advice']['given'],
  listener: SimulationListener = {},
  signal?: AbortSignal,
): Promise<SimulationWork['advice']['answer']> =>
  run<'advice'>({ kind: 'advice', ...given }, listener, signal)
