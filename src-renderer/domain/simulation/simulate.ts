import type { IsoDate } from '../model/entities'
import { compile, type Model } from './compile'
import { Engine } from './engine'
import type { SimulationInputs } from './inputs'
import { monthsOf } from './months'
import { outcomeOf, type RunOutcome } from './outcome'
import { type Spread, spreadOf } from './quantiles'
import { seedFrom } from './random'
import { emptyRecord, type RunRecord } from './record'
import { type Detail, type ReadableSeries, type Series, seriesOf } from './series'

export interface SimulationOptions {
  readonly seed: number
  readonly runs: number
  /** Most likely inputs instead of draws from their ranges. */
  readonly fixed?: boolean
  /** Nobody waits longer than this many months: in balance. Default 3. */
  readonly maxWait?: number
  readonly detail?: Detail
}

export const DEFAULT_MAX_WAIT = 3
/** Results are shown after this many runs, then refined. */
export const BATCH_ENDS: readonly number[] = [50, 200, 500]
/** With more municipalities than this only the region, profiles and types are kept by month. */
const MUNICIPALITIES_KEPT = 50

/** The band of one series: a value per month. */
export interface SeriesBand extends Series {
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly mean: Float64Array
  /** Monte Carlo error of the median and of the mean. */
  readonly error50: Float64Array
  readonly error10: Float64Array
  readonly error90: Float64Array
  readonly meanError: Float64Array
}

/** Everything a screen shows; plain data. */
export interface SimulationResult {
  readonly start: IsoDate
  /** Last day of each month. */
  readonly dates: readonly IsoDate[]
  readonly runs: number
  readonly runsAsked: number
  readonly seed: number
  readonly maxWait: number
  readonly bands: readonly SeriesBand[]
  /** One per run, in the order of the runs. */
  readonly outcomes: readonly RunOutcome[]
  readonly personMonths: number
}

/** Run numbers have their own seed, so a result doesn't depend on how the runs were cut into batches. */
export function seedOfRun(seed: number, run: number): number {
  return seedFrom(seed, run)
}

/** Runs the model from run `from` up to `to`, handing over each record; it is overwritten by the next. Stops on false. */
export function eachRun(
  model: Model,
  options: Pick<SimulationOptions, 'seed' | 'runs' | 'fixed'>,
  take: (record: RunRecord, run: number) => boolean | undefined,
): void {
  const engine = new Engine(model)
  const record = emptyRecord(model)
  for (let run = 0; run < options.runs; run += 1) {
    engine.run(seedOfRun(options.seed, run), options.fixed === true, record)
    if (take(record, run) === false) return
  }
}

/** A simulation that is done in portions, and can tell what it knows after each. */
export class Simulation {
  private readonly model: Model
  private readonly engine: Engine
  private readonly record: RunRecord
  private readonly series: readonly ReadableSeries[]
  /** Per series: run × months, as the runs come. */
  private readonly samples: readonly Float32Array[]
  private readonly outcomes: RunOutcome[] = []
  private done = 0
  private personMonths = 0

  constructor(
    inputs: SimulationInputs,
    private readonly options: SimulationOptions,
  ) {
    this.model = compile(inputs)
    this.engine = new Engine(this.model)
    this.record = emptyRecord(this.model)
    this.series = seriesOf(
      this.model,
      options.detail ?? {
        profiles: true,
        types: true,
        municipalities: inputs.municipalities.length <= MUNICIPALITIES_KEPT,
      },
    )
    this.samples = this.series.map(() => new Float32Array(this.model.months * options.runs))
  }

  get runsDone(): number {
    return this.done
  }

  get finished(): boolean {
    return this.done >= this.options.runs
  }

  /** Does the runs up to and including number `until`. */
  advance(until: number): void {
    const { model, record, options } = this
    const last = Math.min(until, options.runs)
    for (; this.done < last; this.done += 1) {
      this.engine.run(seedOfRun(options.seed, this.done), options.fixed === true, record)
      const start = this.done * model.months
      this.series.forEach(({ read }, s) => {
        const values = this.samples[s]
        if (values !== undefined) read(record, values, start)
      })
      this.outcomes.push(outcomeOf(record, model, options.maxWait ?? DEFAULT_MAX_WAIT))
      this.personMonths += record.personMonths
    }
  }

  /** @param regionOnly bands of the region only: quick, for the first look */
  result(regionOnly = false): SimulationResult {
    const { model, options } = this
    return {
      start: model.inputs.start,
      dates: monthsOf(model.inputs.start, model.months).map((m) => m.lastDay),
      runs: this.done,
      runsAsked: options.runs,
      seed: options.seed,
      maxWait: options.maxWait ?? DEFAULT_MAX_WAIT,
      bands: this.series.flatMap((series, s) => {
        const values = this.samples[s]
        return values === undefined || (regionOnly && series.group !== 'region')
          ? []
          : [this.band(series, values)]
      }),
      outcomes: [...this.outcomes],
      personMonths: this.personMonths,
    }
  }

  private band({ metric, group, id }: Series, values: Float32Array): SeriesBand {
    const { months } = this.model
    const { done } = this
    const ofMonth = new Float32Array(done)
    const spreads = Array.from({ length: months }, (_, h) => {
      for (let run = 0; run < done; run += 1) ofMonth[run] = values[run * months + h] as number
      return spreadOf(ofMonth, done)
    })
    const column = (pick: (s: Spread) => number): Float64Array => Float64Array.from(spreads, pick)
    return {
      metric,
      group,
      id,
      p10: column((s) => s.p10),
      p50: column((s) => s.p50),
      p90: column((s) => s.p90),
      mean: column((s) => s.mean),
      error10: column((s) => s.error10),
      error50: column((s) => s.error50),
      error90: column((s) => s.error90),
      meanError: column((s) => s.meanError),
    }
  }
}

/** All runs at once. */
export function simulate(inputs: SimulationInputs, options: SimulationOptions): SimulationResult {
  const simulation = new Simulation(inputs, options)
  simulation.advance(options.runs)
  return simulation.result()
}
