import { type Model, TRACK } from './compile'
import { type Drawn, drawInputs, emptyDraw } from './draw'
import { People } from './people'
import { Random, seedFrom } from './random'
import { add, clearRecord, type RunRecord } from './record'
import { Stock } from './stock'

/**
 * One run: events in continuous time (arrival, self-exit, end of a stay, places that come or go), recorded at the end of
 * each calendar month. Everything it needs is allocated once and used again by the next run.
 */
export class Engine {
  private readonly drawn: Drawn
  private readonly people: People
  private readonly stock: Stock
  private readonly arrivals = new Random(0)
  private readonly beginning = new Random(0)
  private now = 0
  private month = 0
  private horizon = 0
  private waiting = 0
  private housedNow = 0
  private record!: RunRecord
  private readonly waitingIn: Int32Array
  private readonly shelteredIn: Int32Array
  private readonly placedIn: Int32Array

  constructor(private readonly model: Model) {
    const cells = model.profiles * model.municipalities
    this.drawn = emptyDraw(model)
    this.people = new People(model.profiles, model.municipalities, 1024)
    this.stock = new Stock(model)
    this.waitingIn = new Int32Array(cells)
    this.shelteredIn = new Int32Array(cells)
    this.placedIn = new Int32Array(cells)
  }

  /**
   * @param runSeed the same seed and model always give the same record
   * @param fixed use the most likely inputs; chance then lies only in people and in what goes through
   */
  run(runSeed: number, fixed: boolean, record: RunRecord): void {
    const { model, drawn } = this
    this.reset(record)
    drawInputs(model, runSeed, fixed, drawn)
    this.arrivals.reseed(seedFrom(runSeed, 2))
    this.beginning.reseed(seedFrom(runSeed, 3))
    let change = 0
    while (change < drawn.changes && (drawn.changeAt[change] as number) <= 0) {
      this.applyChange(drawn.changeLot[change] as number, false)
      change += 1
    }
    this.settleResidents()
    this.fillStartList()
    let gap = drawn.gap
    let nextArrival = this.arrivals.exponential(1) * gap
    let inflowChange = model.inflowChangeAt
    for (let h = 0; h < model.months; h += 1) {
      this.month = h
      const end = model.monthEnds[h] as number
      for (;;) {
        const nextChange = change < drawn.changes ? (drawn.changeAt[change] as number) : Infinity
        const nextEvent = this.people.events.nextTime()
        const next = Math.min(nextChange, nextEvent, nextArrival, inflowChange)
        if (next >= end) break
        this.advance(next)
        if (nextChange <= next) {
          this.applyChange(drawn.changeLot[change] as number, true)
          change += 1
        } else if (inflowChange <= next) {
          // What is left of an exponential time is exponential again: stretching it needs no new luck.
          if (gap < Infinity) nextArrival = next + ((nextArrival - next) / gap) * drawn.laterGap
          gap = drawn.laterGap
          inflowChange = Infinity
        } else if (nextArrival <= next) {
          this.arrive()
          nextArrival = next + this.arrivals.exponential(1) * gap
        } else this.personEvent(this.people.events.pop())
      }
      this.advance(end)
      this.recordMonth(h)
    }
    this.closeWaits()
  }

  private reset(record: RunRecord): void {
    this.record = record
    clearRecord(record)
    this.people.clear()
    this.stock.clear()
    this.waitingIn.fill(0)
    this.shelteredIn.fill(0)
    this.placedIn.fill(0)
    this.now = 0
    this.month = 0
    this.waiting = 0
    this.housedNow = 0
    this.horizon = this.model.monthEnds[this.model.months - 1] ?? 0
  }

  private advance(to: number): void {
    const span = to - this.now
    this.record.waitingArea += this.waiting * span
    this.record.personMonths += (this.waiting + this.housedNow) * span
    this.now = to
  }

  private cellOf(person: number): number {
    const { people, model } = this
    return (people.profile[person] as number) * model.municipalities + (people.municipality[person] as number)
  }

  /** Index in a flow of the record, for the month that runs and the cell of a person. */
  private flowAt(cell: number): number {
    return this.month * this.waitingIn.length + cell
  }

  private value(at: Int32Array, i: number): number {
    return this.drawn.values[at[i] as number] as number
  }

