import { fairShare } from '../capacity/fairShare'
import type { Id, IsoDate } from '../model/entities'
import { firstDayOfQuarter, nextQuarter, type Quarter, quarterOf } from '../time/quarter'
import { compile } from './compile'
import type { PlaceLot, SimulationInputs } from './inputs'
import { monthIndexOf } from './months'
import { monthTotal } from './outcome'
import { nearestRank } from './quantiles'
import type { SearchControl } from './sensitivity'
import { eachRun } from './simulate'

/**
 * What has to be reached, from the end of the month of `by` and at the end of each later month: at most `maximum` people
 * on the list, or at most so many who need a shelter bed (none: the shelter can close without anyone losing a bed).
 */
export interface Goal {
  readonly kind: 'waiting' | 'shelter'
  readonly by: IsoDate
  readonly maximum: number
}

/** Places of a type that are in use from the first day of a quarter, with their support. */
export interface ExtraPlaces {
  readonly typeId: Id
  readonly quarter: Quarter
  readonly places: number
}

export interface AdviceOptions extends SearchControl {
  readonly seed: number
  /** Part of the runs that must reach the goal: 0.5 (P50) or 0.9 (P90). */
  readonly share: number
  /** First quarter in which extra places can be there. */
  readonly firstQuarter: Quarter
  /** Runs while places are added. Default 60. */
  readonly roughRuns?: number
  /** Runs while places are taken away and put off. Default 200. */
  readonly runs?: number
  /** Fresh runs that check the answer. Default 300. */
  readonly checkRuns?: number
  /** Most simulations of the plan that the search may do. Default 250. */
  readonly evaluations?: number
  /** Types to choose from; default all that are offered. */
  readonly typeIds?: readonly Id[]
}

export interface Advice {
  /** False: not reached within the bounds of the search; `extra` is then the best that was found. */
  readonly reached: boolean
  readonly extra: readonly ExtraPlaces[]
  /** Of the fresh runs, the part that reaches the goal with the extra places, and without. */
  readonly reachedShare: number
  readonly withoutShare: number
  readonly checkRuns: number
  readonly evaluations: number
  /** The search ended because it was stopped or out of simulations, not because nothing could be left out any more. */
  readonly cutShort: boolean
}

/** Extra places: number by type, and quarter from which. Index = type in the list of candidates. */
interface Plan {
  readonly counts: number[]
  readonly quarters: number[]
}

/** No more extra places than this times the people on the list and in the inflow of a year. */
const MOST_TIMES = 3
/** Fresh runs failed: add this part and look again, at most so many times. */
const TOP_UP = 0.01
const TOP_UPS = 15

/** Searches for the smallest number of extra places; see `advise`. */
class Search {
  used = 0
  stopped = false
  readonly quarters: readonly Quarter[]
  private runs: number
  private readonly cache = new Map<string, { excess: number; mean: number }>()

  constructor(
    private readonly inputs: SimulationInputs,
    private readonly goal: Goal,
    readonly types: readonly Id[],
    private readonly options: AdviceOptions,
  ) {
    this.quarters = quartersUpTo(options.firstQuarter, goal.by)
    this.runs = options.roughRuns ?? 60
  }

  get limit(): number {
    return this.options.evaluations ?? 250
  }

  get spent(): boolean {
    return this.stopped || this.used >= this.limit
  }

  /** From a rough look to a precise one. */
  sharpen(): void {
    this.runs = this.options.runs ?? 200
    this.cache.clear()
  }

  lots(plan: Plan): PlaceLot[] {
    return extraLots(this.inputs, this.extra(plan))
  }

  extra(plan: Plan): ExtraPlaces[] {
    return this.types.flatMap((typeId, i) => {
      const places = plan.counts[i] ?? 0
      const quarter = this.quarters[plan.quarters[i] ?? 0]
      return places === 0 || quarter === undefined ? [] : [{ typeId, quarter, places }]
    })
  }

