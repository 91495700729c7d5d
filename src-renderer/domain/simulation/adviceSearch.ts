import type { Id } from '../model/entities'
import { DAYS_PER_MONTH } from './months'
import { compile, type Model, withLots } from './compile'
import { Sample } from './adviceSample'
import {
  emptyPlan,
  type ExtraPlaces,
  extraLots,
  type PlacePlan,
  quartersUpTo,
  totalOf,
  withCount,
  withQuarter,
} from './extraPlaces'
import { type Goal, goalMonth, GoalRuns } from './goalRun'
import type { SimulationInputs } from './inputs'
import { nearestRank } from './quantiles'
import type { SearchControl } from './sensitivity'
import { firstDayOfQuarter, type Quarter } from '../time/quarter'
import { toDay } from '../time/day'

export interface AdviceOptions extends SearchControl {
  readonly seed: number
  /** Part of the runs that must reach the goal: 0.5 (P50) or 0.9 (P90). */
  readonly share: number
  /** First quarter in which extra places can be there. */
  readonly firstQuarter: Quarter
  /** Runs while places are added. Default 60. */
  readonly roughRuns?: number
  /** Runs while places are taken away and put off. Default 300. */
  readonly runs?: number
  /** Fresh runs that check the answer. Default 1,000. */
  readonly checkRuns?: number
  /** Most simulations of a plan that the search may do. Default 600. */
  readonly evaluations?: number
  /** Most extra places; default three times the list and the inflow of a year. */
  readonly mostPlaces?: number
  /** Types to choose from; default all that are offered. */
  readonly typeIds?: readonly Id[]
}

/** Why there is no more to be got: the number of places at its limit, or no type of place that brings anything. */
export type Limit = 'places' | 'noGain'

export interface Lifted {
  readonly plan: PlacePlan
  readonly reached: boolean
  readonly limit: Limit | null
}

/** No more extra places than this times the people on the list and in the inflow of a year. */
const MOST_TIMES = 3
/** A rough look sees so many months from the goal on. */
const ROUGH_AFTER = 12
/** Part of the first distance to the goal at which a rough look has done its work. */
const NEAR = 0.02
/** The first addition to a plan that falls short, as a part of it. */
const FIRST_ADDITION = 0.01
/** Additions in a row that bring nothing, before another type or quarter is tried. */
const PATIENCE = 3

/** Where the search for extra places is, and the steps it can take. */
export class AdviceSearch {
  readonly types: readonly Id[]
  readonly quarters: readonly Quarter[]
  readonly most: number
  stopped = false
  /** Simulations of a plan so far, and runs. */
  evaluations = 0
  runs = 0
  private readonly base: Model
  private readonly suited: readonly (readonly number[])[]
  private readonly relief: readonly number[]
  private readonly rough = new Map<string, { excess: number; mean: number }>()

  constructor(
    readonly inputs: SimulationInputs,
    readonly goal: Goal,
    readonly options: AdviceOptions,
  ) {
    const offered = options.typeIds ?? inputs.types.filter((t) => t.offered).map((t) => t.id)
    this.types = offered.filter((id) => inputs.profiles.some((p) => p.suits.includes(id)))
    this.quarters = quartersUpTo(options.firstQuarter, goal.by)
    this.most =
      options.mostPlaces ??
      Math.ceil(MOST_TIMES * ((inputs.waitingAtStart?.high ?? 0) + 12 * (inputs.inflow?.high ?? 0)) + 10)
    this.base = compile(inputs)
    this.suited = this.types.map((id) => inputs.profiles.flatMap((p, i) => (p.suits.includes(id) ? [i] : [])))
    this.relief = this.types.map((id) => this.reliefOf(id))
  }

  get none(): PlacePlan {
    return emptyPlan(this.types.length)
  }

  get spent(): boolean {
    return this.stopped || this.evaluations >= (this.options.evaluations ?? 600)
  }

