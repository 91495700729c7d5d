/**
 * People by the moment of their next event: a calendar of small slots, each with the events that fall in it. A slot holds
 * one or two events, so that putting in, moving, cancelling and taking the first cost the same few steps however many
 * people there are. At most one event per person; nothing is allocated per event. Equal moments: lowest number first.
 */
export class Agenda {
  /** First person in each slot, and the chain of those after and before; −1 = none. */
  private readonly head: Int32Array
  private next: Int32Array
  private previous: Int32Array
  /** Slot by person; −1 = no event. */
  private slot: Int32Array
  private moment: Float64Array
  private readonly slots: number
  /** No slot before this one holds an event. */
  private from = 0
  /** The first event; its moment is Infinity when there is none, and not known yet when `stale`. */
  private first = -1
  private firstMoment = Infinity
  private stale = false

  /**
   * @param horizon moments lie mostly below this; later ones share the last slot
   * @param perMonth slots in one unit of time: about half as many as events
   */
  constructor(
    capacity: number,
    horizon: number,
    private readonly perMonth: number,
  ) {
    this.slots = Math.max(1, Math.ceil(horizon * perMonth))
    this.head = new Int32Array(this.slots).fill(-1)
    this.next = new Int32Array(capacity)
    this.previous = new Int32Array(capacity)
    this.slot = new Int32Array(capacity).fill(-1)
    this.moment = new Float64Array(capacity)
  }

  clear(): void {
    this.head.fill(-1)
    this.slot.fill(-1)
    this.from = this.slots
    this.first = -1
    this.firstMoment = Infinity
    this.stale = false
  }

  grow(capacity: number): void {
    const old = this.slot.length
    this.next = copyInto(new Int32Array(capacity), this.next)
    this.previous = copyInto(new Int32Array(capacity), this.previous)
    this.slot = copyInto(new Int32Array(capacity), this.slot)
    this.moment = copyInto(new Float64Array(capacity), this.moment)
    this.slot.fill(-1, old)
  }

  /** Moment of the first event; Infinity when there is none. */
  nextTime(): number {
    if (this.stale) this.search()
    return this.firstMoment
  }

  /** Sets the next event of a person, in place of the one there may be. */
  set(person: number, moment: number): void {
    if ((this.slot[person] as number) >= 0) this.unlink(person)
    const { head } = this
    const wanted = Math.floor(moment * this.perMonth)
    const slot = wanted < this.slots ? wanted : this.slots - 1
    const after = head[slot] as number
    head[slot] = person
    this.next[person] = after
    this.previous[person] = -1
    if (after >= 0) this.previous[after] = person
    this.slot[person] = slot
    this.moment[person] = moment
    if (slot < this.from) this.from = slot
    if (this.stale) return
    if (moment < this.firstMoment || (moment === this.firstMoment && person < this.first)) {
      this.first = person
      this.firstMoment = moment
    }
  }

  remove(person: number): void {
    if ((this.slot[person] as number) < 0) return
    this.unlink(person)
    this.slot[person] = -1
  }

  /** Takes the person whose event comes first; −1 when there is none. */
  pop(): number {
    if (this.stale) this.search()
    const person = this.first
    if (person < 0) return -1
    this.unlink(person)
    this.slot[person] = -1
    return person
  }

  private unlink(person: number): void {
    const { next, previous } = this
    const after = next[person] as number
    const before = previous[person] as number
    if (before < 0) this.head[this.slot[person] as number] = after
    else next[before] = after
    if (after >= 0) previous[after] = before
    if (person === this.first) this.stale = true
  }

  private search(): void {
    const { head, next, moment, slots } = this
    this.stale = false
    let slot = this.from
    while (slot < slots && (head[slot] as number) < 0) slot += 1
    this.from = slot
    let best = -1
    let time = Infinity
    if (slot < slots)
      for (let person = head[slot] as number; person >= 0; person = next[person] as number) {
        const then = moment[person] as number
        if (then < time || (then === time && person < best)) {
          best = person
          time = then
        }
      }
    this.first = best
    this.firstMoment = time
  }
}

export function copyInto<T extends Int32Array | Float64Array>(target: T, source: T): T {
  target.set(source)
  return target
}
