import type { Model } from './compile'
import { covers, type PlacePlan } from './extraPlaces'
import { type Goal, GoalRuns } from './goalRun'
import { nearestRank } from './quantiles'

const MISSED = 1
const REACHED = 2

/** How sure "clearly" is, in standard errors. A wrong look now and then costs a place or two; the check finds it. */
const CLEAR = 2.6
/** Runs before anything can be clear. */
const LEAST = 24

/** What is known of one plan on the runs of a sample. */
interface Trial {
  readonly plan: PlacePlan
  /** By run: 0 = not done. */
  readonly state: Uint8Array
  /** Of the runs that missed: people of each profile on the list, together. */
  readonly short: Float64Array
  /** People above the goal, over all runs that were done. */
  excess: number
  done: number
  /** Best guess of the part of the runs that reach the goal, at the last look. */
  share: number
}

/**
 * A fixed set of runs on which plans are tried. Every plan meets the same luck, so what one plan says about a run says
 * much about the same run under another: a run that reached the goal does so with more places too, and one that missed
 * it misses it with fewer. Only what doesn't follow is run, and only until the answer is clear.
 */
export class Sample {
  private readonly trials = new Map<string, Trial>()
  private readonly needed: number
  /** The runs of the trial that is busy: only that one needs room. */
  private busy: { readonly trial: Trial; readonly runs: GoalRuns } | null = null

  /**
   * @param modelOf the model with a plan
   * @param share part of the runs that must reach the goal
   * @param onRun asked after each run; true = stop
   */
  constructor(
    private readonly modelOf: (plan: PlacePlan) => Model,
    private readonly profiles: number,
    private readonly goal: Goal,
    private readonly seed: number,
    readonly size: number,
    share: number,
    private readonly onRun: () => boolean,
  ) {
    this.needed = nearestRank(size, share)
  }

  /** Does the plan reach the goal in enough runs? Judged as soon as it is clear. False when stopped. */
  reaches(plan: PlacePlan): boolean {
    const trial = this.trialOf(plan)
    const open = this.openRuns(trial)
    const want = this.needed - open.reached
    let reached = 0
    for (let done = 0; ; done += 1) {
      const left = open.runs.length - done
      if (reached >= want || reached + left < want || this.clear(reached, done, left, want)) {
        const rest = done === 0 ? 0 : (left * reached) / done
        trial.share = (open.reached + reached + rest) / this.size
        return reached + rest >= want
      }
      if (this.runOne(trial, open.runs[done] ?? 0)) reached += 1
      if (this.onRun()) return false
    }
  }

  /** The part of all runs that reach the goal, each of them really done. */
  shareOf(plan: PlacePlan): number {
    const trial = this.trialOf(plan)
    let reached = 0
    for (let run = 0; run < this.size; run += 1) {
      if (trial.state[run] === 0) {
        this.runOne(trial, run)
        if (this.onRun()) return Number.NaN
      }
      if (trial.state[run] === REACHED) reached += 1
    }
    trial.share = reached / this.size
    return trial.share
  }

  /** Where a plan falls short: people on the list by profile, in the runs that missed. */
  shortage(plan: PlacePlan): Float64Array {
    return this.trialOf(plan).short
  }

  /** How near a plan that was looked at came: share of the runs, and the mean number of people too many. */
  nearness(plan: PlacePlan): { readonly share: number; readonly excess: number } {
    const { share, excess, done } = this.trialOf(plan)
    return { share, excess: done === 0 ? 0 : excess / done }
  }

  private trialOf(plan: PlacePlan): Trial {
    const key = `${plan.counts.join()}|${plan.quarters.join()}`
    const known = this.trials.get(key)
    if (known !== undefined) return known
    const trial: Trial = {
      plan,
      state: new Uint8Array(this.size),
      short: new Float64Array(this.profiles),
      excess: 0,
      done: 0,
      share: 0,
    }
    this.trials.set(key, trial)
    return trial
  }

  private runOne(trial: Trial, run: number): boolean {
    if (this.busy?.trial !== trial)
      this.busy = { trial, runs: new GoalRuns(this.modelOf(trial.plan), this.goal, this.seed) }
    const { excess, waiting } = this.busy.runs.run(run, false)
    trial.done += 1
    trial.excess += excess
    trial.state[run] = excess > 0 ? MISSED : REACHED
    if (excess > 0) waiting.forEach((n, p) => (trial.short[p] = (trial.short[p] ?? 0) + n))
    return excess <= 0
  }

  /** The runs of which nothing is known yet, and how many of the others reach the goal. */
  private openRuns(trial: Trial): { runs: number[]; reached: number } {
    const fewer: Trial[] = []
    const more: Trial[] = []
    for (const other of this.trials.values()) {
      if (other === trial) continue
      if (covers(trial.plan, other.plan)) fewer.push(other)
      if (covers(other.plan, trial.plan)) more.push(other)
    }
    const runs: number[] = []
    let reached = 0
    for (let run = 0; run < this.size; run += 1) {
      const state = trial.state[run] || followed(fewer, more, run)
      if (state === 0) runs.push(run)
      else if (state === REACHED) reached += 1
    }
    return { runs, reached }
  }

  /** Sequential test: is what is left almost surely too little, or enough? */
  private clear(reached: number, done: number, left: number, want: number): boolean {
    if (done < LEAST || done % 8 !== 0) return false
    // A little pulled to the middle, so that a row of equal runs is not taken for certainty.
    const rate = (reached + 1) / (done + 2)
    const deviation = Math.sqrt(rate * (1 - rate) * left * (1 + left / done))
    return Math.abs(reached + left * rate - want) > CLEAR * deviation
  }
}

/**
 * What other plans say about a run: 0 when nothing, or when they contradict each other. Places that come change who meets
 * whom, so now and then a run does miss with more places; such runs are done.
 */
function followed(fewer: readonly Trial[], more: readonly Trial[], run: number): number {
  const reachedWithFewer = fewer.some((t) => t.state[run] === REACHED)
  const missedWithMore = more.some((t) => t.state[run] === MISSED)
  if (reachedWithFewer === missedWithMore) return 0
  if (reachedWithFewer) return REACHED
  return more.some((t) => t.state[run] === REACHED) ? 0 : MISSED
}
