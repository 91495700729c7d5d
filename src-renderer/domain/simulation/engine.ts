import { type Model, TRACK } from './compile'
import { type Drawn, drawInputs, emptyDraw } from './draw'
import { People } from './people'
import { Random, seedFrom } from './random'
import { add, clearRecord, type RunRecord } from './record'
import { Stock } from './stock'
import { WaitingList } from './waitingList'

/** The list as it is at the end of a month. */
export type ListNow = Pick<WaitingList, 'count' | 'wantBeds' | 'inCell'>

/** Looks at the end of a month; false = enough is known of this run. */
export type MonthWatch = (h: number, list: ListNow) => boolean

/**
 * One run: events in continuous time (arrival, self-exit, end of a stay, places that come or go), recorded at the end of
 * each calendar month. Everything it needs is allocated once and used again by the next run.
 */
export class Engine {
  private readonly drawn: Drawn
  private readonly people: People
  private readonly stock: Stock
  private readonly list: WaitingList
  private readonly arrivals = new Random(0)
  private readonly beginning = new Random(0)
  /** Room for the order in which the list at the start is drawn. */
  private startOrder = new Int32Array(0)
  /** Person-months on the list and in places, and closed waits together: sums that grow with every event. */
  private readonly areas = new Float64Array(3)
  private now = 0
  private month = 0
  private horizon = 0
  private housedNow = 0
  private record!: RunRecord
  private readonly placedIn: Int32Array

  constructor(private readonly model: Model) {
    const cells = model.profiles * model.municipalities
    this.drawn = emptyDraw(model)
    const horizon = model.monthEnds[model.months - 1] ?? 0
    this.people = new People(model.profiles, model.municipalities, 1024, horizon, slotsPerMonth(model))
    this.stock = new Stock(model)
    this.list = new WaitingList(model, this.people, this.stock)
    this.placedIn = new Int32Array(cells)
  }

  /**
   * @param runSeed the same seed and model always give the same record
   * @param fixed use the most likely inputs; chance then lies only in people and in what goes through
   * @param watch looks on instead of the record, whose stocks then mean nothing
   */
  run(runSeed: number, fixed: boolean, record: RunRecord, watch?: MonthWatch): void {
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
    const { events } = this.people
    let nextChange = change < drawn.changes ? (drawn.changeAt[change] as number) : Infinity
    let period = 0
    let inflowChange = model.inflowMoments[0] ?? Infinity
    let gap = drawn.gaps[0] ?? Infinity
    let nextArrival = this.arrivals.exponential(1) * gap
    for (let h = 0; h < model.months; h += 1) {
      this.month = h
      const end = model.monthEnds[h] as number
      for (;;) {
        let next = events.nextTime()
        if (nextArrival < next) next = nextArrival
        if (nextChange < next) next = nextChange
        if (inflowChange < next) next = inflowChange
        if (next >= end) break
        this.advance(next)
        if (nextChange <= next) {
          this.applyChange(drawn.changeLot[change] as number, true)
          change += 1
          nextChange = change < drawn.changes ? (drawn.changeAt[change] as number) : Infinity
        } else if (inflowChange <= next) {
          // What is left of an exponential time is exponential again: stretching it needs no new luck.
          const left = gap < Infinity ? (nextArrival - next) / gap : this.arrivals.exponential(1)
          period += 1
          inflowChange = model.inflowMoments[period] ?? Infinity
          gap = drawn.gaps[period] ?? Infinity
          nextArrival = next + left * gap
        } else if (nextArrival <= next) {
          this.arrive()
          nextArrival = next + this.arrivals.exponential(1) * gap
        } else this.personEvent(events.pop())
      }
      this.advance(end)
      if (watch === undefined) this.recordMonth(h)
      else if (!watch(h, this.list)) return
    }
    const [waiting = 0, housed = 0, waits = 0] = this.areas
    record.waitingArea = waiting
    record.personMonths = waiting + housed
    record.waitingTime = waits + this.list.openWaits(this.now)
  }

