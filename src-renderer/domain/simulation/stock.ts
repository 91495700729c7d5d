import { type Model, TRACK } from './compile'
import { add, type RunRecord } from './record'

/** Homes, support and beds: how many there are, and how many are taken. Cells as in the model. */
export class Stock {
  readonly homes: Int32Array
  /** Beds free in the whole region. */
  freeBeds = 0
  /** Goes up whenever a usable place is left for which nobody waits: a search that failed may then succeed. */
  openings = 0
  /** Number of openings at the last search without result, by profile, or by cell where own municipality is all. */
  private readonly failedAt: Int32Array
  private readonly taken: Int32Array
  private readonly support: Int32Array
  private readonly supportTaken: Int32Array
  private readonly beds: Int32Array
  private readonly bedsTaken: Int32Array
  /** Free homes of a type in the whole region, to skip a search that can't succeed. */
  private readonly freeHomes: Int32Array
  /** No municipality before this one has a free home of the type. */
  private readonly freeFrom: Int32Array

  constructor(private readonly model: Model) {
    const { types, bands, municipalities } = model
    this.homes = new Int32Array(types * municipalities)
    this.taken = new Int32Array(types * municipalities)
    this.support = new Int32Array(bands * municipalities)
    this.supportTaken = new Int32Array(bands * municipalities)
    this.beds = new Int32Array(municipalities)
    this.bedsTaken = new Int32Array(municipalities)
    this.freeHomes = new Int32Array(types)
    this.freeFrom = new Int32Array(types)
    this.failedAt = new Int32Array(model.profiles * municipalities)
  }

  clear(): void {
    for (const array of [this.homes, this.taken, this.support, this.supportTaken, this.beds, this.bedsTaken])
      array.fill(0)
    this.freeHomes.fill(0)
    this.freeFrom.fill(0)
    this.freeBeds = 0
    this.openings = 0
    this.failedAt.fill(-1)
  }

  /** Can somebody move in: home and support both there? */
  usable(type: number, municipality: number): boolean {
    const { municipalities, bandOf } = this.model
    const cell = type * municipalities + municipality
    if ((this.taken[cell] as number) >= (this.homes[cell] as number)) return false
    const band = bandOf[type] as number
    if (band < 0) return true
    const at = band * municipalities + municipality
    return (this.supportTaken[at] as number) < (this.support[at] as number)
  }

  /** Cell of a usable place for a profile: own municipality first, then anywhere; −1 when there is none. */
  findPlace(profile: number, own: number): number {
    const key = this.model.acrossRegion ? profile : profile * this.model.municipalities + own
    if (this.failedAt[key] === this.openings) return -1
    const cell = this.searchPlace(profile, own)
    if (cell < 0) this.failedAt[key] = this.openings
    return cell
  }

  private searchPlace(profile: number, own: number): number {
    const { model } = this
    const types = model.suits[profile]
    if (types === undefined) return -1
    for (const k of types) {
      if ((this.freeHomes[k] as number) > 0 && this.usable(k, own)) return k * model.municipalities + own
    }
    if (!model.acrossRegion) return -1
    for (const k of types) {
      if ((this.freeHomes[k] as number) === 0) continue
      const row = k * model.municipalities
      let m = this.freeFrom[k] as number
      while (m < model.municipalities && (this.taken[row + m] as number) >= (this.homes[row + m] as number))
        m += 1
      this.freeFrom[k] = m
      for (; m < model.municipalities; m += 1) if (this.usable(k, m)) return row + m
    }
    return -1
  }

  take(type: number, municipality: number): void {
    const cell = type * this.model.municipalities + municipality
    add(this.taken, cell, 1)
    add(this.freeHomes, type, -1)
    const band = this.model.bandOf[type] as number
    if (band >= 0) add(this.supportTaken, band * this.model.municipalities + municipality, 1)
  }

  /** A home that has ended meanwhile doesn't come free. */
  leave(type: number, municipality: number): void {
    const cell = type * this.model.municipalities + municipality
    add(this.taken, cell, -1)
    if ((this.taken[cell] as number) < (this.homes[cell] as number)) {
      add(this.freeHomes, type, 1)
      if (municipality < (this.freeFrom[type] as number)) this.freeFrom[type] = municipality
    }
    const band = this.model.bandOf[type] as number
    if (band >= 0) add(this.supportTaken, band * this.model.municipalities + municipality, -1)
  }

  /** Municipality of a free bed: own first; −1 when all are taken. Shelter is for the whole region. */
  findBed(own: number): number {
    if (this.freeBeds === 0) return -1
    if ((this.bedsTaken[own] as number) < (this.beds[own] as number)) return own
    for (let m = 0; m < this.beds.length; m += 1)
      if ((this.bedsTaken[m] as number) < (this.beds[m] as number)) return m
    return -1
  }

  takeBed(municipality: number): void {
    add(this.bedsTaken, municipality, 1)
    this.freeBeds -= 1
  }

  leaveBed(municipality: number): void {
    add(this.bedsTaken, municipality, -1)
    if ((this.bedsTaken[municipality] as number) < (this.beds[municipality] as number)) this.freeBeds += 1
  }

  /** Places come or go. Who lives in a place that goes stays until they leave by themselves. */
  change(track: number, cell: number, places: number): void {
    const { municipalities } = this.model
    if (track === TRACK.support) add(this.support, cell, places)
    else if (track === TRACK.shelter) {
      add(this.beds, cell, places)
      this.freeBeds = freeOf(this.beds, this.bedsTaken, 0, this.beds.length)
    } else {
      add(this.homes, cell, places)
      const type = Math.floor(cell / municipalities)
      this.freeHomes[type] = freeOf(this.homes, this.taken, type * municipalities, municipalities)
      this.freeFrom[type] = 0
    }
  }

  record(record: RunRecord, h: number): void {
    const { municipalities, types, bands, bandOf, hoursPerWeek } = this.model
    const places = h * types * municipalities
    record.inUse.set(this.taken, places)
    record.bedsTaken.set(this.bedsTaken, h * municipalities)
    record.bedsOpen.set(this.beds, h * municipalities)
    const hours = h * bands * municipalities
    for (let b = 0; b < bands * municipalities; b += 1)
      record.unmetHours[hours + b] = -(this.support[b] as number)
    for (let k = 0; k < types; k += 1) {
      const band = bandOf[k] as number
      for (let m = 0; m < municipalities; m += 1) {
        const cell = k * municipalities + m
        const there = this.homes[cell] as number
        const taken = this.taken[cell] as number
        let free = Math.max(0, there - taken)
        if (band >= 0) {
          const at = band * municipalities + m
          const supported = (this.support[at] as number) - (this.supportTaken[at] as number)
          free = Math.max(0, Math.min(free, supported))
          record.unmetHours[hours + at] = (record.unmetHours[hours + at] as number) + Math.max(there, taken)
        }
        record.free[places + cell] = free
      }
    }
    for (let b = 0; b < bands; b += 1)
      for (let m = 0; m < municipalities; m += 1) {
        const at = hours + b * municipalities + m
        record.unmetHours[at] = Math.max(0, record.unmetHours[at] as number) * (hoursPerWeek[b] as number)
      }
  }
}

function freeOf(there: Int32Array, taken: Int32Array, from: number, count: number): number {
  let free = 0
  for (let i = from; i < from + count; i += 1)
    free += Math.max(0, (there[i] as number) - (taken[i] as number))
  return free
}
