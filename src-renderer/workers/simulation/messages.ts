import type { Advice } from '../../domain/simulation/advice'
import type { AdviceOptions } from '../../domain/simulation/adviceSearch'
import type { Goal } from '../../domain/simulation/goalRun'
import type { SimulationInputs } from '../../domain/simulation/inputs'
import type { Outcome, SensitivityOptions, Tornado } from '../../domain/simulation/sensitivity'
import type { SimulationOptions, SimulationResult } from '../../domain/simulation/simulate'

/** Options that can cross to a worker: without the functions that steer a search. */
export type Crossing<T> = Omit<T, 'shouldStop' | 'onProgress'>

/** The kinds of work, what each is given and what it answers. */
export interface SimulationWork {
  simulate: { given: { inputs: SimulationInputs; options: SimulationOptions }; answer: SimulationResult }
  sensitivity: {
    given: { inputs: SimulationInputs; outcome: Outcome; options: Crossing<SensitivityOptions> }
    answer: Tornado
  }
  advice: {
    given: { inputs: SimulationInputs; goal: Goal; options: Crossing<AdviceOptions> }
    answer: Advice
  }
}
export type WorkKind = keyof SimulationWork

export type ToSimulationWorker = {
  [K in WorkKind]: { readonly kind: K } & SimulationWork[K]['given']
}[WorkKind]

export type FromSimulationWorker =
  | { readonly kind: 'progress'; readonly share: number }
  /** Bands of the region after a portion of the runs. */
  | { readonly kind: 'partial'; readonly result: SimulationResult }
  | { readonly kind: 'done'; readonly answer: SimulationWork[WorkKind]['answer'] }
  | { readonly kind: 'failed'; readonly reason: string }
