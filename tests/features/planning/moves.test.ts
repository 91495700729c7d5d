import { describe, expect, it } from 'vitest'
import { downstreamDelay } from '@/domain/planning/downstream'
import { capacitySeries, monthStarts } from '@/domain/timeline/capacitySeries'
import { movePlaces } from '@/domain/timeline/movePlaces'
import { trackLevels } from '@/domain/timeline/trackLevels'
import { boardColumns, cardAt } from '@/features/planning/board/boardColumns'
import { projectChoices } from '@/features/planning/editor/projectChoices'
import { createRowSource } from '@/features/planning/rows/projectRow'
import { delaysByProject, delayWords, timeBetween } from '@/features/planning/timeline/delayWords'
import type { PlacedHandle } from '@/features/planning/timeline/handles'
import { effectOf, shiftBetween } from '@/features/planning/timeline/moves'
import { snapDate, stepDate } from '@/features/planning/timeline/snap'
import { timeScale } from '@/features/planning/timeline/timeScale'
import { aProject, planningData } from './planningData'

const ctx = { newId: () => 'new', today: '2026-04-14' }
const key = (name: string, more: Partial<{ shiftKey: boolean; altKey: boolean }> = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('where a mark lands', () => {
  it('is the day from near, a Monday from further, the first of a month from far', () => {
    expect(snapDate('2026-07-09', 'month')).toBe('2026-07-09')
    expect(snapDate('2026-07-09', 'quarter')).toBe('2026-07-06')
    expect(snapDate('2026-07-10', 'quarter')).toBe('2026-07-13')
    expect(snapDate('2026-07-09', 'year')).toBe('2026-07-01')
    expect(snapDate('2026-07-25', 'year')).toBe('2026-08-01')
  })

  it('by keys: a day or a week, a month, a quarter', () => {
    expect(stepDate('2026-07-31', key('ArrowRight'), 'month')).toBe('2026-08-01')
    expect(stepDate('2026-07-31', key('ArrowLeft'), 'quarter')).toBe('2026-07-24')
    expect(stepDate('2026-07-31', key('ArrowRight', { shiftKey: true }), 'year')).toBe('2026-08-31')
    expect(stepDate('2026-07-31', key('ArrowLeft', { altKey: true }), 'year')).toBe('2026-04-30')
    expect(stepDate('2026-07-31', key('PageDown'), 'year')).toBe('2026-10-31')
    expect(stepDate('2026-07-31', key('Enter'), 'year')).toBeNull()
  })

  it('reads the same date back from its place on the axis', () => {
    const scale = timeScale('2026-01-01', '2030-12-31', 'month', 800)
    expect(scale.ticks).toHaveLength(60)
    for (const date of ['2026-01-01', '2026-02-28', '2028-02-29', '2030-12-31'])
      expect(scale.dateAt(scale.x(date))).toBe(date)
  })
})

describe('a move', () => {
  const first = aProject({
    id: 'a',
    name: 'Eerst',
    phases: [
      { phase: 'decision', planned: '2026-10-01', actual: null },
      { phase: 'inUse', planned: '2027-01-01', actual: null },
    ],
    homes: [{ id: 's1', date: '2027-01-01', from: null, to: 'committed', places: 4, note: '' }],
  })
  const second = aProject({
    id: 'b',
    name: 'Daarna',
    phases: [{ phase: 'decision', planned: '2027-02-01', actual: null }],
    dependencies: [
      {
        id: 'd',
        holds: 'decision',
        on: { kind: 'phase', projectId: 'a', phase: 'inUse' },
        lagDays: 0,
        note: '',
      },
    ],
  })
  const data = planningData([first, second])
  const handle = (phase: 'decision' | 'inUse', date: string): PlacedHandle => ({
    key: `phase ${phase}`,
    handle: { kind: 'phase', phase },
    date,
    element: '',
    sentence: '',
  })

  it('is in whole months when it can be', () => {
    expect(shiftBetween('2026-10-01', '2027-01-01')).toEqual({ months: 3 })
    expect(shiftBetween('2026-10-01', '2026-10-08')).toEqual({ days: 7 })
    expect(shiftBetween('2026-10-31', '2026-10-31')).toEqual({ days: 0 })
  })

  it('shows what it becomes, and who gets later by how much', () => {
    const effect = effectOf(data, ctx, first, handle('inUse', '2027-01-01'), '2027-04-01')
    expect(effect.refusal).toBeNull()
    expect(effect.preview.homes[0]?.date).toBe('2027-04-01')
    expect(delayWords(effect.delays)).toBe('Dit schuift 1 project mee op: Daarna (2 maanden later).')
  })

  it('says when the project itself would begin too early, and when dates would be out of order', () => {
    const early = effectOf(data, ctx, second, handle('decision', '2027-02-01'), '2026-12-01')
    expect(early).toMatchObject({ tooEarly: true, refusal: null })
    const refused = effectOf(data, ctx, first, handle('inUse', '2027-01-01'), '2026-09-01')
    expect(refused.refusal).toMatch(/^De fase "in gebruik" kan niet beginnen voor de fase "besluit"/)
    expect(refused.preview).toBe(first)
  })

  it('of places moves both tracks of that day, never into the past', () => {
    const moved = movePlaces('a', '2027-01-01', '2027-03-01')(data, ctx)
    expect(moved).toMatchObject({ ok: true })
    expect(movePlaces('a', '2027-01-01', '2026-04-14')(data, ctx)).toMatchObject({
      ok: false,
      error: { code: 'before-today' },
    })
    expect(movePlaces('a', '2026-01-01', '2027-04-14')(data, ctx)).toMatchObject({
      ok: false,
      error: { code: 'places-past' },
    })
  })

  it('names three projects and counts the rest', () => {
    const many = ['c', 'd', 'e', 'f', 'g'].map((projectId) => ({
      projectId,
      phase: 'decision' as const,
      from: '2027-01-01',
      to: '2027-01-22',
      days: 21,
    }))
    expect(delayWords(delaysByProject(data, many))).toContain('5 projecten mee op')
    expect(delayWords(delaysByProject(data, many))).toContain('(3 weken later) en 2 andere projecten.')
    expect(timeBetween('2027-01-01', '2027-01-06')).toBe('5 dagen')
    expect(timeBetween('2027-01-01', '2027-03-20')).toBe('ongeveer 3 maanden')
    expect(delaysByProject(data, downstreamDelay(data, first, ctx.today))).toEqual([])
  })
})

describe('capacity over time', () => {
  it('has the first day of every month', () => {
    expect(monthStarts('2026-11-15', '2027-02-01')).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ])
  })

  it('counts arrangements by how sure they are, and shelter apart', () => {
    const step = { id: 's', from: null, note: '' } as const
    const projects = [
      aProject({ id: 'a', homes: [{ ...step, date: '2026-02-01', to: 'committed', places: 3 }] }),
      aProject({
        id: 'b',
        typeId: 'shelter',
        homes: [{ ...step, date: '2026-01-01', to: 'available', places: 9 }],
      }),
    ]
    const data = planningData(projects)
    expect(capacitySeries(data, projects, ['2026-01-01', '2026-02-01'])).toEqual([
      { date: '2026-01-01', available: 0, committed: 0, planned: 0, shelter: 9 },
      { date: '2026-02-01', available: 0, committed: 3, planned: 0, shelter: 9 },
    ])
  })

  it('gives a track as stretches without change', () => {
    const steps = [
      { id: '1', date: '2026-03-01', from: null, to: 'committed', places: 4, note: '' },
      { id: '2', date: '2026-06-01', from: 'committed', to: 'available', places: 3, note: '' },
    ] as const
    expect(trackLevels(steps, '2026-01-01', '2026-12-31')).toEqual([
      { from: '2026-03-01', to: '2026-06-01', available: 0, committed: 4, planned: 0 },
      { from: '2026-06-01', to: '2026-12-31', available: 3, committed: 1, planned: 0 },
    ])
  })
})

