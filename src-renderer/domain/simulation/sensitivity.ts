import type { IsoDate } from '../model/entities'
import { compile, type Model } from './compile'
import type { SimulationInputs } from './inputs'
import { monthIndexOf } from './months'
import { monthTotal, outcomeOf } from './outcome'
import { parameters, type ParameterUnit } from './parameters'
import type { RunRecord } from './record'
import { DEFAULT_MAX_WAIT, eachRun } from './simulate'

/** What the tornado measures. */
export type Outcome =
  | { readonly kind: 'waiting' | 'bedsWanted' | 'unmetHours'; readonly at: IsoDate }
  | { readonly kind: 'timeToHouse' | 'emptyFrom' | 'balanceFrom' }

export const outcomeLabels: Readonly<Record<Outcome['kind'], string>> = {
  waiting: 'mensen op de wachtlijst',
  bedsWanted: 'mensen die een opvangbed nodig hebben',
  unmetHours: 'uren begeleiding die ontbreken, per week',
  timeToHouse: 'maanden tot een plek',
  emptyFrom: 'maanden tot de wachtlijst leeg is',
  balanceFrom: 'maanden tot balans',
}

export interface TornadoRow {
  readonly key: string
  readonly label: string
  readonly unit: ParameterUnit
  readonly low: number
  readonly high: number
  /** Mean outcome with the input at its low and at its high end. */
  readonly atLow: number
  readonly atHigh: number
  /** Distance between the two, and its Monte Carlo error (paired, so much smaller than that of each). */
  readonly swing: number
  readonly swingError: number
}

export interface Tornado {
  readonly base: number
  readonly runs: number
  /** Largest swing first. */
  readonly rows: readonly TornadoRow[]
}

export interface SearchControl {
  readonly shouldStop?: () => boolean
  readonly onProgress?: (share: number) => void
}

export interface SensitivityOptions extends SearchControl {
  readonly seed: number
  /** Runs for the inputs that matter. Default 200. */
  readonly runs?: number
  /** Runs to find out which those are. Default 40. */
  readonly screeningRuns?: number
  /** Inputs that get all runs. Default 12. */
  readonly rows?: number
}

/**
 * Which input moves the outcome most: each in turn at its low and its high end, all others drawn as usual. Every variant
 * meets the same luck (common random numbers), so few runs suffice. A short look at all inputs comes first; the ones
 * with the largest swing are then done with all runs. Gives null when stopped.
 */
export function sensitivity(
  inputs: SimulationInputs,
  outcome: Outcome,
  options: SensitivityOptions,
): Tornado | null {
  const { seed, runs = 200, screeningRuns = 40, rows: wanted = 12 } = options
  const varied = parameters(inputs).filter((p) => p.range.high > p.range.low)
  const total = varied.length * 2 * screeningRuns + Math.min(wanted, varied.length) * 2 * runs
  let done = 0
  const measure = (variant: SimulationInputs, count: number): Float64Array | null => {
    const values = measured(variant, outcome, seed, count, options.shouldStop)
    done += count
    options.onProgress?.(Math.min(1, done / total))
    return values
  }
  const both = (parameter: (typeof varied)[number], count: number): TornadoRow | null => {
    const { range } = parameter
    const at = (value: number): Float64Array | null =>
      measure(parameter.replace({ ...range, value, low: value, high: value }), count)
    const low = at(range.low)
    const high = low === null ? null : at(range.high)
    if (low === null || high === null) return null
    const { mean, error } = paired(high, low)
    return {
      key: parameter.key,
      label: parameter.label,
      unit: parameter.unit,
      low: range.low,
      high: range.high,
      atLow: meanOf(low),
      atHigh: meanOf(high),
      swing: Math.abs(mean),
      swingError: error,
    }
  }
  const bySwing = (a: TornadoRow, b: TornadoRow): number => b.swing - a.swing || (a.key < b.key ? -1 : 1)
  const screened: TornadoRow[] = []
  for (const parameter of varied) {
    const row = both(parameter, screeningRuns)
    if (row === null) return null
    screened.push(row)
  }
  const chosen = new Set(
    [...screened]
      .sort(bySwing)
      .slice(0, wanted)
      .map((row) => row.key),
  )
  const rows: TornadoRow[] = []
  for (const parameter of varied) {
    if (!chosen.has(parameter.key)) continue
    const row = both(parameter, runs)
    if (row === null) return null
    rows.push(row)
  }
  const base = measured(inputs, outcome, seed, runs, options.shouldStop)
  options.onProgress?.(1)
  return base === null ? null : { base: meanOf(base), runs, rows: rows.sort(bySwing) }
}

function measured(
  inputs: SimulationInputs,
  outcome: Outcome,
  seed: number,
  runs: number,
  shouldStop: (() => boolean) | undefined,
): Float64Array | null {
  const model = compile(inputs)
  const values = new Float64Array(runs)
  let stopped = false
  eachRun(model, { seed, runs }, (record, run) => {
    values[run] = outcomeValue(record, model, outcome)
    stopped = shouldStop?.() === true
    return !stopped
  })
  return stopped ? null : values
}

export function outcomeValue(record: RunRecord, model: Model, outcome: Outcome): number {
  if (!('at' in outcome)) return outcomeOf(record, model, DEFAULT_MAX_WAIT)[outcome.kind]
  const h = Math.max(0, Math.min(model.months - 1, monthIndexOf(model.inputs.start, outcome.at)))
  const array =
    outcome.kind === 'waiting'
      ? record.waiting
      : outcome.kind === 'bedsWanted'
        ? record.bedsWanted
        : record.unmetHours
  return monthTotal(array, model.months, h)
}

function meanOf(values: Float64Array): number {
  let sum = 0
  let n = 0
  for (const v of values)
    if (v === v) {
      sum += v
      n += 1
    }
  return n === 0 ? Number.NaN : sum / n
}

function paired(a: Float64Array, b: Float64Array): { mean: number; error: number } {
  const differences = a.map((v, i) => v - (b[i] ?? Number.NaN)).filter((v) => v === v)
  const mean = meanOf(differences)
  let squares = 0
  for (const d of differences) squares += (d - mean) * (d - mean)
  const n = differences.length
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.NaN }
}
