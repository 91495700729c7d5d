import { describe, expect, it } from 'vitest'
import { projectPlaces } from '@/domain/capacity/places'
import { combineTracks, trackCounts, zeroCounts } from '@/domain/capacity/statusCounts'
import { literalData, project, step } from '../../fixtures/literal'

describe('places(date, status)', () => {
  const steps = [
    step('2026-02-01', null, 'idea', 12),
    step('2026-05-01', 'idea', 'committed', 10),
    step('2027-01-15', 'committed', 'available', 8),
    step('2027-06-30', 'available', 'ended', 3),
  ]

  it.each([
    ['2026-01-31', {}],
    ['2026-02-01', { idea: 12 }],
    ['2026-05-01', { idea: 2, committed: 10 }],
    ['2027-01-14', { idea: 2, committed: 10 }],
    ['2027-01-15', { idea: 2, committed: 2, available: 8 }],
    ['2027-06-30', { idea: 2, committed: 2, available: 5, ended: 3 }],
  ])('on %s', (date, expected) => {
    expect(trackCounts(steps, date)).toEqual({ ...zeroCounts(), ...expected })
  })
})

describe('two tracks', () => {
  const counts = (part: Partial<ReturnType<typeof zeroCounts>>): ReturnType<typeof zeroCounts> => ({
    ...zeroCounts(),
    ...part,
  })

  it.each([
    ['equal', { available: 6 }, { available: 6 }, { available: 6 }],
    ['homes ahead', { available: 10 }, { available: 6 }, { available: 6, preparing: 4 }],
    ['homes without any support', { available: 10, idea: 2 }, {}, { preparing: 10, idea: 2 }],
    [
      'support ahead of homes in preparation',
      { available: 6, preparing: 4 },
      { available: 10 },
      { available: 6, preparing: 4 },
    ],
    [
      'support ahead of committed homes',
      { available: 6, committed: 4 },
      { available: 9 },
      { available: 6, preparing: 3, committed: 1 },
    ],
    [
      'support takes the furthest homes first',
      { preparing: 1, committed: 1, explored: 1, idea: 1 },
      { available: 3 },
      { preparing: 3, idea: 1 },
    ],
    ['support without any home', {}, { available: 5 }, { preparing: 5 }],
    [
      'ended homes stay ended',
      { available: 2, ended: 7 },
      { available: 2, ended: 1 },
      { available: 2, ended: 7 },
    ],
  ])('%s', (_name, homes, support, expected) => {
    expect(combineTracks(counts(homes), counts(support))).toEqual(counts(expected))
  })

  it('counts only for types with support', () => {
    const homes = [step('2026-01-01', null, 'available', 4)]
    const data = literalData()
    expect(projectPlaces(data, project('p', { typeId: 'home', homes }), '2026-06-30').available).toBe(0)
    expect(projectPlaces(data, project('p', { typeId: 'room', homes }), '2026-06-30').available).toBe(4)
  })
})
