import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationWeights, fairShare } from '@/domain/capacity/fairShare'
import { literalData, municipality, programme } from '../../fixtures/literal'

const ids = (...names: string[]): { id: string }[] => names.map((id) => ({ id }))

describe('fair share', () => {
  it('gives whole places by largest remainder', () => {
    const result = fairShare(
      ids('A', 'B', 'C'),
      new Map([
        ['A', 5],
        ['B', 3],
        ['C', 2],
      ]),
      7,
    )
    // 3.5, 2.1, 1.4: the one place left goes to A.
    expect(result).toEqual({
      ok: true,
      value: new Map([
        ['A', 4],
        ['B', 2],
        ['C', 1],
      ]),
    })
  })

  it('breaks ties by larger weight, then by code', () => {
    // 1.5 and 4.5: equal remainders, the larger weight gets the place.
    expect(
      fairShare(
        ids('A', 'B'),
        new Map([
          ['A', 1],
          ['B', 3],
        ]),
        6,
      ),
    ).toEqual({
      ok: true,
      value: new Map([
        ['A', 1],
        ['B', 5],
      ]),
    })
    expect(
      fairShare(
        ids('B', 'A'),
        new Map([
          ['A', 1],
          ['B', 1],
        ]),
        3,
      ),
    ).toEqual({
      ok: true,
      value: new Map([
        ['B', 1],
        ['A', 2],
      ]),
    })
  })

  it.each([
    ['weights-zero', new Map([['A', 0]]), 5, 'Alle gewichten in de verdeelsleutel zijn 0.'],
    ['weights-negative', new Map([['A', -1]]), 5, 'niet lager zijn dan 0'],
    ['total-invalid', new Map([['A', 1]]), 2.5, 'heel getal van 0 of meer'],
  ])('refuses %s in Dutch', (code, weights, total, message) => {
    const result = fairShare(ids('A'), weights, total)
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.error.code).toBe(code)
    expect(result.error.message).toContain(message)
  })

  it('names the municipality whose weight is missing', () => {
    const data = {
      ...literalData(),
      municipalities: new Map([['C', municipality('C', null, 'Oost Gelre')]]),
    }
    const result = allocationWeights(data)
    expect(!result.ok && result.error.message).toContain('Oost Gelre')
  })

  it('takes manual weights, and 0 for who has none', () => {
    const manual = programme({
      allocationKey: { basis: 'manual', manualWeights: { A: 3 }, source: '', decisionDate: null },
    })
    expect(allocationWeights({ ...literalData(), programme: new Map([['programme', manual]]) })).toEqual({
      ok: true,
      value: new Map([
        ['A', 3],
        ['B', 0],
      ]),
    })
  })

  it('always adds up to the total and never differs a whole place from the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 100_000 }),
        (list, total) => {
          fc.pre(list.some((w) => w > 0))
          const weights = new Map(list.map((w, i) => [`M${String(i)}`, w]))
          const result = fairShare(ids(...weights.keys()), weights, total)
          if (!result.ok) throw new Error(result.error.code)
          const sum = list.reduce((a, b) => a + b, 0)
          expect([...result.value.values()].reduce((a, b) => a + b, 0)).toBe(total)
          for (const [id, share] of result.value)
            expect(Math.abs(share - (total * (weights.get(id) ?? 0)) / sum)).toBeLessThan(1)
        },
      ),
    )
  })
})