  /** How far above the goal: in the run at the wanted rank (0 = reached), and on average over all runs. */
  measure(plan: Plan): { excess: number; mean: number } {
    const key = `${plan.counts.join()}|${plan.quarters.join()}`
    const known = this.cache.get(key)
    if (known !== undefined) return known
    this.used += 1
    this.options.onProgress?.(Math.min(1, this.used / this.limit))
    const excess = excesses(
      { ...this.inputs, lots: [...this.inputs.lots, ...this.lots(plan)] },
      this.goal,
      this.options.seed,
      this.runs,
    ).sort()
    if (this.options.shouldStop?.() === true) this.stopped = true
    const result = {
      excess: excess[nearestRank(excess.length, this.options.share) - 1] ?? 0,
      mean: excess.reduce((a, b) => a + b, 0) / excess.length,
    }
    this.cache.set(key, result)
    return result
  }

  reaches(plan: Plan): boolean {
    return this.measure(plan).excess <= 0
  }
}

/** Per run: the most that any month from the goal's on lies above it. */
function excesses(inputs: SimulationInputs, goal: Goal, seed: number, runs: number): Float64Array {
  const model = compile(inputs)
  const from = Math.max(0, monthIndexOf(inputs.start, goal.by))
  const result = new Float64Array(runs)
  eachRun(model, { seed, runs }, (record, run) => {
    let worst = 0
    for (let h = from; h < model.months; h += 1)
      worst = Math.max(
        worst,
        (goal.kind === 'shelter'
          ? (record.bedsWanted[h] as number)
          : monthTotal(record.waiting, model.months, h)) - goal.maximum,
      )
    result[run] = worst
    return true
  })
  return result
}

function quartersUpTo(first: Quarter, by: IsoDate): Quarter[] {
  const list: Quarter[] = []
  for (let q = first; list.length < 80 && firstDayOfQuarter(q) <= by; q = nextQuarter(q)) list.push(q)
  return list.length === 0 ? [first] : list
}

/** Extra places as lots that surely come, spread over the municipalities by their part of the inflow. */
export function extraLots(inputs: SimulationInputs, extra: readonly ExtraPlaces[]): PlaceLot[] {
  const weights = new Map(inputs.municipalities.map((m) => [m.id, m.inflowWeight]))
  return extra.flatMap(({ typeId, quarter, places }) => {
    const shares = fairShare(inputs.municipalities, weights, places)
    const type = inputs.types.find((t) => t.id === typeId)
    const even = new Map([[inputs.municipalities[0]?.id ?? '', places]])
    return [...(shares.ok ? shares.value : even)].flatMap(([municipalityId, count]) => {
      const lot: PlaceLot = {
        projectId: `extra/${typeId}/${String(quarter.year)}-${String(quarter.quarter)}/${municipalityId}`,
        projectName: `extra plekken ${type?.name ?? ''}`,
        municipalityId,
        track: 'homes',
        typeId,
        places: count,
        certainty: 'sure',
        confidence: 'certain',
        date: firstDayOfQuarter(quarter),
        ends: null,
      }
      if (count === 0) return []
      return type === undefined || type.supportBandId === null
        ? [lot]
        : [lot, { ...lot, track: 'support' as const }]
    })
  })
}

/**
 * The smallest set of extra places, by type and quarter, with which the goal is reached in the wanted part of the runs.
 * All variants meet the same luck. First places are added, each time of the type that brings the goal nearest per place;
 * then as many as possible are taken away again, type by type, by halving; then each type is put off as long as the goal
 * stays within reach. At the end fresh runs check the answer, and a few places are added when it was too optimistic.
 * The answer is small, not proven smallest: leaving out or putting off part of one type alone breaks the goal.
 */
export function advise(inputs: SimulationInputs, goal: Goal, options: AdviceOptions): Advice {
  const offered = options.typeIds ?? inputs.types.filter((t) => t.offered).map((t) => t.id)
  const types = offered.filter((id) => inputs.profiles.some((p) => p.suits.includes(id)))
  const search = new Search(inputs, goal, types, options)
  const most = Math.ceil(
    MOST_TIMES * ((inputs.waitingAtStart?.high ?? 0) + 12 * (inputs.inflow?.high ?? 0)) + 10,
  )
  let plan: Plan = { counts: types.map(() => 0), quarters: types.map(() => 0) }
  plan = grow(search, plan, most)
  search.sharpen()
  plan = grow(search, plan, most)
  const found = search.reaches(plan)
  if (found) {
    plan = prune(search, plan)
    plan = postpone(search, plan)
  }
  const cutShort = search.spent
  const checkRuns = options.checkRuns ?? 300
  const fresh = (candidate: Plan): number => {
    const result = excesses(
      { ...inputs, lots: [...inputs.lots, ...search.lots(candidate)] },
      goal,
      options.seed + 1,
      checkRuns,
    )
    return result.filter((d) => d <= 0).length / checkRuns
  }
  const withoutShare = fresh({ ...plan, counts: types.map(() => 0) })
  let reachedShare = fresh(plan)
  for (let i = 0; i < TOP_UPS && found && reachedShare < options.share && !search.stopped; i += 1) {
    plan = topUp(plan)
    reachedShare = fresh(plan)
  }
  return {
    reached: reachedShare >= options.share,
    extra: search.extra(plan),
    reachedShare,
    withoutShare,
    checkRuns,
    evaluations: search.used,
    cutShort,
  }
}

