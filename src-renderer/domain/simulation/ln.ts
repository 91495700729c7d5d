/**
 * Natural logarithm from + − × ÷ only. Engines may differ in the last bit of `Math.log`, and one such bit would send two
 * computers down different runs; these four operations are the same everywhere by IEEE 754.
 */

const TWO_32 = 4_294_967_296
const LN2 = 0.6931471805599453

/** 2⁻ˢ for s = 0…31: powers of two, so exact. */
const NEGATIVE_POWERS = Float64Array.from({ length: 32 }, (_, s) => {
  let power = 1
  for (let i = 0; i < s; i += 1) power *= 0.5
  return power
})

/** Parts of [1, 2), each with a number near 1 ÷ its middle, and minus the logarithm of that number. */
const PARTS = 128
const INVERSE = Float64Array.from({ length: PARTS }, (_, i) => (i === 0 ? 1 : 1 / (1 + (i + 0.5) / PARTS)))
const MINUS_LN = Float64Array.from(INVERSE, (inverse) => 2 * atanh((1 - inverse) / (1 + inverse)))

/** z + z³/3 + z⁵/5 + …, added from the smallest term; z at most ⅓, so 20 terms are plenty. */
function atanh(z: number): number {
  let sum = 0
  for (let k = 39; k >= 1; k -= 2) sum = sum * z * z + 1 / k
  return z * sum
}

/**
 * ln(x) for finite x > 0, within 1e-14 of the true value (relative, and absolute near 1). Zero gives −Infinity, anything
 * below or not a number NaN. The number is split into a power of two (count of leading zeros), one of 128 known numbers,
 * and 1 + r with r at most 1/128, for which r − r²/2 + r³/3 … converges in eight terms.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  if (x === Infinity) return Infinity
  let scaled = x
  let exponent = 0
  while (scaled >= TWO_32) {
    scaled /= TWO_32
    exponent += 32
  }
  while (scaled < 1) {
    scaled *= TWO_32
    exponent -= 32
  }
  const shift = 31 - Math.clz32(scaled)
  const m = scaled * (NEGATIVE_POWERS[shift] as number)
  const part = Math.floor((m - 1) * PARTS)
  const r = m * (INVERSE[part] as number) - 1
  return (exponent + shift) * LN2 + ((MINUS_LN[part] as number) + afterPart(r))
}

/** ln(1 + r) for r at most 1/128. In pairs, so that a processor can work on several at once. */
function afterPart(r: number): number {
  const r2 = r * r
  const r4 = r2 * r2
  const low = 1 - r * (1 / 2) + r2 * (1 / 3 - r * (1 / 4))
  const high = 1 / 5 - r * (1 / 6) + r2 * (1 / 7 - r * (1 / 8))
  return r * (low + r4 * high)
}

/**
 * ln(n + ½) of a whole number n in 32 bits, to the last bit what `ln` gives. The parts of such a number can be read from
 * its bits, without the steps that any number needs: random times are drawn millions of times.
 */
export function lnOfBits(bits: number): number {
  const n = bits >>> 0
  const zeros = Math.clz32(bits)
  // Below 128 the half counts in the choice of the part; that happens once in thirty million draws.
  if (zeros > 24) return ln(n + 0.5)
  const shift = 31 - zeros
  const part = (bits >>> (24 - zeros)) & 127
  const r = (n + 0.5) * (NEGATIVE_POWERS[shift] as number) * (INVERSE[part] as number) - 1
  return shift * LN2 + ((MINUS_LN[part] as number) + afterPart(r))
}
