import type { Id } from '../model/entities'
import { type AdviceOptions, AdviceSearch, type Limit } from './adviceSearch'
import type { ExtraPlaces } from './extraPlaces'
import type { Goal } from './goalRun'
import type { SimulationInputs } from './inputs'

/**
 * Why a goal is out of reach: the first places come after its date, a group has no type of place that suits it, the most
 * places that are looked at don't suffice, no type of place brings it nearer, or the search ended early.
 */
export type WhyNot = 'tooLate' | 'noType' | 'stopped' | Limit

export interface Advice {
  /** False: not reached within the bounds of the search; `extra` is then the best that was found. */
  readonly reached: boolean
  readonly extra: readonly ExtraPlaces[]
  /** Of the fresh runs, the part that reaches the goal with the extra places, and without. */
  readonly reachedShare: number
  readonly withoutShare: number
  readonly checkRuns: number
  /** Simulations of a plan, and runs in all of them together. */
  readonly evaluations: number
  readonly runs: number
  /** The search ended because it was stopped or out of simulations, not because nothing could be left out any more. */
  readonly cutShort: boolean
  /** Null when reached. */
  readonly whyNot: WhyNot | null
  /** Groups without a place that suits them (`noType`), or that stay on the list most. */
  readonly shortProfiles: readonly Id[]
  readonly mostPlaces: number
}

/** Progress of the parts of the search, and how many times a check that disappoints may be mended. */
const PART = { grown: 0.25, lifted: 0.35, postponed: 0.5, pruned: 0.75 }
const MENDS = 8

/**
 * The smallest set of extra places, by type and quarter, with which the goal is reached in the wanted part of the runs.
 * All variants meet the same luck. First places are added, each time of the type that brings the goal nearest per place;
 * then each type is put off as long as the goal stays within reach; then as many as possible are taken away again, type
 * by type. At the end fresh runs check the answer, all of them done with the very places that are named; where they
 * fall short, places are added for the group that waits, and no more than needed.
 * The answer is small, not proven smallest: leaving out or putting off part of one type alone breaks the goal.
 */
export function advise(inputs: SimulationInputs, goal: Goal, options: AdviceOptions): Advice {
  const search = new AdviceSearch(inputs, goal, options)
  const progress = (part: number): void => options.onProgress?.(part)
  const checkRuns = options.checkRuns ?? 1000
  const check = search.sample(options.seed + 1, checkRuns)
  let plan = search.none
  let limit: Limit | null = null
  const possible = search.quarters.length > 0 && search.types.length > 0
  if (possible) {
    const sample = search.sample(options.seed, options.runs ?? 300)
    plan = search.grow((part) => {
      progress(part * PART.grown)
    })
    const lifted = search.lift(sample, plan)
    plan = lifted.plan
    limit = lifted.limit
    progress(PART.lifted)
    if (lifted.reached) {
      plan = search.postpone(sample, plan)
      progress(PART.postponed)
      plan = search.prune(sample, plan, search.none)
    }
  }
  progress(PART.pruned)
  const withoutShare = check.shareOf(search.none)
  progress(0.8)
  let reachedShare = check.shareOf(plan)
  // What followed from other plans may differ from what the places themselves do; then a little more is needed.
  for (let i = 0; i < MENDS && possible && limit === null && reachedShare < options.share; i += 1) {
    if (search.spent) break
    const mended = search.lift(check, plan)
    limit = mended.limit
    if (mended.plan === plan) break
    plan = mended.plan
    progress(0.85 + 0.015 * i)
    reachedShare = check.shareOf(plan)
  }
  progress(1)
  const reached = reachedShare >= options.share
  const untyped = inputs.profiles
    .filter((p) => p.share.value > 0 && !p.suits.some((id) => search.types.includes(id)))
    .map((p) => p.id)
  const whyNot = (): WhyNot => {
    if (search.quarters.length === 0) return 'tooLate'
    if (untyped.length > 0) return 'noType'
    return limit ?? (search.spent ? 'stopped' : 'noGain')
  }
  return {
    reached,
    extra: search.extra(plan),
    reachedShare,
    withoutShare,
    checkRuns,
    evaluations: search.evaluations,
    runs: search.runs,
    cutShort: search.spent,
    whyNot: reached ? null : whyNot(),
    shortProfiles: reached ? [] : untyped.length > 0 ? untyped : longest(inputs, check.shortage(plan)),
    mostPlaces: search.most,
  }
}

/** The group that waits most in the runs that missed. */
function longest(inputs: SimulationInputs, short: Float64Array): Id[] {
  const most = Math.max(...short)
  return most > 0 ? inputs.profiles.filter((_, p) => short[p] === most).map((p) => p.id) : []
}
