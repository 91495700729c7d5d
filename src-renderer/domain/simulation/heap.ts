/**
 * Binary heap of people by the moment of their next event. It holds at most one event per person and knows where each
 * stands, so an event can be moved or cancelled; nothing is allocated per event. Equal moments: lowest number first.
 */
export class EventHeap {
  private order: Int32Array
  private place: Int32Array
  private time: Float64Array
  private count = 0

  constructor(capacity: number) {
    this.order = new Int32Array(capacity)
    this.place = new Int32Array(capacity).fill(-1)
    this.time = new Float64Array(capacity)
  }

  get size(): number {
    return this.count
  }

  clear(): void {
    this.count = 0
    this.place.fill(-1)
  }

  grow(capacity: number): void {
    const old = this.place.length
    this.order = copyInto(new Int32Array(capacity), this.order)
    this.place = copyInto(new Int32Array(capacity), this.place)
    this.place.fill(-1, old)
    this.time = copyInto(new Float64Array(capacity), this.time)
  }

  /** Moment of the first event; Infinity when there is none. */
  nextTime(): number {
    return this.count === 0 ? Infinity : (this.time[this.order[0] as number] as number)
  }

  timeOf(person: number): number {
    return (this.place[person] as number) < 0 ? Infinity : (this.time[person] as number)
  }

  /** Sets the next event of a person, in place of the one there may be. */
  set(person: number, moment: number): void {
    const at = this.place[person] as number
    const earlier = at < 0 || moment < (this.time[person] as number)
    this.time[person] = moment
    if (at < 0) {
      this.count += 1
      this.up(person, this.count - 1)
    } else if (earlier) this.up(person, at)
    else this.down(person, at)
  }

  remove(person: number): void {
    const at = this.place[person] as number
    if (at < 0) return
    this.place[person] = -1
    this.count -= 1
    if (at === this.count) return
    // The last one comes in its stead, and goes up or down from there.
    const last = this.order[this.count] as number
    const parent = this.order[(at - 1) >> 1] as number
    if (at > 0 && this.before(last, parent)) this.up(last, at)
    else this.down(last, at)
  }

  /** Takes the person whose event comes first; -1 when there is none. */
  pop(): number {
    if (this.count === 0) return -1
    const first = this.order[0] as number
    this.place[first] = -1
    this.count -= 1
    if (this.count > 0) this.down(this.order[this.count] as number, 0)
    return first
  }

  private before(a: number, b: number): boolean {
    const ta = this.time[a] as number
    const tb = this.time[b] as number
    return ta < tb || (ta === tb && a < b)
  }

  /** Puts a person at a place or above it. */
  private up(person: number, from: number): void {
    const { order, place } = this
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = order[parent] as number
      if (!this.before(person, other)) break
      order[at] = other
      place[other] = at
      at = parent
    }
    order[at] = person
    place[person] = at
  }

  /** Puts a person at a place or below it. */
  private down(person: number, from: number): void {
    const { order, place } = this
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.count) break
      let other = order[child] as number
      if (child + 1 < this.count) {
        const right = order[child + 1] as number
        if (this.before(right, other)) {
          child += 1
          other = right
        }
      }
      if (!this.before(other, person)) break
      order[at] = other
      place[other] = at
      at = child
    }
    order[at] = person
    place[person] = at
  }
}

export function copyInto<T extends Int32Array | Float64Array>(target: T, source: T): T {
  target.set(source)
  return target
}
