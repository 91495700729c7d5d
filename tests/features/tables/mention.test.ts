import { describe, expect, it } from 'vitest'
import { mentionAt, withMention } from '@/state/mention'
import { sessionPart } from '@/features/tables/shortcuts'
import { region } from '../../domain/regie/support'

const data = region()
const names = (typed: string): string[] | null =>
  mentionAt(data, typed, typed.length)?.found.map(({ name }) => name) ?? null

describe('naming a partner', () => {
  it.each([
    ['actie: bellen', null],
    ['mail@sit', null],
    ['actie: bellen @sit', ['Sité']],
    ['actie: bellen @woonpl', ['De Woonplaats']],
    ['actie: bellen @leger des', ['Leger des Heils']],
    ['actie: bellen @Sité', null],
    ['actie: bellen @Sité voor 12 december', null],
    ['actie: bellen @zzz', null],
  ])('%s', (typed, found) => {
    expect(names(typed)).toEqual(found)
  })

  it('offers partners at once, those that begin so first', () => {
    expect(names('@')).toHaveLength(6)
    expect(names('@wo')?.[0]).toBe('Wonion')
    expect(names('@wo')).toContain('De Woonplaats')
  })

  it('puts the whole name where it was begun, also in the middle of a line', () => {
    const typed = 'actie: @sit belt'
    const mention = mentionAt(data, typed, 11)
    if (mention === null) throw new Error('nobody found')
    expect(withMention(typed, mention, 'Sité')).toEqual({ typed: 'actie: @Sité belt', cursor: 13 })
  })
})

describe('the keys of a session', () => {
  const key = (code: string, altKey = true, ctrlKey = false) =>
    sessionPart({ code, altKey, ctrlKey, key: '', metaKey: false, shiftKey: false })
  it('jump with Alt and a digit', () => {
    expect(['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6'].map((code) => key(code))).toEqual([
      'agenda',
      'present',
      'minutes',
      'yield',
      'report',
      null,
    ])
    expect(key('Digit1', false)).toBeNull()
    expect(key('Digit1', true, true)).toBeNull()
  })
})
