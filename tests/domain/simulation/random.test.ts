import { describe, expect, it } from 'vitest'
import { ln, lnOfBits } from '@/domain/simulation/ln'
import { hashText, Random, seedFrom, triangular } from '@/domain/simulation/random'

describe('ln', () => {
  it('is within 1e-14 of the logarithm, from the smallest to the largest number', () => {
    const random = new Random(7)
    let worst = 0
    const check = (x: number): void => {
      const real = Math.log(x)
      worst = Math.max(worst, Math.abs(ln(x) - real) / Math.max(1, Math.abs(real)))
    }
    for (let i = 0; i < 200_000; i += 1) check(random.uniform())
    for (let i = 0; i < 50_000; i += 1) check(random.uniform() * 2)
    for (let e = -1022; e <= 1023; e += 1) check((1 + random.uniform()) * 2 ** e)
    check(Number.MIN_VALUE)
    check(Number.MAX_VALUE)
    check(0.5 / 4_294_967_296)
    expect(worst).toBeLessThan(1e-14)
  })

  it('knows its edges', () => {
    expect(ln(1)).toBe(0)
    expect(ln(0)).toBe(-Infinity)
    expect(ln(-1)).toBeNaN()
    expect(ln(Number.NaN)).toBeNaN()
    expect(ln(Infinity)).toBe(Infinity)
  })
})

describe('lnOfBits', () => {
  it('is ln to the last bit', () => {
    const random = new Random(11)
    const edges = Array.from({ length: 600 }, (_, n) => n)
    for (let shift = 0; shift < 32; shift += 1) edges.push(1 << shift, (1 << shift) - 1, ~(1 << shift))
    const drawn = Array.from({ length: 200_000 }, () => random.bits())
    const other = [...edges, ...drawn].filter((bits) => !Object.is(lnOfBits(bits), ln((bits >>> 0) + 0.5)))
    expect(other).toEqual([])
  })
})

/** FNV-1a over the bytes of numbers: one text for a whole stream. */
function fingerprint(values: Float64Array | Int32Array): string {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

describe('Random', () => {
  it('gives the same bytes for the same seed on every engine', () => {
    const random = new Random(20_260_101)
    const bits = Int32Array.from({ length: 4096 }, () => random.bits())
    const times = Float64Array.from({ length: 4096 }, () => random.exponential(3.5))
    const counts = Int32Array.from({ length: 256 }, () => random.poisson(4) * 1000 + random.binomial(9, 0.3))
    expect([fingerprint(bits), fingerprint(times), fingerprint(counts)]).toMatchInlineSnapshot(`
      [
        "8f2a075a",
        "b7eddb2f",
        "3b2eeef4",
      ]
    `)
    expect([seedFrom(1, 2), seedFrom(2, 1), hashText('stay/type-1')]).toMatchInlineSnapshot(`
      [
        1336300344,
        534749558,
        -810148527,
      ]
    `)
  })

  it('keeps within the range, also among the smallest numbers there are', () => {
    const high = 2.208385288327471e-162
    for (let u = 0; u < 1; u += 0.01) {
      expect(triangular(u, 0, 0, high)).toBeGreaterThanOrEqual(0)
      expect(triangular(u, 0, high, high)).toBeLessThanOrEqual(high)
    }
  })

  it('follows its distributions', () => {
    const random = new Random(3)
    const n = 200_000
    const meanOf = (draw: () => number): number => {
      let total = 0
      for (let i = 0; i < n; i += 1) total += draw()
      return total / n
    }
    // Bounds are 4 standard errors.
    expect(Math.abs(meanOf(() => random.uniform()) - 0.5)).toBeLessThan(
      (4 * Math.sqrt(1 / 12)) / Math.sqrt(n),
    )
    expect(Math.abs(meanOf(() => random.exponential(2)) - 2)).toBeLessThan((4 * 2) / Math.sqrt(n))
    expect(Math.abs(meanOf(() => random.poisson(3)) - 3)).toBeLessThan((4 * Math.sqrt(3)) / Math.sqrt(n))
    expect(Math.abs(meanOf(() => random.binomial(10, 0.2)) - 2)).toBeLessThan(
      (4 * Math.sqrt(1.6)) / Math.sqrt(n),
    )
    expect(Math.abs(meanOf(() => triangular(random.uniform(), 1, 2, 6)) - 3)).toBeLessThan(
      (4 * Math.sqrt(21 / 18)) / Math.sqrt(n),
    )
    const seen = new Int32Array(5)
    for (let i = 0; i < 50_000; i += 1) {
      const at = random.choice([0, 1, 2, 3, 4]) ?? 0
      seen[at] = (seen[at] ?? 0) + 1
    }
    for (const count of seen) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(8000))
  })

  it('spreads neighbouring seeds', () => {
    // Correlation of the first numbers of neighbouring runs: about 0, within 4/√n.
    const n = 20_000
    const first = Array.from({ length: n + 1 }, (_, i) => new Random(seedFrom(5, i)).uniform() - 0.5)
    let product = 0
    for (let i = 0; i < n; i += 1) product += (first[i] ?? 0) * (first[i + 1] ?? 0)
    expect(Math.abs((product / n) * 12)).toBeLessThan(4 / Math.sqrt(n))
  })
})
