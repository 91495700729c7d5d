import type { Model } from './compile'

/**
 * What one run leaves behind, month by month. Stocks are those at the end of a month, flows those during it. `[h × cells
 * + cell]`, with cell = profile × municipalities + municipality (of the person), or type/band × municipalities +
 * municipality (of the place).
 */
export interface RunRecord {
  readonly waiting: Int32Array
  /** Of those waiting: in a shelter bed, by the municipality of the person. */
  readonly inShelter: Int32Array
  readonly inPlace: Int32Array
  readonly arrivals: Int32Array
  readonly housed: Int32Array
  readonly selfExits: Int32Array
  readonly returns: Int32Array
  readonly movedOn: Int32Array
  /** Months waited, summed over those housed in the month. */
  readonly waited: Float64Array
  readonly inUse: Int32Array
  /** Free with support present: somebody could move in. */
  readonly free: Int32Array
  /** Hours a week that delivered homes need above the support that is there, by band × municipality. */
  readonly unmetHours: Float64Array
  /** Taken beds, by the municipality of the shelter. */
  readonly bedsTaken: Int32Array
  readonly bedsOpen: Int32Array
  /** People on the list who need a shelter bed, whether they have one or not; whole region. */
  readonly bedsWanted: Int32Array
  /** Housed without any waiting, whole region. */
  readonly atOnce: Int32Array
  /** Longest wait so far of anyone on the list at the end of the month, in months; 0 when nobody waits. */
  readonly longestWait: Float64Array
  readonly startWaiting: Int32Array
  readonly startInPlace: Int32Array
  /** Time integral of the number waiting, in person-months. */
  waitingArea: number
  /** The same, counted per person: all waits, those cut off by the end included. */
  waitingTime: number
  /** Person-months simulated: waiting and in a place. */
  personMonths: number
}

export function emptyRecord(model: Model): RunRecord {
  const people = model.profiles * model.municipalities
  const places = model.types * model.municipalities
  const ints = (cells: number): Int32Array => new Int32Array(model.months * cells)
  const floats = (cells: number): Float64Array => new Float64Array(model.months * cells)
  return {
    waiting: ints(people),
    inShelter: ints(people),
    inPlace: ints(people),
    arrivals: ints(people),
    housed: ints(people),
    selfExits: ints(people),
    returns: ints(people),
    movedOn: ints(people),
    waited: floats(people),
    inUse: ints(places),
    free: ints(places),
    unmetHours: floats(model.bands * model.municipalities),
    bedsTaken: ints(model.municipalities),
    bedsOpen: ints(model.municipalities),
    bedsWanted: ints(1),
    atOnce: ints(1),
    longestWait: floats(1),
    startWaiting: new Int32Array(people),
    startInPlace: new Int32Array(people),
    waitingArea: 0,
    waitingTime: 0,
    personMonths: 0,
  }
}

/** Flows are added to during a run; stocks are overwritten. */
export function clearRecord(record: RunRecord): void {
  for (const flow of [
    record.arrivals,
    record.housed,
    record.selfExits,
    record.returns,
    record.movedOn,
    record.atOnce,
    record.startWaiting,
    record.startInPlace,
  ])
    flow.fill(0)
  record.waited.fill(0)
  record.waitingArea = 0
  record.waitingTime = 0
  record.personMonths = 0
}

/** Adds to a cell of an array of whole numbers. */
export function add(array: Int32Array, at: number, n: number): void {
  array[at] = (array[at] as number) + n
}
