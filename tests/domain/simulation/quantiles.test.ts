import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestRank, spreadOf } from '@/domain/simulation/quantiles'
import { Random } from '@/domain/simulation/random'

describe('spreadOf', () => {
  it('takes the value at the nearest rank', () => {
    const ten = Float64Array.from([9, 1, 8, 2, 7, 3, 6, 4, 5, 10])
    expect(spreadOf(ten, 10)).toMatchObject({ p10: 1, p50: 5, p90: 9, mean: 5.5, runs: 10 })
    expect([nearestRank(1000, 0.1), nearestRank(1000, 0.9), nearestRank(3, 0.5)]).toEqual([100, 900, 2])
  })

  it('leaves out what does not exist', () => {
    expect(spreadOf(Float64Array.from([Number.NaN, 4, Number.NaN]), 3)).toMatchObject({
      p10: 4,
      p90: 4,
      runs: 1,
    })
    expect(spreadOf(new Float64Array(0), 0).p50).toBeNaN()
  })

  it('counts whole numbers as sorting would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 3000 }), { minLength: 1, maxLength: 80 }),
        (values) => {
          const sorted = [...values].sort((a, b) => a - b)
          const spread = spreadOf(Float64Array.from(values), values.length)
          const at = (q: number): number | undefined => sorted[nearestRank(values.length, q) - 1]
          expect([spread.p10, spread.p50, spread.p90]).toEqual([at(0.1), at(0.5), at(0.9)])
          // Half a hundredth more makes it sort: the same values must come out.
          const shifted = spreadOf(
            Float64Array.from(values, (v) => v + 0.5),
            values.length,
          )
          expect(shifted.p50).toBe(spread.p50 + 0.5)
          expect(shifted.error90).toBe(spread.error90)
        },
      ),
    )
  })

  it('knows its own Monte Carlo error: two of them hold the true quantile about 19 times in 20', () => {
    const random = new Random(4)
    let [inside50, inside90, insideMean] = [0, 0, 0]
    const tries = 400
    for (let t = 0; t < tries; t += 1) {
      const s = spreadOf(
        Float64Array.from({ length: 400 }, () => random.uniform()),
        400,
      )
      if (Math.abs(s.p50 - 0.5) <= 2 * s.error50) inside50 += 1
      if (Math.abs(s.p90 - 0.9) <= 2 * s.error90) inside90 += 1
      if (Math.abs(s.mean - 0.5) <= 2 * s.meanError) insideMean += 1
    }
    for (const inside of [inside50, inside90, insideMean]) expect(inside / tries).toBeGreaterThan(0.9)
  })
})