const withCount = (plan: Plan, i: number, count: number): Plan => ({
  ...plan,
  counts: plan.counts.map((c, j) => (j === i ? count : c)),
})

/** Adds places until the goal is reached. What a type brought last time is an upper bound for what it brings now. */
function grow(search: Search, start: Plan, most: number): Plan {
  let plan = start
  let now = search.measure(plan)
  let total = start.counts.reduce((a, b) => a + b, 0)
  const promise = search.types.map(() => Infinity)
  while (now.excess > 0 && total < most && !search.spent && search.types.length > 0) {
    const chunk = Math.max(1, Math.ceil(now.excess / 6))
    let best = -1
    let bestResult = now
    for (;;) {
      const i = promise.indexOf(Math.max(...promise))
      if (i === best || search.spent) break
      const result = search.measure(withCount(plan, i, (plan.counts[i] ?? 0) + chunk))
      promise[i] = (now.mean - result.mean + (now.excess - result.excess)) / chunk
      if (best < 0 || (promise[i] ?? 0) > (promise[best] ?? 0)) {
        best = i
        bestResult = result
      }
    }
    if (best < 0) break
    if ((promise[best] ?? 0) <= 0) break
    plan = withCount(plan, best, (plan.counts[best] ?? 0) + chunk)
    now = bestResult
    total += chunk
  }
  return plan
}

/** Takes away as many places as can be missed, the dearest type (most places) first, until nothing changes. */
function prune(search: Search, start: Plan): Plan {
  let plan = start
  for (let changed = true; changed && !search.spent;) {
    changed = false
    const order = plan.counts.map((c, i) => ({ c, i })).sort((a, b) => b.c - a.c || a.i - b.i)
    for (const { c, i } of order) {
      if (c === 0) continue
      // Fewest places of this type with which the goal is still reached; more places never make it worse.
      let [low, high] = [0, c]
      while (low < high && !search.spent) {
        const middle = (low + high) >> 1
        if (search.reaches(withCount(plan, i, middle))) high = middle
        else low = middle + 1
      }
      if (high < c) {
        plan = withCount(plan, i, high)
        changed = true
      }
    }
  }
  return plan
}

/** Puts each type off to the last quarter with which the goal is still reached: what need not be soon, need not. */
function postpone(search: Search, start: Plan): Plan {
  let plan = start
  for (let i = 0; i < search.types.length; i += 1) {
    if ((plan.counts[i] ?? 0) === 0) continue
    let [low, high] = [plan.quarters[i] ?? 0, search.quarters.length - 1]
    const at = (quarter: number): Plan => ({
      ...plan,
      quarters: plan.quarters.map((q, j) => (j === i ? quarter : q)),
    })
    while (low < high && !search.spent) {
      const middle = (low + high + 1) >> 1
      if (search.reaches(at(middle))) low = middle
      else high = middle - 1
    }
    plan = at(low)
  }
  return plan
}

function topUp(plan: Plan): Plan {
  const total = plan.counts.reduce((a, b) => a + b, 0)
  if (total === 0) return withCount(plan, 0, 1)
  const largest = plan.counts.indexOf(Math.max(...plan.counts))
  return withCount(plan, largest, (plan.counts[largest] ?? 0) + Math.max(1, Math.ceil(total * TOP_UP)))
}

/** The quarter a number of months after a date: before it no extra places can be there. */
export function quarterAfter(date: IsoDate, quarters: number): Quarter {
  let q = quarterOf(date)
  for (let i = 0; i < quarters; i += 1) q = nextQuarter(q)
  return q
}