  private reset(record: RunRecord): void {
    this.record = record
    clearRecord(record)
    this.people.clear()
    this.stock.clear()
    this.list.clear()
    this.placedIn.fill(0)
    this.areas.fill(0)
    this.now = 0
    this.month = 0
    this.housedNow = 0
    this.horizon = this.model.monthEnds[this.model.months - 1] ?? 0
  }

  private advance(to: number): void {
    const span = to - this.now
    const { areas } = this
    areas[0] = (areas[0] as number) + this.list.count * span
    areas[1] = (areas[1] as number) + this.housedNow * span
    this.now = to
  }

  /** Index in a flow of the record, for the month that runs and the cell of a person. */
  private flowAt(cell: number): number {
    return this.month * this.placedIn.length + cell
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
          add(record.startInPlace, people.cell[person] as number, 1)
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
    if (this.startOrder.length < count) this.startOrder = new Int32Array(count * 2)
    const order = this.startOrder.subarray(0, count)
    for (let i = 0; i < count; i += 1) order[i] = i
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
    const patience = people.exponential(person)
    const leaves = this.now + patience / (this.drawn.selfExit[p] as number)
    if (leaves < this.horizon) people.events.set(person, leaves)
    this.list.join(person, people.uniform(person) < (this.drawn.usesShelter[p] as number))
  }

  private stopWaiting(person: number): void {
    this.list.quit(person)
    this.areas[2] = (this.areas[2] as number) + this.now - (this.people.since[person] as number)
  }

  private countHoused(person: number, wait: number): void {
    const at = this.flowAt(this.people.cell[person] as number)
    add(this.record.housed, at, 1)
    this.record.waited[at] = (this.record.waited[at] as number) + wait
    if (wait === 0) add(this.record.atOnce, this.month, 1)
  }

  private moveIn(person: number, type: number, municipality: number): void {
    const { people, model } = this
    people.type[person] = type
    people.placeMunicipality[person] = municipality
    this.stock.take(type, municipality)
    add(this.placedIn, people.cell[person] as number, 1)
    this.housedNow += 1
    const shape = model.stayShape[type] as number
    let parts = 0
    for (let i = 0; i < shape; i += 1) parts += people.exponential(person)
    const leaves = this.now + (parts / shape) * (this.drawn.stay[type] as number)
    if (leaves < this.horizon) people.events.set(person, leaves)
    else people.events.remove(person)
  }

  private personEvent(person: number): void {
    const { people, record } = this
    const type = people.type[person] as number
    const cell = people.cell[person] as number
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
    const returns = people.uniform(person) < (this.drawn.returnShare[type] as number)
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
    for (const k of types) {
      if (k !== except) this.fill(k, municipality)
    }
  }

  private fill(type: number, municipality: number): void {
    while (this.stock.usable(type, municipality)) {
      const person = this.list.longestFor(type, municipality)
      if (person < 0) {
        this.stock.openings += 1
        return
      }
      this.stopWaiting(person)
      this.countHoused(person, this.now - (this.people.since[person] as number))
      this.moveIn(person, type, municipality)
    }
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
    else this.list.fillBeds()
  }

  private recordMonth(h: number): void {
    const { record } = this
    const at = h * this.placedIn.length
    record.waiting.set(this.list.inCell, at)
    record.inShelter.set(this.list.shelteredInCell, at)
    record.inPlace.set(this.placedIn, at)
    this.stock.record(record, h)
    record.bedsWanted[h] = this.list.wantBeds
    record.longestWait[h] = this.list.longestWait(this.now)
  }
}

/**
 * Slots of the agenda in a month, for the number of people to expect: places that are or come, the list, half a year of
 * inflow. About one in ten has an event in a month, and a slot works best with one or two.
 */
function slotsPerMonth(model: Model): number {
  const { inflow, waitingAtStart } = model.inputs
  let people = (waitingAtStart?.value ?? 0) + 6 * (inflow?.value ?? 0)
  for (const lot of model.lots) if (lot.track === TRACK.homes) people += lot.places
  return Math.max(8, Math.min(512, Math.ceil(people / 16)))
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
