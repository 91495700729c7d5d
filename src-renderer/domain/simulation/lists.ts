import { copyInto } from './agenda'

/** Several queues over the same people: each person stands in at most one of them. Longest there is first. */
export class Queues {
  private readonly head: Int32Array
  private readonly tail: Int32Array
  private next: Int32Array
  private previous: Int32Array

  constructor(queues: number, capacity: number) {
    this.head = new Int32Array(queues).fill(-1)
    this.tail = new Int32Array(queues).fill(-1)
    this.next = new Int32Array(capacity)
    this.previous = new Int32Array(capacity)
  }

  clear(): void {
    this.head.fill(-1)
    this.tail.fill(-1)
  }

  grow(capacity: number): void {
    this.next = copyInto(new Int32Array(capacity), this.next)
    this.previous = copyInto(new Int32Array(capacity), this.previous)
  }

  /** −1 when nobody stands in the queue. */
  first(queue: number): number {
    return this.head[queue] as number
  }

  after(person: number): number {
    return this.next[person] as number
  }

  append(queue: number, person: number): void {
    const last = this.tail[queue] as number
    this.previous[person] = last
    this.next[person] = -1
    if (last < 0) this.head[queue] = person
    else this.next[last] = person
    this.tail[queue] = person
  }

  /** The person must stand in this queue. */
  remove(queue: number, person: number): void {
    const before = this.previous[person] as number
    const after = this.next[person] as number
    if (before < 0) this.head[queue] = after
    else this.next[before] = after
    if (after < 0) this.tail[queue] = before
    else this.previous[after] = before
  }
}
