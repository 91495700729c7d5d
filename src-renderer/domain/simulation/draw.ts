import type { Model } from './compile'
import { Sorting, sortByMoment } from './sortByMoment'
import { mix, seedFrom, triangular, unitFrom } from './random'

/** The numbers of one run, drawn from the ranges of the inputs. Reused from run to run. */
export interface Drawn {
  /** Value of each parameter, in the order of `model.parameters`. */
  readonly values: Float64Array
  /** The values that people meet, by profile and by type: side by side, because every event asks for one. */
  readonly selfExit: Float64Array
  readonly usesShelter: Float64Array
  readonly stay: Float64Array
  readonly returnShare: Float64Array
  /** Whole number of people on the list at the start. */
  waiting: number
  /** Mean months between two arrivals in the region, at the start and after each moment; Infinity = nobody comes. */
  readonly gaps: Float64Array
  /** Summed shares of profile × municipality, for arrivals and for the list at the start. */
  readonly arrivalCells: Float64Array
  readonly startCells: Float64Array
  /** Dated changes in order: moment, and lot number (a lot that ends is its number + the number of lots). */
  readonly changeAt: Float64Array
  readonly changeLot: Int32Array
  changes: number
  /** Places of each lot in this run; support is rounded to whole places by chance, so that the mean is right. */
  readonly lotPlaces: Int32Array
  readonly sorting: Sorting
}

export function emptyDraw(model: Model): Drawn {
  const cells = model.profiles * model.municipalities
  return {
    values: new Float64Array(model.parameters.length),
    selfExit: new Float64Array(model.profiles),
    usesShelter: new Float64Array(model.profiles),
    stay: new Float64Array(model.types),
    returnShare: new Float64Array(model.types),
    waiting: 0,
    gaps: new Float64Array(model.inflowMoments.length + 1),
    arrivalCells: new Float64Array(cells),
    startCells: new Float64Array(cells),
    changeAt: new Float64Array(model.lots.length * 2),
    changeLot: new Int32Array(model.lots.length * 2),
    changes: 0,
    lotPlaces: new Int32Array(model.lots.length),
    sorting: new Sorting(model.lots.length * 2),
  }
}

/** Uniform number that hangs on the run and a name, not on an order: the same in every scenario. */
function keyed(seed: number, hash: number): number {
  return unitFrom(mix(seed ^ hash))
}

/**
 * Draws all inputs of a run. Each number has its own luck by its key, so that two scenarios compared with the same seed
 * differ by what they change and by nothing else (common random numbers).
 * @param fixed take the most likely value instead of drawing
 */
export function drawInputs(model: Model, runSeed: number, fixed: boolean, into: Drawn): void {
  const seed = seedFrom(runSeed, 1)
  const { values } = into
  model.parameters.forEach(({ key, range }, i) => {
    // A delay is drawn for each project apart; here it is only the most likely one.
    values[i] =
      fixed || key.startsWith('delay/')
        ? range.value
        : triangular(keyed(seed, model.parameterHash[i] as number), range.low, range.value, range.high)
  })
  pick(values, model.at.selfExit, into.selfExit)
  pick(values, model.at.usesShelter, into.usesShelter)
  pick(values, model.at.stay, into.stay)
  pick(values, model.at.returnShare, into.returnShare)
  const value = (at: number, otherwise: number): number => (at < 0 ? otherwise : (values[at] as number))
  into.waiting = Math.floor(value(model.at.waitingAtStart, 0) + 0.5)
  const rate = value(model.at.inflow, 0)
  for (let i = 0; i < into.gaps.length; i += 1) {
    const moment = i === 0 ? 0 : (model.inflowMoments[i - 1] as number)
    let now = rate
    for (const period of model.inflowPeriods)
      if (period.from <= moment && moment < period.until) now *= values[period.factor] as number
    into.gaps[i] = now > 0 ? 1 / now : Infinity
  }
  sumShares(model, values, model.inflowShare, into.arrivalCells)
  sumShares(model, values, model.startShare, into.startCells)
  drawLots(model, seed, fixed, into)
}

function pick(values: Float64Array, at: Int32Array, into: Float64Array): void {
  for (let i = 0; i < at.length; i += 1) into[i] = values[at[i] as number] as number
}

function sumShares(model: Model, values: Float64Array, where: Float64Array, into: Float64Array): void {
  let total = 0
  for (let p = 0; p < model.profiles; p += 1) total += values[model.at.share[p] as number] as number
  let sum = 0
  for (let p = 0; p < model.profiles; p += 1) {
    const share = total > 0 ? (values[model.at.share[p] as number] as number) / total : 1 / model.profiles
    for (let m = 0; m < model.municipalities; m += 1) {
      sum += share * (where[m] as number)
      into[p * model.municipalities + m] = sum
    }
  }
  // The last one catches every rounding.
  if (into.length > 0) into[into.length - 1] = 1
}

function drawLots(model: Model, seed: number, fixed: boolean, into: Drawn): void {
  const count = model.lots.length
  let n = 0
  const change = (at: number, lot: number): void => {
    into.changeAt[n] = at
    into.changeLot[n] = lot
    n += 1
  }
  model.lots.forEach((lot, i) => {
    let comes = true
    let moment = lot.date
    if (lot.certainty === 'present') moment = 0
    else {
      if (lot.chance >= 0) comes = keyed(seed, mix(lot.luck + 1)) < (into.values[lot.chance] as number)
      if (lot.delay >= 0) {
        const range = model.parameters[lot.delay]?.range
        if (range !== undefined)
          moment += fixed
            ? range.value
            : triangular(keyed(seed, mix(lot.luck + 2)), range.low, range.value, range.high)
      }
    }
    let places = lot.places
    if (lot.track === 1) {
      const band = Math.floor(lot.cell / model.municipalities)
      const there = lot.places * (into.values[model.at.staffed[band] as number] as number)
      places = Math.floor(there + keyed(seed, mix(lot.luck + 3)))
    }
    into.lotPlaces[i] = places
    if (!comes || moment >= lot.ends) return
    change(moment, i)
    if (lot.ends < Infinity) change(lot.ends, i + count)
  })
  into.changes = n
  sortByMoment(into.changeAt, into.changeLot, n, into.sorting)
}
