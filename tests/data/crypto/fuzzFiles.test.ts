import { expect, it } from 'vitest'
import { fuzzFiles } from '../../soak/fuzzFiles'

it('mutated files are refused or opened, and never change what they hold (the long run is a soak)', async () => {
  const { tried, opened, refused } = await fuzzFiles({ count: 1_500, seed: 20_261_102 })
  expect(tried).toBe(1_500)
  expect(opened).toBeGreaterThan(0)
  // The mutations reach every layer: outside, keys, parts, text, JSON, schema and content.
  for (const code of [
    'sealed-header-damaged',
    'sealed-part-damaged',
    'sealed-cut-off',
    'sealed-too-long',
    'kdf-out-of-range',
    'not-json',
    'wrong-schema',
    'damaged',
  ])
    expect(refused, code).toHaveProperty(code)
})
