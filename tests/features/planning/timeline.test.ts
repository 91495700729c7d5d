import { describe, expect, it } from 'vitest'
import { advance, withDates } from '@/features/planning/editor/phaseChain'
import { moveKey, moveOptions, readMove } from '@/features/planning/editor/moves'
import { createRowSource } from '@/features/planning/rows/projectRow'
import { groupRows, rowSentence, timelineBars } from '@/features/planning/timeline/timelineRows'
import { timeScale } from '@/features/planning/timeline/timeScale'
import { aProject, planningData } from './planningData'

describe('time scale', () => {
  it('runs over whole quarters and keeps dates inside', () => {
    const scale = timeScale('2026-02-10', '2027-05-01', 'quarter', 0)
    expect(scale.ticks.map((tick) => tick.label)).toEqual([
      'K1 2026',
      'K2 2026',
      'K3 2026',
      'K4 2026',
      'K1 2027',
      'K2 2027',
    ])
    expect(scale.x('2026-01-01')).toBe(0)
    expect(scale.x('2020-01-01')).toBe(0)
    expect(scale.x('2040-01-01')).toBe(scale.width)
    expect(scale.shows('2027-06-30')).toBe(true)
    expect(scale.shows('2027-07-01')).toBe(false)
  })

  it('by year fills the room there is', () => {
    const scale = timeScale('2026-01-01', '2030-12-31', 'year', 1000)
    expect(scale.width).toBe(1000)
    expect(scale.ticks.map((tick) => tick.label)).toEqual(['2026', '2027', '2028', '2029', '2030'])
    expect(scale.ticks.reduce((sum, tick) => sum + tick.width, 0)).toBeCloseTo(1000)
  })
})

describe('timeline rows', () => {
  const home = { id: 's', date: '2027-04-01', from: null, to: 'available', places: 1, note: '' } as const
  const projects = [
    aProject({ id: 'a', name: 'Woonhof', municipalityId: 'm2' }),
    aProject({ id: 'b', name: 'Opvang', typeId: 'shelter', homes: [home], associationId: 'hc' }),
  ]
  const data = planningData(projects)
  const rows = createRowSource()(data, '2026-12-31')

  it('stand under their group, groups in Dutch order', () => {
    expect(
      groupRows(rows, 'municipality').map((row) => (row.kind === 'group' ? row.name : row.row.name)),
    ).toEqual(['Aalten', 'Opvang', 'Berkelland', 'Woonhof'])
    expect(groupRows(rows, 'association').find((row) => row.key === 'group ')).toMatchObject({
      name: 'Zonder corporatie',
      count: 1,
    })
  })

  it('say in one sentence what they show', () => {
    const row = rows.find(({ id }) => id === 'b')
    if (row === undefined) throw new Error('no row')
    const { marks } = timelineBars(data, row.project, '2026-04-14', '2030-12-31')
    expect(rowSentence(row, marks)).toBe(
      'Opvang, Aalten, Nachtopvang, fase idee: 1 plek beschikbaar vanaf 1 april 2027.',
    )
  })

  it('let a phase last until the next one with a date', () => {
    const project = aProject({
      phases: [
        { phase: 'idea', planned: '2026-01-01', actual: '2026-02-01' },
        { phase: 'decision', planned: '2026-06-01', actual: null },
        { phase: 'ended', planned: '2029-01-01', actual: null },
      ],
    })
    const bars = timelineBars(data, project, '2026-04-14', '2030-12-31')
    expect(bars.planned).toEqual([
      { phase: 'idea', from: '2026-01-01', to: '2026-06-01' },
      { phase: 'decision', from: '2026-06-01', to: '2029-01-01' },
    ])
    expect(bars.actual).toEqual([{ phase: 'idea', from: '2026-02-01', to: '2026-04-14' }])
  })
})

describe('phases in the panel', () => {
  it('go on to the next one, which began today', () => {
    const next = advance(aProject({ phase: 'location' }), '2026-04-14')
    expect(next.phase).toBe('neighbourhood')
    expect(next.phases.find(({ phase }) => phase === 'neighbourhood')?.actual).toBe('2026-04-14')
  })

  it('keep a date that was known already, and stop at the end of the chain', () => {
    const dates = { phase: 'exploration', planned: null, actual: '2026-03-01' } as const
    const next = advance(aProject({ phases: withDates([], dates) }), '2026-04-14')
    expect(next.phases.find(({ phase }) => phase === 'exploration')?.actual).toBe('2026-03-01')
    const ended = aProject({ phase: 'ended' })
    expect(advance(ended, '2026-04-14')).toBe(ended)
  })
})

describe('moves to choose from', () => {
  it('offer every sensible move once', () => {
    expect(new Set(moveOptions.map((option) => option.value)).size).toBe(moveOptions.length)
    expect(moveOptions).toHaveLength(30)
    expect(readMove(moveKey({ from: 'available', to: 'ended' }))).toEqual({ from: 'available', to: 'ended' })
    expect(readMove('nothing')).toBeUndefined()
  })
})
