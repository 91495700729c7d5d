import type { Id } from '../model/entities'
import type { Model } from './compile'
import type { RunRecord } from './record'

/** What is followed through time. Stocks at the end of a month; `housed`, `returns`, `selfExits` during it. */
export const METRICS = [
  'waiting',
  'inShelter',
  'outsideShelter',
  'inPlace',
  'housed',
  'returns',
  'selfExits',
  'timeToHouse',
  'placesInUse',
  'placesFree',
  'unmetHours',
  'bedsWanted',
  'bedsTaken',
  'bedsOpen',
  'longestWait',
] as const
export type Metric = (typeof METRICS)[number]
export type Group = 'region' | 'profile' | 'municipality' | 'type'

/** One line in a chart: a metric for the region, or for one profile, municipality or type. */
export interface Series {
  readonly metric: Metric
  readonly group: Group
  /** Id within the group; empty for the region. */
  readonly id: Id
}

export interface Detail {
  readonly profiles: boolean
  readonly municipalities: boolean
  readonly types: boolean
}

/** A series with the way to read it from a run: a value per month, put into `values` from `start` on. */
export interface ReadableSeries extends Series {
  readonly read: (record: RunRecord, values: Float32Array, start: number) => void
}

/** Sum of some cells, month by month. One for both kinds of array: measured, two were no faster. */
function totals(
  array: Int32Array | Float64Array,
  cells: Int32Array,
  width: number,
  months: number,
  into: Float32Array,
  start: number,
): void {
  for (let h = 0; h < months; h += 1) {
    let sum = 0
    for (const cell of cells) sum += array[h * width + cell] as number
    into[start + h] = sum
  }
}

/** Cells of rows × municipalities with a given row and/or municipality (−1 = all). */
function cellsOf(rows: number, municipalities: number, row: number, municipality: number): Int32Array {
  const cells: number[] = []
  for (let r = 0; r < rows; r += 1)
    for (let m = 0; m < municipalities; m += 1)
      if ((row < 0 || r === row) && (municipality < 0 || m === municipality))
        cells.push(r * municipalities + m)
  return Int32Array.from(cells)
}

/** All series of a model, the region first. */
export function seriesOf(model: Model, detail: Detail): ReadableSeries[] {
  const list: ReadableSeries[] = []
  people(list, model, 'region', '', -1, -1)
  places(list, model, 'region', '', -1, -1)
  shelter(list, model, 'region', '', -1)
  list.push({
    metric: 'bedsWanted',
    group: 'region',
    id: '',
    read: (record, values, start) => {
      values.set(record.bedsWanted, start)
    },
  })
  list.push({
    metric: 'longestWait',
    group: 'region',
    id: '',
    read: (record, values, start) => {
      values.set(record.longestWait, start)
    },
  })
  if (detail.types)
    model.inputs.types.forEach(({ id }, k) => {
      places(list, model, 'type', id, k, -1)
    })
  if (detail.profiles)
    model.inputs.profiles.forEach(({ id }, p) => {
      people(list, model, 'profile', id, p, -1)
    })
  if (detail.municipalities)
    model.inputs.municipalities.forEach(({ id }, m) => {
      people(list, model, 'municipality', id, -1, m)
      places(list, model, 'municipality', id, -1, m)
      shelter(list, model, 'municipality', id, m)
    })
  return list
}

function people(
  list: ReadableSeries[],
  model: Model,
  group: Group,
  id: Id,
  profile: number,
  municipality: number,
): void {
  const cells = cellsOf(model.profiles, model.municipalities, profile, municipality)
  const width = model.profiles * model.municipalities
  const { months } = model
  const put = (metric: Metric, read: ReadableSeries['read']): void => {
    list.push({ metric, group, id, read })
  }
  const count = (metric: Metric, array: (record: RunRecord) => Int32Array): void => {
    put(metric, (record, values, start) => {
      totals(array(record), cells, width, months, values, start)
    })
  }
  const other = new Float32Array(months)
  count('waiting', (r) => r.waiting)
  count('inShelter', (r) => r.inShelter)
  put('outsideShelter', (r, values, start) => {
    totals(r.waiting, cells, width, months, values, start)
    totals(r.inShelter, cells, width, months, other, 0)
    for (let h = 0; h < months; h += 1)
      values[start + h] = (values[start + h] as number) - (other[h] as number)
  })
  count('inPlace', (r) => r.inPlace)
  count('housed', (r) => r.housed)
  count('returns', (r) => r.returns)
  count('selfExits', (r) => r.selfExits)
  // Nobody housed in the month: there is no such time, so the run doesn't count here.
  put('timeToHouse', (r, values, start) => {
    meanWaits(r, cells, width, months, values, start)
  })
}

function meanWaits(
  { housed, waited }: RunRecord,
  cells: Int32Array,
  width: number,
  months: number,
  into: Float32Array,
  start: number,
): void {
  for (let h = 0; h < months; h += 1) {
    let people = 0
    let waits = 0
    for (const cell of cells) {
      const at = h * width + cell
      people += housed[at] as number
      waits += waited[at] as number
    }
    into[start + h] = people === 0 ? Number.NaN : waits / people
  }
}

function places(
  list: ReadableSeries[],
  model: Model,
  group: Group,
  id: Id,
  type: number,
  municipality: number,
): void {
  const cells = cellsOf(model.types, model.municipalities, type, municipality)
  const width = model.types * model.municipalities
  const put = (metric: Metric, array: (record: RunRecord) => Int32Array): void => {
    list.push({
      metric,
      group,
      id,
      read: (record, values, start) => {
        totals(array(record), cells, width, model.months, values, start)
      },
    })
  }
  put('placesInUse', (record) => record.inUse)
  put('placesFree', (record) => record.free)
  if (type >= 0) return
  const bands = cellsOf(model.bands, model.municipalities, -1, municipality)
  const bandWidth = model.bands * model.municipalities
  list.push({
    metric: 'unmetHours',
    group,
    id,
    read: (record, values, start) => {
      totals(record.unmetHours, bands, bandWidth, model.months, values, start)
    },
  })
}

function shelter(list: ReadableSeries[], model: Model, group: Group, id: Id, municipality: number): void {
  const cells = cellsOf(1, model.municipalities, -1, municipality)
  const put = (metric: Metric, array: (record: RunRecord) => Int32Array): void => {
    list.push({
      metric,
      group,
      id,
      read: (record, values, start) => {
        totals(array(record), cells, model.municipalities, model.months, values, start)
      },
    })
  }
  put('bedsTaken', (record) => record.bedsTaken)
  put('bedsOpen', (record) => record.bedsOpen)
}
