/** Room to sort in, made once. */
export class Sorting {
  readonly at: Float64Array
  readonly number: Int32Array

  constructor(capacity: number) {
    this.at = new Float64Array(capacity)
    this.number = new Int32Array(capacity)
  }
}

/** Rows up to this long are sorted by insertion. */
const SHORT = 16

/**
 * Puts the first `n` moments in order, and the numbers that go with them; equal moments keep their order. Merges ever
 * longer rows, to and fro between the arrays and the room: nothing is allocated, also with tens of thousands of lots.
 */
export function sortByMoment(at: Float64Array, number: Int32Array, n: number, room: Sorting): void {
  for (let from = 0; from < n; from += SHORT) insert(at, number, from, Math.min(n, from + SHORT))
  let [a, numbers, b, others] = [at, number, room.at, room.number]
  for (let width = SHORT; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width)
      merge(a, numbers, b, others, from, Math.min(n, from + width), Math.min(n, from + 2 * width))
    ;[a, b] = [b, a]
    ;[numbers, others] = [others, numbers]
  }
  if (a === at) return
  at.set(a.subarray(0, n))
  number.set(numbers.subarray(0, n))
}

function insert(at: Float64Array, number: Int32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i += 1) {
    const moment = at[i] as number
    const item = number[i] as number
    let j = i - 1
    while (j >= from && (at[j] as number) > moment) {
      at[j + 1] = at[j] as number
      number[j + 1] = number[j] as number
      j -= 1
    }
    at[j + 1] = moment
    number[j + 1] = item
  }
}

/** Two rows in order, `from`–`middle` and `middle`–`to`, into one. */
function merge(
  at: Float64Array,
  number: Int32Array,
  intoAt: Float64Array,
  intoNumber: Int32Array,
  from: number,
  middle: number,
  to: number,
): void {
  let left = from
  let right = middle
  for (let i = from; i < to; i += 1) {
    const takeLeft = left < middle && (right >= to || (at[left] as number) <= (at[right] as number))
    const j = takeLeft ? left : right
    if (takeLeft) left += 1
    else right += 1
    intoAt[i] = at[j] as number
    intoNumber[i] = number[j] as number
  }
}
