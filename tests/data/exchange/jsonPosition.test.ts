import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonError } from '@/exchange/jsonPosition'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place where JSON breaks', () => {
  it.each<[string, number, number, boolean]>([
    ['{"a" 1}', 1, 6, false],
    ['{\n"a": tru\n}', 2, 6, false],
    ['[1,\n 2,\n]', 3, 1, false],
    ['{"a": "b', 1, 9, true],
    ['{"a": "b\n"}', 1, 9, false],
    ['{"a": 1', 1, 8, true],
    ['{}}', 1, 3, false],
    ["{'a': 1}", 1, 2, false],
    ['[01]', 1, 3, false],
    ['"\\x"', 1, 2, false],
    ['', 1, 1, true],
  ])('%j', (text, line, column, cutOff) => {
    expect(findJsonError(text)).toEqual({ line, column, cutOff })
  })

  it('agrees with the engine on what is JSON', () => {
    const nearly = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '0', '-', '.', 'e', '\\', ' ', '\n', 'null'),
      )
      .map(([text, where, put]) => {
        const at = where % (text.length + 1)
        return text.slice(0, at) + put + text.slice(at + 1)
      })
    fc.assert(
      fc.property(nearly, (text) => {
        expect(findJsonError(text) === null).toBe(isJson(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('comes to an end with a long broken text', () => {
    findJsonError(`["${'\\'.repeat(400_001)}`)
    findJsonError(`${'['.repeat(400_000)}x`)
    expect(findJsonError(`["${'a'.repeat(20_000_000)}`)?.cutOff).toBe(true)
  })
})
