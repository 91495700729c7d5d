import type { IsoDate } from '../model/entities'
import type { Model } from './compile'
import { Engine, type ListNow } from './engine'
import { monthIndexOf } from './months'
import { emptyRecord, type RunRecord } from './record'
import { seedOfRun } from './simulate'

/**
 * What has to be reached, from the end of the month of `by` and at the end of each later month: at most `maximum` people
 * on the list, or at most so many who need a shelter bed (none: the shelter can close without anyone losing a bed).
 */
export interface Goal {
  readonly kind: 'waiting' | 'shelter'
  readonly by: IsoDate
  readonly maximum: number
}

/** What one run says about a goal. Used again by the next run. */
export interface GoalRun {
  /** Most people above the goal at the end of any month looked at; 0 = reached. */
  excess: number
  /** Who was on the list in that month, by profile. */
  readonly waiting: Float64Array
}

/** Runs of a model that only look at a goal: nothing is recorded, and a run may end as soon as it has missed. */
export class GoalRuns {
  readonly last: GoalRun
  private readonly engine: Engine
  private readonly record: RunRecord
  private readonly from: number
  private whole = true

  constructor(
    private readonly model: Model,
    private readonly goal: Goal,
    private readonly seed: number,
  ) {
    this.engine = new Engine(model)
    this.record = emptyRecord(model)
    this.from = goalMonth(model, goal)
    this.last = { excess: 0, waiting: new Float64Array(model.profiles) }
  }

  /** @param whole look at all months for the worst one; else the first month that misses ends the run */
  run(number: number, whole: boolean): GoalRun {
    const { last } = this
    last.excess = 0
    last.waiting.fill(0)
    this.whole = whole
    this.engine.run(seedOfRun(this.seed, number), false, this.record, this.look)
    return last
  }

  private readonly look = (h: number, list: ListNow): boolean => {
    if (h < this.from) return true
    const { last, goal, model } = this
    const excess = (goal.kind === 'shelter' ? list.wantBeds : list.count) - goal.maximum
    if (excess <= last.excess) return true
    last.excess = excess
    const width = model.municipalities
    for (let p = 0; p < model.profiles; p += 1) {
      let sum = 0
      for (let m = 0; m < width; m += 1) sum += list.inCell[p * width + m] as number
      last.waiting[p] = sum
    }
    return this.whole
  }
}

/** Number of the month from which the goal has to hold. */
export function goalMonth({ inputs, months }: Model, goal: Goal): number {
  return Math.max(0, Math.min(months - 1, monthIndexOf(inputs.start, goal.by)))
}
