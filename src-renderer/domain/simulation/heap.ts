/**
 * Binary heap of people by the moment of their next event. It holds at most one event per person and knows where each
 * stands, so an event can be moved or cancelled; nothing is allocated per event. Equal moments: lowest number first.
 */
export class EventHeap {
  /** Person and moment by place in the heap; they lie side by side, so that a comparison needs no second look-up. */
  private order: Int32Array
  private moment: Float64Array
  /** Place in the heap by person; −1 = no event. */
  private place: Int32Array
  private count = 0

  constructor(capacity: number) {
    this.order = new Int32Array(capacity)
    this.moment = new Float64Array(capacity)
    this.place = new Int32Array(capacity).fill(-1)
  }

  clear(): void {
    this.count = 0
    this.place.fill(-1)
  }

  grow(capacity: number): void {
    const old = this.place.length
    this.order = copyInto(new Int32Array(capacity), this.order)
    this.moment = copyInto(new Float64Array(capacity), this.moment)
    this.place = copyInto(new Int32Array(capacity), this.place)
    this.place.fill(-1, old)
  }

  /** Moment of the first event; Infinity when there is none. */
  nextTime(): number {
    return this.count === 0 ? Infinity : (this.moment[0] as number)
  }

  /** Sets the next event of a person, in place of the one there may be. */
  set(person: number, moment: number): void {
    const at = this.place[person] as number
    if (at < 0) {
      this.count += 1
      this.up(person, moment, this.count - 1)
    } else if (moment < (this.moment[at] as number)) this.up(person, moment, at)
    else this.down(person, moment, at)
  }

  remove(person: number): void {
    const at = this.place[person] as number
    if (at < 0) return
    this.place[person] = -1
    this.count -= 1
    if (at === this.count) return
    // The last one comes in its stead, and goes up or down from there.
    const last = this.order[this.count] as number
    const moment = this.moment[this.count] as number
    const parent = (at - 1) >> 1
    if (at > 0 && before(moment, last, this.moment[parent] as number, this.order[parent] as number))
      this.up(last, moment, at)
    else this.down(last, moment, at)
  }

  /** Takes the person whose event comes first; -1 when there is none. */
  pop(): number {
    if (this.count === 0) return -1
    const first = this.order[0] as number
    this.place[first] = -1
    this.count -= 1
    if (this.count > 0) this.down(this.order[this.count] as number, this.moment[this.count] as number, 0)
    return first
  }

  /** Puts a person at a place or above it. */
  private up(person: number, time: number, from: number): void {
    const { order, moment, place } = this
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = order[parent] as number
      const then = moment[parent] as number
      if (!before(time, person, then, other)) break
      order[at] = other
      moment[at] = then
      place[other] = at
      at = parent
    }
    order[at] = person
    moment[at] = time
    place[person] = at
  }

  /** Puts a person at a place or below it. */
  private down(person: number, time: number, from: number): void {
    const { order, moment, place, count } = this
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      let other = order[child] as number
      let then = moment[child] as number
      if (child + 1 < count) {
        const right = order[child + 1] as number
        const later = moment[child + 1] as number
        if (before(later, right, then, other)) {
          child += 1
          other = right
          then = later
        }
      }
      if (!before(then, other, time, person)) break
      order[at] = other
      moment[at] = then
      place[other] = at
      at = child
    }
    order[at] = person
    moment[at] = time
    place[person] = at
  }
}

function before(time: number, person: number, otherTime: number, other: number): boolean {
  return time < otherTime || (time === otherTime && person < other)
}

export function copyInto<T extends Int32Array | Float64Array>(target: T, source: T): T {
  target.set(source)
  return target
}
