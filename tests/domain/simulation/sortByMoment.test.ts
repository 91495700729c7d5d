import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sorting, sortByMoment } from '@/domain/simulation/sortByMoment'

it('sorts like a stable sort, whatever lies after what is sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 300 }), fc.nat(5), (moments, more) => {
      const capacity = moments.length + more
      const at = new Float64Array(capacity).fill(-1)
      at.set(moments)
      const number = Int32Array.from({ length: capacity }, (_, i) => i)
      sortByMoment(at, number, moments.length, new Sorting(capacity))
      const expected = moments.map((moment, i) => [moment, i]).sort(([a = 0], [b = 0]) => a - b)
      expect([...at]).toEqual([...expected.map(([moment]) => moment), ...Array(more).fill(-1)])
      expect([...number.subarray(0, moments.length)]).toEqual(expected.map(([, i]) => i))
    }),
    { numRuns: 300 },
  )
})
