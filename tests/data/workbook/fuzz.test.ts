import { expect, it } from 'vitest'
import { fuzzWorkbooks } from '../../soak/fuzzWorkbooks'

it('reads or refuses 300 damaged workbooks and CSVs, without a crash and without unsound answers', async () => {
  const report = await fuzzWorkbooks({ count: 300, seed: 2_026 })
  expect(report.tried).toBe(300)
  // Enough came through to say something about what comes after reading.
  expect(report.opened).toBeGreaterThan(30)
  expect(Object.keys(report.refused).length).toBeGreaterThan(4)
}, 120_000)