  extra(plan: PlacePlan): ExtraPlaces[] {
    return this.types.flatMap((typeId, i) => {
      const places = plan.counts[i] ?? 0
      const quarter = this.quarters[plan.quarters[i] ?? 0]
      return places === 0 || quarter === undefined ? [] : [{ typeId, quarter, places }]
    })
  }

  sample(seed: number, size: number): Sample {
    const modelOf = (plan: PlacePlan): Model => this.modelOf(plan)
    const { share } = this.options
    return new Sample(modelOf, this.base.profiles, this.goal, seed, size, share, () => this.tick())
  }

  /**
   * Adds places until the rough look reaches the goal, each time of the type that brings it nearest per place. What a
   * type brought last time is an upper bound for what it brings now, so most types need no look.
   */
  grow(onNearer: (part: number) => void): PlacePlan {
    let plan = this.none
    let now = this.measure(plan)
    const first = now.excess
    const promise = this.types.map(() => Infinity)
    // The last few people are for precise looks; here they would take many steps.
    const enough = first * NEAR
    while (now.excess > enough && totalOf(plan) < this.most && !this.spent && promise.length > 0) {
      const wanted = Math.ceil(Math.max(now.excess / 4, totalOf(plan) * FIRST_ADDITION))
      const chunk = Math.max(1, Math.min(this.most - totalOf(plan), wanted))
      let best = -1
      let bestResult = now
      for (;;) {
        const i = promise.indexOf(Math.max(...promise))
        if (i === best || this.spent) break
        const result = this.measure(withCount(plan, i, (plan.counts[i] ?? 0) + chunk))
        promise[i] = (now.mean - result.mean + (now.excess - result.excess)) / chunk
        if (best < 0 || (promise[i] ?? 0) > (promise[best] ?? 0)) {
          best = i
          bestResult = result
        }
      }
      if (best < 0 || (promise[best] ?? 0) <= 0) break
      plan = withCount(plan, best, (plan.counts[best] ?? 0) + chunk)
      now = bestResult
      onNearer(1 - now.excess / first)
    }
    return plan
  }

  /**
   * Adds places where the runs that miss the goal fall short, more each time, until a sample reaches it; then takes away
   * what was added too much. What brings nothing any more comes earlier first, and then makes room for other types.
   */
  lift(sample: Sample, start: PlacePlan): Lifted {
    let plan = start
    let size = Math.max(1, Math.round(totalOf(start) * FIRST_ADDITION))
    let vain = 0
    let useless = new Set<number>()
    let best = { share: -1, excess: Infinity }
    while (!sample.reaches(plan)) {
      this.evaluations += 1
      if (this.spent) return { plan, reached: false, limit: null }
      const now = sample.nearness(plan)
      const better = now.share > best.share || now.excess < best.excess
      best = { share: Math.max(best.share, now.share), excess: Math.min(best.excess, now.excess) }
      vain = better ? 0 : vain + 1
      if (better) useless = new Set()
      const room = this.most - totalOf(plan)
      if (room <= 0) return { plan, reached: false, limit: 'places' }
      let type = this.typeFor(sample.shortage(plan), useless)
      if (type >= 0 && vain >= PATIENCE) {
        vain = 0
        if ((plan.quarters[type] ?? 0) > 0) {
          plan = withQuarter(plan, type, 0)
          continue
        }
        useless.add(type)
        type = this.typeFor(sample.shortage(plan), useless)
      }
      if (type < 0) return { plan, reached: false, limit: 'noGain' }
      plan = withCount(plan, type, (plan.counts[type] ?? 0) + Math.min(size, room))
      size *= 2
    }
    return { plan: this.prune(sample, plan, start), reached: true, limit: null }
  }

