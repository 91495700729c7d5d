import { hashText } from './random'
import type { Certainty, PlaceLot, SimulationInputs } from './inputs'
import { DAYS_PER_MONTH, monthsOf, timeOf } from './months'
import { type Parameter, parameters } from './parameters'

export const TRACK = { homes: 0, support: 1, shelter: 2 } as const

/** A dated lot in numbers. */
export interface CompiledLot {
  readonly track: number
  /** Cell of the track: type × municipality, band × municipality, or municipality. */
  readonly cell: number
  readonly places: number
  readonly certainty: Certainty
  readonly chance: number
  readonly delay: number
  /** Months since the start. */
  readonly date: number
  /** Months since the start on which the places are gone; Infinity = they stay. */
  readonly ends: number
  /** Hash of the project: its luck is the same for all its lots, and in every scenario. */
  readonly luck: number
}

export interface InflowPeriod {
  readonly from: number
  /** First moment after it; Infinity = to the end. */
  readonly until: number
  /** Index of its factor in the list of parameters. */
  readonly factor: number
}

/** The inputs as numbers, made once and used by all runs. */
export interface Model {
  readonly inputs: SimulationInputs
  readonly profiles: number
  readonly municipalities: number
  readonly types: number
  readonly bands: number
  readonly months: number
  /** End of each month, in months of 365.25/12 days since the start. */
  readonly monthEnds: Float64Array
  readonly parameters: readonly Parameter[]
  /** Hash of the key of each parameter. */
  readonly parameterHash: Int32Array
  readonly at: ParameterPlaces
  /** Types that suit a profile, best first. */
  readonly suits: readonly Int32Array[]
  /** Profiles that a type suits. */
  readonly suited: readonly Int32Array[]
  /** Band of each type, −1 = none. */
  readonly bandOf: Int32Array
  readonly typesOfBand: readonly Int32Array[]
  readonly stayShape: Int32Array
  readonly hoursPerWeek: Float64Array
  readonly inflowShare: Float64Array
  readonly startShare: Float64Array
  /** Periods with another inflow, and the moments at which one begins or ends, in order. */
  readonly inflowPeriods: readonly InflowPeriod[]
  readonly inflowMoments: Float64Array
  readonly lots: readonly CompiledLot[]
  readonly acrossRegion: boolean
}

/** Index in the list of parameters of each number that a run needs; −1 = there is none. */
export interface ParameterPlaces {
  readonly inflow: number
  readonly waitingAtStart: number
  readonly occupied: number
  readonly share: Int32Array
  readonly selfExit: Int32Array
  readonly usesShelter: Int32Array
  readonly stay: Int32Array
  readonly returnShare: Int32Array
  readonly staffed: Int32Array
}

function shares(weights: readonly number[]): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0)
  return Float64Array.from(weights, (w) => (sum > 0 ? w / sum : 1 / weights.length))
}

