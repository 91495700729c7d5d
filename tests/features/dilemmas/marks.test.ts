import { describe, expect, it } from 'vitest'
import { placeWords } from '@/domain/labels'
import type { Dilemma } from '@/domain/regie'
import { lineWords, marksOf, placesBefore } from '@/features/dilemmas/marks'
import { moveOf } from '@/features/dilemmas/move'

const dilemma = (...places: readonly (readonly [on: string, at: number])[]): Dilemma => ({
  id: 'd',
  name: 'Snel en samen',
  firstPole: 'snel',
  secondPole: 'samen',
  text: '',
  positions: places.map(([on, at], i) => ({ id: `p${String(i)}`, on, at, why: 'omdat' })),
  links: [],
})

describe('a place between two poles', () => {
  it.each([
    [0, 'in het midden'],
    [10, 'iets meer naar samen'],
    [-30, 'iets meer naar snel'],
    [50, 'meer naar samen'],
    [-80, 'veel meer naar snel'],
    [100, 'helemaal bij samen'],
  ])('%i is said in words', (at, words) => {
    expect(placeWords(dilemma(), at)).toBe(words)
  })

  it('begins to move from where it stands, and in the middle when it never did', () => {
    const moved = dilemma(['2026-01-01', -40], ['2026-05-01', 20])
    expect(moveOf(moved)).toEqual({ id: 'd', at: 20, why: '' })
    expect(moveOf(moved)).toBe(moveOf(moved))
    expect(moveOf(dilemma()).at).toBe(0)
  })
})

describe('the line', () => {
  it('keeps earlier places visible, with their dates where there is room', () => {
    const marks = marksOf(dilemma(['2025-01-01', -100], ['2025-06-01', 0], ['2026-01-01', 100]))
    expect(marks.map(({ percent, now, date, row }) => [percent, now, date, row])).toEqual([
      [0, false, '01-01-2025', 0],
      [50, false, '01-06-2025', 0],
      [100, true, '01-01-2026', 0],
    ])
  })

  it('puts dates of places close together below each other, the newest first, and leaves out the rest', () => {
    const marks = marksOf(
      dilemma(['2026-01-01', 0], ['2026-02-01', 4], ['2026-03-01', 8], ['2026-04-01', 2], ['2026-05-01', 6]),
    )
    expect(marks.map(({ row }) => row)).toEqual([null, null, 2, 1, 0])
    expect(marks.at(-1)?.now).toBe(true)
  })

  it('is read out as a sentence', () => {
    expect(lineWords(dilemma())).toBe('Lijn van snel naar samen. Er is nog geen plek gekozen.')
    const moved = dilemma(['2026-01-01', -50], ['2026-05-01', 20])
    expect(lineWords(moved)).toBe(
      'Lijn van snel naar samen. Nu iets meer naar samen, sinds 1 mei 2026. Eerder: 1 januari 2026: meer naar snel.',
    )
    expect(placesBefore(moved).map(({ at }) => at)).toEqual([-50])
  })
})