  /**
   * Takes away as many places as can be missed, the type with most first; never below `least`. The plan reaches the goal
   * in the sample, and so does what is left of it.
   */
  prune(sample: Sample, start: PlacePlan, least: PlacePlan): PlacePlan {
    let plan = start
    const order = start.counts.map((c, i) => ({ c, i })).sort((a, b) => b.c - a.c || a.i - b.i)
    for (const { c, i } of order) {
      // Fewest places of this type with which the goal is still reached; more places hardly ever make it worse.
      let [low, high] = [least.counts[i] ?? 0, c]
      // Little is left over as a rule: look near the top first, in steps that double.
      for (let step = Math.max(1, c >> 6); low < high && !this.spent; step *= 2) {
        const middle = Math.max(low, high - step)
        if (!this.reaches(sample, withCount(plan, i, middle))) {
          low = middle + 1
          break
        }
        high = middle
      }
      while (low < high && !this.spent) {
        const middle = (low + high) >> 1
        if (this.reaches(sample, withCount(plan, i, middle))) high = middle
        else low = middle + 1
      }
      plan = withCount(plan, i, high)
    }
    return plan
  }

  /** Puts each type off to the last quarter with which the goal is still reached: what need not be soon, need not. */
  postpone(sample: Sample, start: PlacePlan): PlacePlan {
    let plan = start
    for (let i = 0; i < this.types.length; i += 1) {
      if ((plan.counts[i] ?? 0) === 0) continue
      let [low, high] = [plan.quarters[i] ?? 0, this.quarters.length - 1]
      while (low < high && !this.spent) {
        const middle = (low + high + 1) >> 1
        if (this.reaches(sample, withQuarter(plan, i, middle))) low = middle
        else high = middle - 1
      }
      plan = withQuarter(plan, i, low)
    }
    return plan
  }

  private reaches(sample: Sample, plan: PlacePlan): boolean {
    this.evaluations += 1
    return sample.reaches(plan)
  }

  private modelOf(plan: PlacePlan, months?: number): Model {
    return withLots(this.base, extraLots(this.inputs, this.extra(plan)), months)
  }

  private tick(): boolean {
    this.runs += 1
    if (!this.stopped && this.options.shouldStop?.() === true) this.stopped = true
    return this.stopped
  }

  /** Rough look: how far above the goal, in the run at the wanted rank (0 = reached) and on average over all runs. */
  private measure(plan: PlacePlan): { excess: number; mean: number } {
    const key = plan.counts.join()
    const known = this.rough.get(key)
    if (known !== undefined) return known
    this.evaluations += 1
    const runs = this.options.roughRuns ?? 40
    const months = Math.min(this.base.months, goalMonth(this.base, this.goal) + 1 + ROUGH_AFTER)
    const look = new GoalRuns(this.modelOf(plan, months), this.goal, this.options.seed)
    const excess = new Float64Array(runs)
    for (let run = 0; run < runs; run += 1) {
      excess[run] = look.run(run, true).excess
      if (this.tick()) break
    }
    excess.sort()
    const result = {
      excess: excess[nearestRank(runs, this.options.share) - 1] ?? 0,
      mean: excess.reduce((a, b) => a + b, 0) / runs,
    }
    this.rough.set(key, result)
    return result
  }

  /** The type that takes most of the people who stay waiting; −1 when none suits them. */
  private typeFor(short: Float64Array, useless: ReadonlySet<number>): number {
    let best = -1
    let most = 0
    this.types.forEach((_, i) => {
      if (useless.has(i)) return
      let people = 0
      for (const p of this.suited[i] ?? []) people += short[p] ?? 0
      const score = people * (this.relief[i] ?? 0)
      if (score > most) {
        most = score
        best = i
      }
    })
    return best
  }

  /** People whom a place has taken off the list by the date of the goal, when it is there as early as can be. */
  private reliefOf(id: Id): number {
    const type = this.inputs.types.find((t) => t.id === id)
    const first = this.quarters[0]
    if (type === undefined || first === undefined) return 1
    const months = Math.max(0, toDay(this.goal.by) - toDay(firstDayOfQuarter(first))) / DAYS_PER_MONTH
    return 1 + (months / Math.max(0.1, type.stay.value)) * (1 - type.returnShare.value)
  }
}
