/**
 * Natural logarithm from + − × ÷ only. Engines may differ in the last bit of `Math.log`, and one such bit would send two
 * computers down different runs; these four operations are the same everywhere by IEEE 754.
 */

const TWO_32 = 4_294_967_296
const LN2 = 0.6931471805599453
const SQRT2 = 1.4142135623730951

/** 2⁻ˢ for s = 0…31: powers of two, so exact. */
const NEGATIVE_POWERS = Float64Array.from({ length: 32 }, (_, s) => {
  let power = 1
  for (let i = 0; i < s; i += 1) power *= 0.5
  return power
})

/**
 * ln(x) for finite x > 0, within 1e-14 of the true value (relative, and absolute near 1). Zero gives −Infinity, anything
 * below or not a number NaN. The number is split into a power of two (count of leading zeros) and a part between ½√2 and
 * √2, for which 2·atanh((m − 1)/(m + 1)) converges in eleven terms.
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
  let m = scaled * (NEGATIVE_POWERS[shift] as number)
  exponent += shift
  if (m > SQRT2) {
    m *= 0.5
    exponent += 1
  }
  const z = (m - 1) / (m + 1)
  const w = z * z
  // 1 + w/3 + w²/5 + … + w¹⁰/21 in pairs, so that a processor can work on several at once.
  const w2 = w * w
  const w4 = w2 * w2
  const low = 1 + w * (1 / 3) + w2 * (1 / 5 + w * (1 / 7))
  const middle = 1 / 9 + w * (1 / 11) + w2 * (1 / 13 + w * (1 / 15))
  const high = 1 / 17 + w * (1 / 19) + w2 * (1 / 21)
  const series = low + w4 * (middle + w4 * high)
  return exponent * LN2 + 2 * z * series
}