describe('the board', () => {
  it('has a column per phase with its projects and places', () => {
    const projects = [
      aProject({
        id: 'a',
        phase: 'decision',
        homes: [{ id: 's', date: '2027-01-01', from: null, to: 'idea', places: 2, note: '' }],
      }),
      aProject({ id: 'b', phase: 'idea' }),
    ]
    const columns = boardColumns(createRowSource()(planningData(projects), '2026-12-31'))
    expect(columns).toHaveLength(10)
    expect(columns[5]?.sentence).toBe('Besluit: 1 project, 2 plekken')
    expect(cardAt(columns, 'a')).toEqual({ column: 5, index: 0 })
    expect(cardAt(columns, 'weg')).toBeNull()
  })
})

describe('projects to wait for', () => {
  it('are found by words, at most so many, with the chosen one always among them', () => {
    const projects = Array.from({ length: 260 }, (_, i) =>
      aProject({ id: `p${String(i)}`, name: `Project ${String(i)}` }),
    )
    const data = planningData(projects)
    const all = projectChoices(data, 'p0', 'p259', '')
    expect(all.found).toBe(259)
    expect(all.options).toHaveLength(201)
    expect(all.options[0]?.value).toBe('p259')
    expect(projectChoices(data, 'p0', '', 'aalten 258').options.map((o) => o.value)).toEqual(['p258'])
  })
})
