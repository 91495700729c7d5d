import { lnOfBits } from './ln'

/**
 * Seeded randomness that gives the same numbers on every engine: 32-bit integer arithmetic (`Math.imul`), and for the
 * rest only + − × ÷ and the square root, which IEEE 754 fixes to the last bit.
 */

const GOLDEN = 0x9e3779b9 | 0
const UNIT = 1 / 4_294_967_296

/** Mixes the bits of a whole number well (finaliser of the splitmix family, 32 bits). */
export function mix(value: number): number {
  let z = value | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return z ^ (z >>> 15)
}

/** One seed from several numbers: the order counts. */
export function seedFrom(...parts: readonly number[]): number {
  let seed = 0x243f6a88 | 0
  for (const part of parts) seed = mix((seed + GOLDEN) ^ mix(part))
  return seed
}

/** A number for a text, so that a draw can hang on a name (FNV-1a over its code units, then mixed). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** A uniform number in (0, 1) from 32 bits; never 0 or 1, so its logarithm is finite. */
export function unitFrom(bits: number): number {
  return ((bits >>> 0) + 0.5) * UNIT
}

const LN_TWO_32 = 22.18070977791825

/** Exponential with mean 1 from 32 bits: −ln of `unitFrom`, taken of the whole part so that little is left to scale. */
export function exponentialFrom(bits: number): number {
  return LN_TWO_32 - lnOfBits(bits)
}

/** Stream of random numbers (xoshiro128**, seeded by splitmix). Two with one seed give the same numbers. */
export class Random {
  private readonly state = new Int32Array(4)

  constructor(seed: number) {
    this.reseed(seed)
  }

  reseed(seed: number): void {
    let at = seed | 0
    for (let i = 0; i < 4; i += 1) {
      at = (at + GOLDEN) | 0
      this.state[i] = mix(at)
    }
    // All zeros is the one state that never leaves itself.
    this.state[0] = (this.state[0] as number) | 1
  }

  /** 32 random bits as a signed whole number. */
  bits(): number {
    const s = this.state
    const s0 = s[0] as number
    const s1 = s[1] as number
    const s2 = (s[2] as number) ^ s0
    const s3 = (s[3] as number) ^ s1
    const by5 = Math.imul(s1, 5)
    const result = Math.imul((by5 << 7) | (by5 >>> 25), 9)
    s[1] = s1 ^ s2
    s[0] = s0 ^ s3
    s[2] = s2 ^ (s1 << 9)
    s[3] = (s3 << 11) | (s3 >>> 21)
    return result
  }

  /** In (0, 1). */
  uniform(): number {
    return unitFrom(this.bits())
  }

  /** Whole number from 0 up to but not including `n`. */
  below(n: number): number {
    return Math.floor(this.uniform() * n)
  }

  bernoulli(probability: number): boolean {
    return this.uniform() < probability
  }

  exponential(mean: number): number {
    return exponentialFrom(this.bits()) * mean
  }

  /** How many events of a Poisson process with rate 1 fall in a time of `mean`: exact, in time that grows with the mean. */
  poisson(mean: number): number {
    let count = 0
    for (let at = this.exponential(1); at <= mean; at += this.exponential(1)) count += 1
    return count
  }

  binomial(trials: number, probability: number): number {
    let count = 0
    for (let i = 0; i < trials; i += 1) if (this.bernoulli(probability)) count += 1
    return count
  }

  choice<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)]
  }

  /** Puts whole numbers in a random order, in place. */
  shuffle(items: Int32Array): void {
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1)
      const kept = items[i] as number
      items[i] = items[j] as number
      items[j] = kept
    }
  }
}

/**
 * Value of the triangular distribution low–mode–high at a uniform number: the square root is exact, so is this. Held
 * within the range, because near the smallest numbers there are the product under the root is rounded up.
 */
export function triangular(u: number, low: number, mode: number, high: number): number {
  const width = high - low
  if (!(width > 0)) return mode
  const left = (mode - low) / width
  return u < left
    ? Math.min(high, low + Math.sqrt(u * width * (mode - low)))
    : Math.max(low, high - Math.sqrt((1 - u) * width * (high - mode)))
}