  /** The people who live in the places there are at the start; how long they still stay has no memory (shape 1). */
  private settleResidents(): void {
    const { model, stock, people, record } = this
    const share = this.drawn.values[model.at.occupied] as number
    for (let k = 0; k < model.types; k += 1)
      for (let m = 0; m < model.municipalities; m += 1) {
        const cell = k * model.municipalities + m
        const wanted = Math.floor((stock.homes[cell] as number) * share + this.beginning.uniform())
        for (let i = 0; i < wanted && stock.usable(k, m); i += 1) {
          const p = this.residentProfile(k)
          if (p < 0) break
          const person = people.enter(p, m, this.beginning.bits(), 0)
          add(record.startInPlace, this.cellOf(person), 1)
          this.moveIn(person, k, m)
        }
      }
  }

  private residentProfile(type: number): number {
    const suited = this.model.suited[type]
    if (suited === undefined || suited.length === 0) return -1
    let total = 0
    for (const p of suited) total += this.value(this.model.at.share, p)
    let left = this.beginning.uniform() * total
    for (const p of suited) {
      left -= this.value(this.model.at.share, p)
      if (left < 0) return p
    }
    return suited[suited.length - 1] as number
  }

  /** The list at the start: spread over the cells as evenly as whole people allow, in an order drawn by lot. */
  private fillStartList(): void {
    const { drawn, people, record, beginning } = this
    const count = drawn.waiting
    const offset = beginning.uniform()
    const order = Int32Array.from({ length: count }, (_, i) => i)
    beginning.shuffle(order)
    for (const i of order) {
      const cell = find(drawn.startCells, (i + offset) / count)
      const person = people.enter(
        Math.floor(cell / this.model.municipalities),
        cell % this.model.municipalities,
        beginning.bits(),
        0,
      )
      add(record.startWaiting, cell, 1)
      this.startWaiting(person)
    }
  }

  private arrive(): void {
    const cell = find(this.drawn.arrivalCells, this.arrivals.uniform())
    const width = this.model.municipalities
    const person = this.people.enter(Math.floor(cell / width), cell % width, this.arrivals.bits(), this.now)
    add(this.record.arrivals, this.flowAt(cell), 1)
    this.startWaiting(person)
  }

  /** Housed at once when a suitable place is free; else on the list, in a shelter bed if there is one. */
  private startWaiting(person: number): void {
    const { people, stock, model } = this
    const p = people.profile[person] as number
    const m = people.municipality[person] as number
    people.since[person] = this.now
    const spot = stock.findPlace(p, m)
    if (spot >= 0) {
      this.countHoused(person, 0)
      this.moveIn(person, Math.floor(spot / model.municipalities), spot % model.municipalities)
      return
    }
    const cell = p * model.municipalities + m
    people.byCell.append(cell, person)
    people.byProfile.append(p, person)
    this.waiting += 1
    add(this.waitingIn, cell, 1)
    const patience = people.exponential(person)
    const leaves = this.now + patience / this.value(model.at.selfExit, p)
    if (leaves < this.horizon) people.events.set(person, leaves)
    people.wantsBed[person] = people.uniform(person) < this.value(model.at.usesShelter, p) ? 1 : 0
    if (people.wantsBed[person] === 1) {
      const bed = stock.findBed(m)
      if (bed >= 0) this.giveBed(person, bed)
      else people.outside.append(0, person)
    }
  }

  private giveBed(person: number, municipality: number): void {
    this.people.bed[person] = municipality
    this.stock.takeBed(municipality)
    add(this.shelteredIn, this.cellOf(person), 1)
  }

  /** Off the list, for whatever reason; a bed goes to who waits longest for one, unless it is to be closed. */
  private stopWaiting(person: number): void {
    const { people, stock } = this
    const cell = this.cellOf(person)
    people.byCell.remove(cell, person)
    people.byProfile.remove(people.profile[person] as number, person)
    this.waiting -= 1
    add(this.waitingIn, cell, -1)
    this.record.waitingTime += this.now - (people.since[person] as number)
    const bed = people.bed[person] as number
    if (bed >= 0) {
      people.bed[person] = -1
      add(this.shelteredIn, cell, -1)
      stock.leaveBed(bed)
      this.fillBeds()
    } else if (people.wantsBed[person] === 1) people.outside.remove(0, person)
  }

  private fillBeds(): void {
    const { people, stock } = this
    while (stock.freeBeds > 0) {
      const person = people.outside.first(0)
      if (person < 0) return
      people.outside.remove(0, person)
      this.giveBed(person, stock.findBed(people.municipality[person] as number))
    }
  }

  private countHoused(person: number, wait: number): void {
    const at = this.flowAt(this.cellOf(person))
    add(this.record.housed, at, 1)
    this.record.waited[at] = (this.record.waited[at] as number) + wait
    if (wait === 0) add(this.record.atOnce, this.month, 1)
  }

