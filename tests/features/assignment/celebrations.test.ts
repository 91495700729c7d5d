import { describe, expect, it } from 'vitest'
import { type Celebration, draftCelebration } from '@/domain/regie'
import {
  appreciationMissing,
  celebrationsOf,
  celebrationTable,
  halfYearOf,
  whenWords,
} from '@/features/assignment/celebrations/celebrations'
import { context, region, TODAY } from '../../domain/regie/support'

const base = region()
const celebration = (id: string, date: string, celebratedOn: string | null): Celebration => ({
  ...draftCelebration(base, context()),
  id,
  name: id,
  date,
  celebratedOn,
  partnerIds: ['partner-zvh', 'partner-site'],
})
const all = [
  celebration('later', '2027-03-01', null),
  celebration('soon', '2026-12-01', null),
  celebration('spring', '2026-04-01', '2026-05-01'),
  celebration('autumn', '2026-09-01', '2026-09-03'),
]
const data = { ...base, celebrations: new Map(all.map((each) => [each.id, each])) }

describe('milestones to celebrate', () => {
  it('stand by what is ahead, this half year and before', () => {
    const { ahead, now, before } = celebrationsOf(data, TODAY)
    expect([ahead, now, before].map((list) => list.map(({ id }) => id))).toEqual([
      ['soon', 'later'],
      ['autumn'],
      ['spring'],
    ])
    expect([halfYearOf('2026-06-30'), halfYearOf('2026-07-01')]).toEqual(['2026-01-01', '2026-07-01'])
  })

  it('ask what is appreciated once they are celebrated', () => {
    expect(appreciationMissing(celebration('a', TODAY, null))).toEqual([])
    expect(appreciationMissing(celebration('a', TODAY, TODAY)).map(({ field }) => field)).toEqual([
      'appreciation',
    ])
    expect(appreciationMissing({ ...celebration('a', TODAY, TODAY), appreciation: 'Samen gedaan' })).toEqual(
      [],
    )
  })

  it('thank partners side by side, in the order of the alphabet', () => {
    const { columns, rows } = celebrationTable(data, all.slice(0, 1))
    expect(rows[0]?.[4]).toBe('Sité en Zorg- en Veiligheidshuis Noord- en Oost-Gelderland')
    expect(rows[0]).toHaveLength(columns.length)
    expect(
      all.map((each) => whenWords(data, { ...each, partnerIds: ['partner-site'] }, '2026-12-22')),
    ).toEqual([
      'Verwacht op 1 maart 2027, dankzij Sité',
      'Was verwacht op 1 december 2026, dankzij Sité',
      'Gevierd op 1 mei 2026, dankzij Sité',
      'Gevierd op 3 september 2026, dankzij Sité',
    ])
  })
})
