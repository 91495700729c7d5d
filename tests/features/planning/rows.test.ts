import { describe, expect, it } from 'vitest'
import type { Project } from '@/domain/model/entities'
import { sortRows } from '@/features/planning/rows/columns'
import { filterRows, type RowFilter } from '@/features/planning/rows/filterRows'
import { placesMarks } from '@/domain/timeline/placesMarks'
import { createRowSource } from '@/features/planning/rows/projectRow'
import { aProject, planningData } from './planningData'

const date = '2026-12-31'
const nothing: RowFilter = {
  text: '',
  municipalityIds: new Set(),
  typeIds: new Set(),
  families: new Set(),
  associationIds: new Set(),
  phases: new Set(),
  ratings: new Set(),
  confidences: new Set(),
}

function rowsOf(...projects: Project[]) {
  return createRowSource()(planningData(projects), date)
}
const names = (rows: readonly { readonly name: string }[]): string[] => rows.map((row) => row.name)

describe('rows of the planning', () => {
  it('stay the same objects as long as their project does', () => {
    const source = createRowSource()
    const [a, b] = [aProject({ id: 'a', name: 'A' }), aProject({ id: 'b', name: 'B' })]
    const data = planningData([a, b])
    const [rowA, rowB] = source(data, date)
    const changed = { ...data, projects: new Map([...data.projects, ['b', { ...b, name: 'Bee' }]]) }
    const [nextA, nextB] = source(changed, date)
    expect(nextA).toBe(rowA)
    expect(nextB).not.toBe(rowB)
    expect(nextB?.name).toBe('Bee')
  })

  it('are built anew when the reference date or a name changes', () => {
    const source = createRowSource()
    const data = planningData([aProject({})])
    const [row] = source(data, date)
    expect(source(data, '2027-12-31')[0]).not.toBe(row)
    expect(source({ ...data, municipalities: new Map(data.municipalities) }, '2027-12-31')[0]).not.toBe(row)
  })

  it('count a place when home and support are there, out of all places', () => {
    const step = { id: 's', date: '2026-06-01', from: null, to: 'available', note: '' } as const
    const [row] = rowsOf(
      aProject({ homes: [{ ...step, places: 5 }], support: [{ ...step, id: 't', places: 3 }] }),
    )
    expect(row).toMatchObject({ available: 3, total: 5, delivery: '2026-06-01' })
  })

  it('show for shelter the day on which the last place closes', () => {
    const homes = [
      { id: '1', date: '2026-01-01', from: null, to: 'available', places: 6, note: '' },
      { id: '2', date: '2027-01-01', from: 'available', to: 'ended', places: 2, note: '' },
      { id: '3', date: '2028-01-01', from: 'available', to: 'ended', places: 4, note: '' },
    ] as const
    expect(rowsOf(aProject({ typeId: 'shelter', homes }))[0]?.delivery).toBe('2028-01-01')
    expect(rowsOf(aProject({ typeId: 'shelter', homes: homes.slice(0, 2) }))[0]?.delivery).toBeNull()
  })
})

describe('searching and filtering', () => {
  const rows = rowsOf(
    aProject({ id: 'a', name: 'Zéker Wonen', municipalityId: 'm2' }),
    aProject({ id: 'b', name: 'Kamers met Kansen', associationId: 'hc', owner: 'Sité' }),
  )

  it('ignores capitals, accents and the order of words', () => {
    expect(names(filterRows(rows, { ...nothing, text: 'wonen ZEKER' }))).toEqual(['Zéker Wonen'])
    expect(names(filterRows(rows, { ...nothing, text: 'site' }))).toEqual(['Kamers met Kansen'])
    expect(filterRows(rows, { ...nothing, text: 'zeker kamers' })).toEqual([])
  })

  it('narrows down by municipality and by the lack of an association', () => {
    expect(names(filterRows(rows, { ...nothing, municipalityIds: new Set(['m2']) }))).toEqual(['Zéker Wonen'])
    expect(names(filterRows(rows, { ...nothing, associationIds: new Set(['']) }))).toEqual(['Zéker Wonen'])
  })
})

describe('sorting', () => {
  const rows = rowsOf(
    aProject({ id: 'a', name: 'project 10', owner: '' }),
    aProject({ id: 'b', name: 'Project 9', owner: 'b', phase: 'decision' }),
    aProject({ id: 'c', name: 'Élan', owner: 'a', phase: 'inUse' }),
  )

  it('follows Dutch order, with numbers by their value', () => {
    expect(names(sortRows(rows, { key: 'name', descending: false }))).toEqual([
      'Élan',
      'Project 9',
      'project 10',
    ])
  })

  it('puts empty values last in either direction', () => {
    expect(names(sortRows(rows, { key: 'owner', descending: false })).at(-1)).toBe('project 10')
    expect(names(sortRows(rows, { key: 'owner', descending: true }))).toEqual([
      'Project 9',
      'Élan',
      'project 10',
    ])
  })

  it('sorts phases in the order of the chain', () => {
    expect(names(sortRows(rows, { key: 'phase', descending: true }))).toEqual([
      'Élan',
      'Project 9',
      'project 10',
    ])
  })
})

describe('marks of places', () => {
  it('tell what comes into use, what is expected and what closes', () => {
    const project = aProject({
      typeId: 'shelter',
      homes: [
        { id: '1', date: '2026-01-01', from: null, to: 'idea', places: 2, note: '' },
        { id: '2', date: '2026-04-01', from: null, to: 'committed', places: 3, note: '' },
        { id: '3', date: '2026-07-01', from: 'committed', to: 'available', places: 3, note: '' },
        { id: '4', date: '2027-01-01', from: 'available', to: 'ended', places: 1, note: '' },
      ],
    })
    expect(placesMarks(planningData([project]), project)).toEqual([
      { date: '2026-01-01', kind: 'planned', places: 2, available: 0 },
      { date: '2026-04-01', kind: 'committed', places: 3, available: 0 },
      { date: '2026-07-01', kind: 'available', places: 3, available: 3 },
      { date: '2027-01-01', kind: 'closing', places: 1, available: 2 },
    ])
  })
})
