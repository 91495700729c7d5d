import { describe, expect, it } from 'vitest'
import { contextFor, describePatch, GONE } from '@/features/history/entryChanges'
import { fieldTexts } from '@/features/history/recordFields'
import { restoreView } from '@/features/history/restoreView'
import { differences, previewOf } from '@/data/restore'
import { fieldLabels } from '@/domain/labels'
import type { Project } from '@/domain/model/entities'
import { aPartner, aProject, someData } from '../../domain/retention/support'

const data = someData()
const context = contextFor(data, [])
const full: Project = {
  ...aProject('p1'),
  associationId: 'a1',
  phases: [{ phase: 'decision', planned: '2026-05-01', actual: null }],
  homes: [{ id: 's1', date: '2026-04-14', from: null, to: 'idea', places: 12, note: '' }],
}

describe('what an entry changed', () => {
  it('tells each field by its Dutch name, from what to what', () => {
    const after: Project = {
      ...full,
      name: 'Kamers',
      associationId: null,
      phase: 'decision',
      phases: [{ phase: 'decision', planned: '2026-06-01', actual: '2026-06-02' }],
      homes: [
        { id: 's1', date: '2026-04-14', from: null, to: 'committed', places: 1, note: 'na overleg' },
        { id: 's2', date: '2026-07-01', from: 'committed', to: 'available', places: 1, note: '' },
      ],
      rating: { colour: 'red', cause: 'geen grond', consequence: '', adjustment: '' },
      gate: { ...full.gate, mandate: 'de wethouder' },
      dependencies: [
        {
          id: 'd',
          holds: 'preparation',
          on: { kind: 'phase', projectId: 'p2', phase: 'inUse' },
          lagDays: 1,
          note: '',
        },
      ],
    }
    const change = describePatch({ table: 'projects', id: 'p1', before: full, after }, context)
    expect(change).toMatchObject({ title: 'Project "Kamers"', kind: 'changed' })
    expect(change?.fields.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Naam', 'Project p1', 'Kamers'],
      ['Woningcorporatie', 'Partner a1', null],
      ['Fase nu', 'idee', 'besluit'],
      ['Besluit, gepland', '1 mei 2026', '1 juni 2026'],
      ['Besluit, werkelijk', null, '2 juni 2026'],
      [
        'Woonplekken',
        '14 april 2026: 12 plekken van nieuw naar idee',
        '14 april 2026: 1 plek van nieuw naar toegezegd (na overleg)',
      ],
      ['Stoplicht, kleur', 'grijs', 'rood'],
      ['Stoplicht, oorzaak', null, 'geen grond'],
      ['Startpoort, mandaat', null, 'de wethouder'],
      ['Woonplekken', null, '1 juli 2026: 1 plek van toegezegd naar beschikbaar'],
      ['Wacht op', null, 'voorbereiding wacht op in gebruik van "Project p2", plus 1 dag'],
    ])
  })

  it('shows all of what was added or removed that was filled in', () => {
    const added = describePatch({ table: 'partners', id: 'n', before: null, after: aPartner('n') }, context)
    expect(added?.kind).toBe('added')
    expect(added?.fields.map(({ label, to }) => [label, to])).toEqual([
      ['Naam', 'Partner n'],
      ['Soort', 'woningcorporatie'],
      ['Werkgebied', 'hele regio'],
      ['Aanspreekpunt', 'manager wonen'],
    ])
    const before = { id: 'm', municipalityId: 'GM0001', date: '2027-12-31', places: 1200 }
    const removed = describePatch({ table: 'milestones', id: 'm', before, after: null }, context)
    expect(removed).toMatchObject({ title: 'Ambitie Aalten, 31 december 2027', kind: 'removed' })
    expect(removed?.fields.at(-1)).toMatchObject({ label: 'Plekken', from: '1.200', to: null })
  })

  it('names what has gone since from the entry itself, and says so when nobody knows', () => {
    const gone = aPartner('weg')
    const before = { ...full, associationId: 'weg' }
    const patches = [
      { table: 'partners' as const, id: 'weg', before: gone, after: null },
      { table: 'projects' as const, id: 'p1', before, after: { ...before, associationId: null } },
    ]
    const [, patch] = patches
    if (patch?.table !== 'projects') throw new Error('no patch')
    expect(describePatch(patch, contextFor(data, patches))?.fields[0]?.from).toBe('Partner weg')
    expect(describePatch(patch, context)?.fields[0]?.from).toBe(GONE)
  })

  it('has something to say about every field of every table', () => {
    const told = (
      table: 'projects' | 'partners' | 'reports' | 'baselines' | 'programme' | 'municipalities',
    ) => {
      const [record] = data[table].values()
      if (record === undefined) throw new Error(`no ${table}`)
      return fieldTexts(table, record, context)
    }
    for (const table of ['partners', 'reports', 'baselines', 'programme', 'municipalities'] as const)
      expect(told(table).length).toBeGreaterThanOrEqual(
        Object.keys(fieldLabels[table]).filter(
          (field) => !['risks', 'facts', 'milestones', 'types'].includes(field),
        ).length - 1,
      )
  })
})

it('the preview of going back names records, where they are and how many places', () => {
  const now = {
    ...data,
    projects: new Map([
      ['p1', full],
      ['p3', aProject('p3')],
    ]),
  }
  const then = {
    ...data,
    projects: new Map([
      ['p1', { ...full, homes: [] }],
      ['p2', aProject('p2')],
    ]),
  }
  const [table] = restoreView(previewOf(4, differences(now, then)), now, then)
  expect(table).toEqual({
    table: 'projects',
    added: [{ id: 'p2', title: 'Project "Project p2"', detail: 'Aalten, 0 plekken' }],
    changed: [{ id: 'p1', title: 'Project "Project p1"', detail: 'Aalten, nu 12 plekken, wordt 0 plekken' }],
    removed: [{ id: 'p3', title: 'Project "Project p3"', detail: 'Aalten, 0 plekken' }],
  })
})
