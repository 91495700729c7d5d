/**
 * Quantiles by nearest rank: of n values in order the one at rank ⌈q·n⌉ (1 = the lowest). No interpolation: every figure
 * shown is one that a run really gave. Its error comes from the binomial spread of that rank: half the distance between
 * the values at the ranks one standard deviation √(n·q·(1−q)) lower and higher.
 */
export const SHOWN_QUANTILES = [0.1, 0.5, 0.9] as const

export interface Spread {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly error10: number
  readonly error50: number
  readonly error90: number
  readonly mean: number
  /** Standard error of the mean. */
  readonly meanError: number
  /** Runs behind it: runs in which the figure doesn't exist don't count. */
  readonly runs: number
}

const UNKNOWN: Spread = {
  p10: Number.NaN,
  p50: Number.NaN,
  p90: Number.NaN,
  error10: Number.NaN,
  error50: Number.NaN,
  error90: Number.NaN,
  mean: Number.NaN,
  meanError: Number.NaN,
  runs: 0,
}

export function nearestRank(n: number, q: number): number {
  // The tiny step down keeps 0.1 × 1,000 at rank 100 when the product comes out a hair too high.
  return Math.max(1, Math.min(n, Math.ceil(n * q - 1e-9)))
}

/** A range of whole numbers up to this wide is counted instead of sorted. */
const COUNTABLE = 8192
const counts = new Int32Array(COUNTABLE)

/** Works out the spread of the first `n` values; not-a-numbers are left out. Leaves the values in place. */
export function spreadOf(values: Float32Array | Float64Array, n: number): Spread {
  const kept = new Float64Array(n)
  let size = 0
  let sum = 0
  let low = Infinity
  let high = -Infinity
  let whole = true
  for (let i = 0; i < n; i += 1) {
    const v = values[i] as number
    if (v !== v) continue
    kept[size] = v
    size += 1
    sum += v
    if (v < low) low = v
    if (v > high) high = v
    if (v !== Math.floor(v)) whole = false
  }
  if (size === 0) return UNKNOWN
  const mean = sum / size
  let squares = 0
  for (let i = 0; i < size; i += 1) {
    const d = (kept[i] as number) - mean
    squares += d * d
  }
  const meanError = size > 1 ? Math.sqrt(squares / (size - 1) / size) : Number.NaN
  const at =
    whole && high - low < COUNTABLE ? byCounting(kept, size, low, high - low + 1) : bySorting(kept, size)
  const half = (q: number): number => {
    const rank = nearestRank(size, q)
    const deviation = Math.ceil(Math.sqrt(size * q * (1 - q)))
    return (at(Math.min(size, rank + deviation)) - at(Math.max(1, rank - deviation))) / 2
  }
  return {
    p10: at(nearestRank(size, 0.1)),
    p50: at(nearestRank(size, 0.5)),
    p90: at(nearestRank(size, 0.9)),
    error10: half(0.1),
    error50: half(0.5),
    error90: half(0.9),
    mean,
    meanError,
    runs: size,
  }
}

function bySorting(values: Float64Array, n: number): (rank: number) => number {
  const sorted = values.subarray(0, n).sort()
  return (rank) => sorted[rank - 1] as number
}

function byCounting(values: Float64Array, n: number, low: number, width: number): (rank: number) => number {
  counts.fill(0, 0, width)
  for (let i = 0; i < n; i += 1) {
    const at = (values[i] as number) - low
    counts[at] = (counts[at] as number) + 1
  }
  // From counts to summed counts: then the value at a rank is the first with at least that many at or below it.
  for (let i = 1; i < width; i += 1) counts[i] = (counts[i] as number) + (counts[i - 1] as number)
  return (rank) => {
    let a = 0
    let b = width - 1
    while (a < b) {
      const middle = (a + b) >> 1
      if ((counts[middle] as number) >= rank) b = middle
      else a = middle + 1
    }
    return a + low
  }
}