  private moveIn(person: number, type: number, municipality: number): void {
    const { people, model } = this
    people.type[person] = type
    people.placeMunicipality[person] = municipality
    this.stock.take(type, municipality)
    add(this.placedIn, this.cellOf(person), 1)
    this.housedNow += 1
    const shape = model.stayShape[type] as number
    let parts = 0
    for (let i = 0; i < shape; i += 1) parts += people.exponential(person)
    const leaves = this.now + (parts / shape) * this.value(model.at.stay, type)
    if (leaves < this.horizon) people.events.set(person, leaves)
    else people.events.remove(person)
  }

  private personEvent(person: number): void {
    const { people, model, record } = this
    const type = people.type[person] as number
    const cell = this.cellOf(person)
    if (type < 0) {
      add(record.selfExits, this.flowAt(cell), 1)
      this.stopWaiting(person)
      people.leave(person)
      return
    }
    const municipality = people.placeMunicipality[person] as number
    people.type[person] = -1
    this.stock.leave(type, municipality)
    add(this.placedIn, cell, -1)
    this.housedNow -= 1
    const returns = people.uniform(person) < this.value(model.at.returnShare, type)
    add(returns ? record.returns : record.movedOn, this.flowAt(cell), 1)
    // The freed place goes to who waits already; only then the person who returns is looked at.
    this.fillAround(type, municipality)
    if (returns) this.startWaiting(person)
    else people.leave(person)
  }

  /** A place, or support for a place, came free: it may also make a home of another type usable. */
  private fillAround(type: number, municipality: number): void {
    this.fill(type, municipality)
    const band = this.model.bandOf[type] as number
    if (band >= 0) this.fillBand(band, municipality, type)
  }

  private fillBand(band: number, municipality: number, except: number): void {
    const types = this.model.typesOfBand[band]
    if (types === undefined) return
    for (const k of types) if (k !== except) this.fill(k, municipality)
  }

  private fill(type: number, municipality: number): void {
    while (this.stock.usable(type, municipality)) {
      const person = this.longestWaiting(type, municipality)
      if (person < 0) return
      this.stopWaiting(person)
      this.countHoused(person, this.now - (this.people.since[person] as number))
      this.moveIn(person, type, municipality)
    }
  }

  /** Own municipality first, then the region; −1 when nobody waits whom the type suits. */
  private longestWaiting(type: number, municipality: number): number {
    const { people, model } = this
    const suited = model.suited[type]
    if (suited === undefined) return -1
    let best = -1
    let since = Infinity
    for (let i = 0; i < suited.length; i += 1) {
      const person = people.byCell.first((suited[i] as number) * model.municipalities + municipality)
      if (person >= 0 && (people.since[person] as number) < since) {
        best = person
        since = people.since[person] as number
      }
    }
    if (best >= 0 || !model.acrossRegion) return best
    for (let i = 0; i < suited.length; i += 1) {
      const person = people.byProfile.first(suited[i] as number)
      if (person >= 0 && (people.since[person] as number) < since) {
        best = person
        since = people.since[person] as number
      }
    }
    return best
  }

  private applyChange(change: number, running: boolean): void {
    const { model, stock } = this
    const ends = change >= model.lots.length
    const number = ends ? change - model.lots.length : change
    const lot = model.lots[number]
    if (lot === undefined) return
    const places = this.drawn.lotPlaces[number] as number
    stock.change(lot.track, lot.cell, ends ? -places : places)
    if (!running || ends) return
    const row = Math.floor(lot.cell / model.municipalities)
    const municipality = lot.cell % model.municipalities
    if (lot.track === TRACK.homes) this.fill(row, municipality)
    else if (lot.track === TRACK.support) this.fillBand(row, municipality, -1)
    else this.fillBeds()
  }

  private recordMonth(h: number): void {
    const { record, people, model } = this
    const at = h * this.waitingIn.length
    record.waiting.set(this.waitingIn, at)
    record.inShelter.set(this.shelteredIn, at)
    record.inPlace.set(this.placedIn, at)
    this.stock.record(record, h)
    let longest = 0
    for (let p = 0; p < model.profiles; p += 1) {
      const person = people.byProfile.first(p)
      if (person >= 0) longest = Math.max(longest, this.now - (people.since[person] as number))
    }
    record.longestWait[h] = longest
  }

  /** The waits that the end cuts off, for Little's law. */
  private closeWaits(): void {
    const { people, record, model } = this
    for (let p = 0; p < model.profiles; p += 1)
      for (let person = people.byProfile.first(p); person >= 0; person = people.byProfile.after(person))
        record.waitingTime += this.now - (people.since[person] as number)
  }
}

/** First cell whose summed share is above `u`. */
function find(sums: Float64Array, u: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] as number) > u) high = middle
    else low = middle + 1
  }
  return low
}
