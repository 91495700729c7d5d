import { Agenda, copyInto } from './agenda'
import { Queues } from './lists'
import { exponentialFrom, mix, unitFrom } from './random'

const GOLDEN = 0x9e3779b9 | 0

/**
 * The people in a run, as numbers in slots that are used again. Each has luck of their own (a seed), so that what
 * happens to a person hangs as little as possible on what happens to others: two scenarios meet the same people.
 */
export class People {
  profile: Int32Array
  municipality: Int32Array
  /** Profile × municipalities + municipality. */
  cell: Int32Array
  /** Type of the place lived in; −1 = waiting. */
  type: Int32Array
  placeMunicipality: Int32Array
  /** Municipality of the shelter bed; −1 = none. */
  bed: Int32Array
  wantsBed: Uint8Array
  /** Moment from which the person waits. */
  since: Float64Array
  readonly events: Agenda
  /** Waiting, by profile × municipality, and by profile over the region. */
  readonly byCell: Queues
  readonly byProfile: Queues
  /** Waiting for a bed. */
  readonly outside: Queues
  private seed: Int32Array
  private free: Int32Array
  private freeCount = 0
  private capacity: number

  /** @param slotsPerMonth of the agenda: about half as many as events */
  constructor(
    profiles: number,
    private readonly municipalities: number,
    capacity: number,
    horizon: number,
    slotsPerMonth: number,
  ) {
    this.capacity = capacity
    this.profile = new Int32Array(capacity)
    this.municipality = new Int32Array(capacity)
    this.cell = new Int32Array(capacity)
    this.type = new Int32Array(capacity)
    this.placeMunicipality = new Int32Array(capacity)
    this.bed = new Int32Array(capacity)
    this.wantsBed = new Uint8Array(capacity)
    this.since = new Float64Array(capacity)
    this.seed = new Int32Array(capacity)
    this.free = new Int32Array(capacity)
    this.events = new Agenda(capacity, horizon, slotsPerMonth)
    this.byCell = new Queues(profiles * municipalities, capacity)
    this.byProfile = new Queues(profiles, capacity)
    this.outside = new Queues(1, capacity)
    this.clear()
  }

  clear(): void {
    this.events.clear()
    this.byCell.clear()
    this.byProfile.clear()
    this.outside.clear()
    this.freeCount = this.capacity
    // Lowest numbers first, also after growth in an earlier run: a run must not depend on the one before.
    for (let i = 0; i < this.capacity; i += 1) this.free[i] = this.capacity - 1 - i
  }

  enter(profile: number, municipality: number, seed: number, now: number): number {
    if (this.freeCount === 0) this.grow()
    this.freeCount -= 1
    const person = this.free[this.freeCount] as number
    this.profile[person] = profile
    this.municipality[person] = municipality
    this.cell[person] = profile * this.municipalities + municipality
    this.type[person] = -1
    this.placeMunicipality[person] = -1
    this.bed[person] = -1
    this.seed[person] = seed
    this.since[person] = now
    return person
  }

  /** Only who has no event any more: who leaves does so by an event, which has been taken. */
  leave(person: number): void {
    this.free[this.freeCount] = person
    this.freeCount += 1
  }

  /** The person's own next uniform number. */
  uniform(person: number): number {
    const next = ((this.seed[person] as number) + GOLDEN) | 0
    this.seed[person] = next
    return unitFrom(mix(next))
  }

  exponential(person: number): number {
    const next = ((this.seed[person] as number) + GOLDEN) | 0
    this.seed[person] = next
    return exponentialFrom(mix(next))
  }

  private grow(): void {
    const old = this.capacity
    const capacity = old * 2
    const ints = (from: Int32Array): Int32Array => copyInto(new Int32Array(capacity), from)
    this.profile = ints(this.profile)
    this.municipality = ints(this.municipality)
    this.cell = ints(this.cell)
    this.type = ints(this.type)
    this.placeMunicipality = ints(this.placeMunicipality)
    this.bed = ints(this.bed)
    this.seed = ints(this.seed)
    this.free = ints(this.free)
    this.since = copyInto(new Float64Array(capacity), this.since)
    const wants = new Uint8Array(capacity)
    wants.set(this.wantsBed)
    this.wantsBed = wants
    this.events.grow(capacity)
    this.byCell.grow(capacity)
    this.byProfile.grow(capacity)
    this.outside.grow(capacity)
    for (let i = 0; i < old; i += 1) this.free[i] = capacity - 1 - i
    this.freeCount = old
    this.capacity = capacity
  }
}
