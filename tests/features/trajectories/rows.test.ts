import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyProgrammeData } from '@/domain/model/programmeData'
import { SITUATIONS } from '@/domain/trajectories'
import { placeWords } from '@/features/trajectories/placeWords'
import { filterRows, inGroups, NO_FILTER, stepChoices, trajectoryRows } from '@/features/trajectories/rows'
import { sampleProgramme } from '../../../tools/sample/programme'

const data = sampleProgramme()
const rows = trajectoryRows(data)

describe('the list of trajectories', () => {
  it('shows each trajectory once, prevention first, in the order of the chain', () => {
    const groups = inGroups(rows)
    expect(groups.map(({ group, rows: of }) => [group, of.map((row) => row.trajectory.code)])).toEqual([
      ['atRisk', ['T-0005', 'T-0002']],
      ['homeless', ['T-0008', 'T-0007', 'T-0003']],
      ['housed', ['T-0004', 'T-0001']],
      ['ended', ['T-0009', 'T-0006']],
    ])
    expect(inGroups(trajectoryRows(emptyProgrammeData()))).toEqual([])
  })

  it('says where the last match stands', () => {
    const match = (code: string) => rows.find((row) => row.trajectory.code === code)?.match
    expect(match('T-0003')).toEqual({
      project: 'Kamers met Kansen Stationskwartier',
      words: 'voorgesteld, 1 toets open',
    })
    expect(match('T-0001')?.words).toBe('geaccepteerd')
    expect(match('T-0005')).toBeNull()
  })

  it('offers every step with its count, and each choice gives just that many', () => {
    for (const { value, label } of stepChoices(rows))
      expect(label).toContain(`(${String(filterRows(rows, { ...NO_FILTER, step: value }).length)})`)
  })

  it('filters as a plain look at each row does', () => {
    const origins = ['all', 'none', ...data.municipalities.keys()]
    fc.assert(
      fc.property(
        fc.constantFrom('all' as const, ...SITUATIONS),
        fc.constantFrom(...origins),
        (situation, originId) => {
          const found = filterRows(rows, { ...NO_FILTER, situation, originId })
          for (const row of rows)
            expect(found.includes(row)).toBe(
              (situation === 'all' || row.situation === situation) &&
                (originId === 'all' ||
                  (originId === 'none'
                    ? row.trajectory.originId === null
                    : row.trajectory.originId === originId)),
            )
        },
      ),
    )
  })
})

describe('places in words', () => {
  const day = '2026-12-01'
  it.each([
    [{ homes: 0, support: 0, available: 0, taken: 0, free: 0 }, false, 'nog geen woonplek beschikbaar'],
    [
      { homes: 1, support: 0, available: 0, taken: 0, free: 0 },
      false,
      'is er 1 woonplek, maar nog geen begeleiding',
    ],
    [{ homes: 3, support: 2, available: 2, taken: 2, free: 0 }, false, 'allemaal al voor andere trajecten'],
    [{ homes: 3, support: 2, available: 2, taken: 1, free: 1 }, true, 'Daarvan is 1 voor andere trajecten.'],
    [
      { homes: 3, support: null, available: 3, taken: 0, free: 3 },
      true,
      'zijn er 3 woonplekken beschikbaar.',
    ],
  ])('%j', (places, there, words) => {
    const said = placeWords(places, day)
    expect(said.there).toBe(there)
    expect(said.text).toContain(words)
    expect(said.text).toMatch(/^Op 1 december 2026 .*\.$/)
  })
})
