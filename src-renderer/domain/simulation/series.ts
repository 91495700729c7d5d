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

/** A series with the way to read its value for month h from a run. */
export interface ReadableSeries extends Series {
  readonly read: (record: RunRecord, h: number) => number
}

/** Sum of some cells of a month. Two of them, one per kind of array: an engine makes each fast, but not both in one. */
const total = (array: Int32Array, cells: Int32Array, from: number): number => {
  let sum = 0
  for (const cell of cells) sum += array[from + cell] as number
  return sum
}
const totalOf = (array: Float64Array, cells: Int32Array, from: number): number => {
  let sum = 0
  for (const cell of cells) sum += array[from + cell] as number
  return sum
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
    read: (record, h) => record.bedsWanted[h] as number,
  })
  list.push({
    metric: 'longestWait',
    group: 'region',
    id: '',
    read: (record, h) => record.longestWait[h] as number,
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
  const put = (metric: Metric, read: (record: RunRecord, from: number) => number): void => {
    list.push({ metric, group, id, read: (record, h) => read(record, h * width) })
  }
  put('waiting', (r, from) => total(r.waiting, cells, from))
  put('inShelter', (r, from) => total(r.inShelter, cells, from))
  put('outsideShelter', (r, from) => total(r.waiting, cells, from) - total(r.inShelter, cells, from))
  put('inPlace', (r, from) => total(r.inPlace, cells, from))
  put('housed', (r, from) => total(r.housed, cells, from))
  put('returns', (r, from) => total(r.returns, cells, from))
  put('selfExits', (r, from) => total(r.selfExits, cells, from))
  // Nobody housed in the month: there is no such time, so the run doesn't count here.
  put('timeToHouse', (r, from) => {
    const housed = total(r.housed, cells, from)
    return housed === 0 ? Number.NaN : totalOf(r.waited, cells, from) / housed
  })
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
    list.push({ metric, group, id, read: (record, h) => total(array(record), cells, h * width) })
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
    read: (record, h) => totalOf(record.unmetHours, bands, h * bandWidth),
  })
}

function shelter(list: ReadableSeries[], model: Model, group: Group, id: Id, municipality: number): void {
  const cells = cellsOf(1, model.municipalities, -1, municipality)
  const put = (metric: Metric, array: (record: RunRecord) => Int32Array): void => {
    list.push({
      metric,
      group,
      id,
      read: (record, h) => total(array(record), cells, h * model.municipalities),
    })
  }
  put('bedsTaken', (record) => record.bedsTaken)
  put('bedsOpen', (record) => record.bedsOpen)
}
