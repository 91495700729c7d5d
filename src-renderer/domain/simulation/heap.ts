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
    let at = this.place[person] as number
    if (at < 0) {
      at = this.count
      this.count += 1
      this.order[at] = person
      this.place[person] = at
    }
    this.time[person] = moment
    this.up(at)
    this.down(this.place[person] as number)
  }

  remove(person: number): void {
    const at = this.place[person] as number
    if (at < 0) return
    this.place[person] = -1
    this.count -= 1
    if (at === this.count) return
    const last = this.order[this.count] as number
    this.order[at] = last
    this.place[last] = at
    this.up(at)
    this.down(this.place[last] as number)
  }

  /** Takes the person whose event comes first; -1 when there is none. */
  pop(): number {
    if (this.count === 0) return -1
    const first = this.order[0] as number
    this.remove(first)
    return first
  }

  private before(a: number, b: number): boolean {
    const ta = this.time[a] as number
    const tb = this.time[b] as number
    return ta < tb || (ta === tb && a < b)
  }

  private up(from: number): void {
    const person = this.order[from] as number
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = this.order[parent] as number
      if (!this.before(person, other)) break
      this.order[at] = other
      this.place[other] = at
      at = parent
    }
    this.order[at] = person
    this.place[person] = at
  }

  private down(from: number): void {
    const person = this.order[from] as number
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.count) break
      let other = this.order[child] as number
      if (child + 1 < this.count) {
        const right = this.order[child + 1] as number
        if (this.before(right, other)) {
          child += 1
          other = right
        }
      }
      if (!this.before(other, person)) break
      this.order[at] = other
      this.place[other] = at
      at = child
    }
    this.order[at] = person
    this.place[person] = at
  }
}

export function copyInto<T extends Int32Array | Float64Array>(target: T, source: T): T {
  target.set(source)
  return target
}
