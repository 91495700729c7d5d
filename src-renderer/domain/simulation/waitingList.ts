import type { Model } from './compile'
import type { People } from './people'
import { add } from './record'
import type { Stock } from './stock'

/** Who waits, where, and who of them sleeps in a shelter bed. */
export class WaitingList {
  count = 0
  /** Of those waiting: who needs a shelter bed, in one or not. */
  wantBeds = 0
  /** Waiting, and of those in a bed, by the cell (profile × municipality) of the person. */
  readonly inCell: Int32Array
  readonly shelteredInCell: Int32Array

  constructor(
    private readonly model: Model,
    private readonly people: People,
    private readonly stock: Stock,
  ) {
    const cells = model.profiles * model.municipalities
    this.inCell = new Int32Array(cells)
    this.shelteredInCell = new Int32Array(cells)
  }

  clear(): void {
    this.count = 0
    this.wantBeds = 0
    this.inCell.fill(0)
    this.shelteredInCell.fill(0)
  }

  /** @param wantsBed takes a shelter bed as soon as one is free */
  join(person: number, wantsBed: boolean): void {
    const { people, stock } = this
    const cell = people.cell[person] as number
    people.byCell.append(cell, person)
    people.byProfile.append(people.profile[person] as number, person)
    this.count += 1
    add(this.inCell, cell, 1)
    people.wantsBed[person] = wantsBed ? 1 : 0
    if (!wantsBed) return
    this.wantBeds += 1
    const bed = stock.findBed(people.municipality[person] as number)
    if (bed >= 0) this.giveBed(person, bed)
    else people.outside.append(0, person)
  }

  /** Off the list, for whatever reason; a bed goes to who waits longest for one, unless it is to be closed. */
  quit(person: number): void {
    const { people, stock } = this
    const cell = people.cell[person] as number
    people.byCell.remove(cell, person)
    people.byProfile.remove(people.profile[person] as number, person)
    this.count -= 1
    add(this.inCell, cell, -1)
    if (people.wantsBed[person] === 1) this.wantBeds -= 1
    const bed = people.bed[person] as number
    if (bed >= 0) {
      people.bed[person] = -1
      add(this.shelteredInCell, cell, -1)
      stock.leaveBed(bed)
      this.fillBeds()
    } else if (people.wantsBed[person] === 1) people.outside.remove(0, person)
  }

  fillBeds(): void {
    const { people, stock } = this
    while (stock.freeBeds > 0) {
      const person = people.outside.first(0)
      if (person < 0) return
      people.outside.remove(0, person)
      this.giveBed(person, stock.findBed(people.municipality[person] as number))
    }
  }

  /** Who waits longest and suits the type: own municipality first, then the region; −1 when there is nobody. */
  longestFor(type: number, municipality: number): number {
    const { people, model } = this
    const suited = model.suited[type]
    if (suited === undefined) return -1
    let best = -1
    let since = Infinity
    for (const p of suited) {
      const person = people.byCell.first(p * model.municipalities + municipality)
      if (person >= 0 && (people.since[person] as number) < since) {
        best = person
        since = people.since[person] as number
      }
    }
    if (best >= 0 || !model.acrossRegion) return best
    for (const p of suited) {
      const person = people.byProfile.first(p)
      if (person >= 0 && (people.since[person] as number) < since) {
        best = person
        since = people.since[person] as number
      }
    }
    return best
  }

  /** Longest wait so far of anyone on the list; 0 when nobody waits. */
  longestWait(now: number): number {
    let longest = 0
    for (let p = 0; p < this.model.profiles; p += 1) {
      const person = this.people.byProfile.first(p)
      if (person >= 0) longest = Math.max(longest, now - (this.people.since[person] as number))
    }
    return longest
  }

  /** Waits so far of everybody on the list, together. */
  openWaits(now: number): number {
    const { people, model } = this
    let total = 0
    for (let p = 0; p < model.profiles; p += 1)
      for (let person = people.byProfile.first(p); person >= 0; person = people.byProfile.after(person))
        total += now - (people.since[person] as number)
    return total
  }

  private giveBed(person: number, municipality: number): void {
    this.people.bed[person] = municipality
    this.stock.takeBed(municipality)
    add(this.shelteredInCell, this.people.cell[person] as number, 1)
  }
}