export function compile(inputs: SimulationInputs): Model {
  const list = parameters(inputs)
  const place = new Map(list.map((p, i) => [p.key, i]))
  const at = (key: string): number => place.get(key) ?? -1
  const typeIndex = new Map(inputs.types.map((t, i) => [t.id, i]))
  const suits = inputs.profiles.map((p) =>
    Int32Array.from(p.suits.map((id) => typeIndex.get(id) ?? -1).filter((k) => k >= 0)),
  )
  const bandOf = bandsOf(inputs)
  const months = monthsOf(inputs.start, inputs.months)
  const periods = inputs.inflowChanges.map((c): InflowPeriod => ({
    from: timeOf(inputs.start, c.from),
    until: c.until === null ? Infinity : timeOf(inputs.start, c.until) + 1 / DAYS_PER_MONTH,
    factor: at(`inflowChange/${c.id}`),
  }))
  return {
    inputs,
    profiles: inputs.profiles.length,
    municipalities: inputs.municipalities.length,
    types: inputs.types.length,
    bands: inputs.bands.length,
    months: inputs.months,
    monthEnds: Float64Array.from(months, (m) => m.end),
    parameters: list,
    parameterHash: Int32Array.from(list, (p) => hashText(p.key)),
    at: {
      inflow: at('inflow'),
      waitingAtStart: at('waitingAtStart'),
      occupied: at('occupied'),
      share: Int32Array.from(inputs.profiles, (p) => at(`share/${p.id}`)),
      selfExit: Int32Array.from(inputs.profiles, (p) => at(`selfExit/${p.id}`)),
      usesShelter: Int32Array.from(inputs.profiles, (p) => at(`usesShelter/${p.id}`)),
      stay: Int32Array.from(inputs.types, (t) => at(`stay/${t.id}`)),
      returnShare: Int32Array.from(inputs.types, (t) => at(`return/${t.id}`)),
      staffed: Int32Array.from(inputs.bands, (b) => at(`staffed/${b.id}`)),
    },
    suits,
    suited: inputs.types.map((_, k) =>
      Int32Array.from(inputs.profiles.map((_p, p) => p).filter((p) => suits[p]?.includes(k) === true)),
    ),
    bandOf,
    typesOfBand: inputs.bands.map((_, b) =>
      Int32Array.from(inputs.types.map((_t, k) => k).filter((k) => bandOf[k] === b)),
    ),
    stayShape: Int32Array.from(inputs.types, (t) => t.stayShape),
    hoursPerWeek: Float64Array.from(inputs.bands, (b) => b.hoursPerWeek),
    inflowShare: shares(inputs.municipalities.map((m) => m.inflowWeight)),
    startShare: shares(inputs.municipalities.map((m) => m.startWeight)),
    inflowPeriods: periods,
    inflowMoments: Float64Array.from(
      new Set(periods.flatMap((p) => [p.from, p.until]).filter((t) => t > 0 && t < Infinity)),
    ).sort(),
    lots: compileLots(inputs, inputs.lots, list),
    acrossRegion: inputs.acrossRegion,
  }
}

function bandsOf(inputs: SimulationInputs): Int32Array {
  const index = new Map(inputs.bands.map((b, i) => [b.id, i]))
  return Int32Array.from(inputs.types, (t) =>
    t.supportBandId === null ? -1 : (index.get(t.supportBandId) ?? -1),
  )
}

function compileLots(
  inputs: SimulationInputs,
  wanted: readonly PlaceLot[],
  list: readonly Parameter[],
): CompiledLot[] {
  const place = new Map(list.map((p, i) => [p.key, i]))
  const at = (key: string): number => place.get(key) ?? -1
  const typeIndex = new Map(inputs.types.map((t, i) => [t.id, i]))
  const municipalityIndex = new Map(inputs.municipalities.map((m, i) => [m.id, i]))
  const bandOf = bandsOf(inputs)
  const width = inputs.municipalities.length
  const lots: CompiledLot[] = []
  for (const lot of wanted) {
    const m = municipalityIndex.get(lot.municipalityId)
    if (m === undefined) continue
    let cell = m
    if (lot.track !== 'shelter') {
      const k = typeIndex.get(lot.typeId)
      if (k === undefined) continue
      const row = lot.track === 'homes' ? k : (bandOf[k] ?? -1)
      if (row < 0) continue
      cell = row * width + m
    }
    const verdict = inputs.verdicts[lot.projectId]
    if (verdict === 'noGo' && lot.certainty !== 'present') continue
    const certainty = verdict === 'go' && lot.certainty !== 'present' ? 'committed' : lot.certainty
    const planned = certainty !== 'present' && certainty !== 'sure'
    lots.push({
      track: TRACK[lot.track],
      cell,
      places: lot.places,
      certainty,
      chance: planned && verdict !== 'go' ? at(`chance/${certainty}`) : -1,
      delay: planned ? at(`delay/${lot.confidence}`) : -1,
      date: Math.max(0, timeOf(inputs.start, lot.date)),
      ends: lot.ends === null ? Infinity : Math.max(0, timeOf(inputs.start, lot.ends)),
      luck: hashText(lot.projectId),
    })
  }
  return lots
}

/** The same model with places added, and perhaps fewer months; what doesn't change is not worked out again. */
export function withLots(model: Model, extra: readonly PlaceLot[], months = model.months): Model {
  return {
    ...model,
    months,
    monthEnds: model.monthEnds.subarray(0, months),
    lots: [...model.lots, ...compileLots(model.inputs, extra, model.parameters)],
  }
}
