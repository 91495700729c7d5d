import { describe, expect, it } from 'vitest'
import {
  duplicateProject,
  promoteScenario,
  removeProject,
  removeScenario,
  saveProject,
  saveScenario,
} from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import { emptyGate } from '@/domain/model/dependency'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Scenario } from '@/domain/scenario/model'
import { validateProgramme, validateScenario } from '@/domain/validation'
import { literalData, project as literalProject, step } from '../../fixtures/literal'
import { after, change, refused } from './support'

const on = (projectId: string) => ({ kind: 'decision' as const, projectId })
const waitsFor = (projectId: string, id = `w-${projectId}`) => ({
  id,
  holds: 'inUse' as const,
  on: on(projectId),
  lagDays: 0,
  note: '',
})
const named = (id: string, name: string, extra: Partial<Project> = {}) =>
  literalProject(id, { name, typeId: 'room', ...extra })

const chain = literalData([
  named('a', 'Eerste'),
  named('b', 'Tweede', { dependencies: [waitsFor('a')] }),
  named('c', 'Derde', { dependencies: [waitsFor('b'), waitsFor('a')] }),
])

function saving(dependency: Partial<ReturnType<typeof waitsFor>>) {
  const a = chain.projects.get('a')
  if (a === undefined) throw new Error('no project')
  return saveProject({ ...a, dependencies: [{ ...waitsFor('c'), ...dependency }] })
}

describe('dependencies', () => {
  it('never go round, and the chain is named', () => {
    expect(refused(chain, saving({ on: on('b') }))).toEqual({
      code: 'dependency-cycle',
      message:
        'Zo wachten projecten op elkaar in een kring: "Eerste" wacht op "Tweede", "Tweede" wacht op "Eerste". Verwijder een van deze afhankelijkheden.',
      field: 'dependencies.0.on.projectId',
    })
    expect(refused(chain, saving({ on: on('c') })).message).toContain('"Derde" wacht op')
  })

  it.each([
    [{ on: on('a') }, 'dependency-self', 'dependencies.0.on.projectId'],
    [{ on: on('weg') }, 'project-unknown', 'dependencies.0.on.projectId'],
    [{ lagDays: -1 }, 'number-invalid', 'dependencies.0.lagDays'],
    [{ lagDays: 1.5 }, 'number-invalid', 'dependencies.0.lagDays'],
    [{ note: 'x'.repeat(10_001) }, 'text-too-long', 'dependencies.0.note'],
    [{ id: '' }, 'id-invalid', 'dependencies.0.id'],
  ])('refuse %j', (fields, code, field) => {
    expect(refused(chain, saving({ ...fields }))).toMatchObject({ code, field })
  })

  it('go round in a file: told once, with the chain', () => {
    const b = chain.projects.get('a')
    if (b === undefined) throw new Error('no project')
    const round = {
      ...chain,
      projects: new Map([...chain.projects, ['a', { ...b, dependencies: [waitsFor('c')] }]]),
    }
    const errors = validateProgramme(round).filter((e) => e.code === 'dependency-cycle')
    expect(errors.length).toBeGreaterThan(0)
    expect(errors[0]?.message).toMatch(/^Project 'Eerste': Zo wachten projecten op elkaar in een kring: /)
    expect(errors[0]?.message).toContain('"Derde" wacht op')
  })

  it('are no trouble in a chain of 20,000 projects', () => {
    const projects = Array.from({ length: 20_000 }, (_, i) =>
      named(`p${String(i)}`, `Project ${String(i)}`, {
        dependencies: i === 0 ? [] : [waitsFor(`p${String(i - 1)}`)],
      }),
    )
    const long = literalData(projects)
    expect(validateProgramme(long)).toEqual([])
  })

  it('fall away with the project they wait for', () => {
    const done = change(chain, removeProject('a'))
    expect(done.summary).toBe('project "Eerste" verwijderd; 2 projecten wachten daar niet meer op')
    const left = applyPatches(chain, done.patches)
    expect([...left.projects.values()].map((p) => p.dependencies.map((d) => d.on.projectId))).toEqual([
      [],
      ['b'],
    ])
    expect(validateProgramme(left)).toEqual([])
  })

  it('go along with a copy; what partners agreed does not', () => {
    const c = chain.projects.get('c')
    if (c === undefined) throw new Error('no project')
    const noted = after(chain, saveProject({ ...c, gate: { ...emptyGate, roles: 'Wij' } }))
    const copy = change(noted, duplicateProject('c')).patches[0]?.after
    expect(copy).toMatchObject({ gate: emptyGate, dependencies: [{ on: on('b') }, { on: on('a') }] })
  })
})

describe('scenarios', () => {
  const shelter = named('s', 'Opvang', {
    typeId: 'shelter',
    homes: [step('2020-01-01', null, 'available', 10), step('2027-07-01', 'available', 'ended', 10)],
  })
  const data: ProgrammeData = literalData([shelter])
  const scenario: Scenario = {
    id: 'wat-als',
    name: ' Eerder dicht ',
    note: '',
    createdOn: '2026-11-02',
    changes: [
      { id: '1', kind: 'closingDate', projectId: 's', date: '2027-01-01', note: '' },
      {
        id: '2',
        kind: 'inflow',
        from: '2026-12-01',
        until: null,
        factor: { value: 1.2, low: 1, high: 1.5 },
        note: '',
      },
    ],
  }

  it('are kept under a name and removed', () => {
    const kept = after(data, saveScenario(scenario))
    expect(kept.scenarios.get('wat-als')?.name).toBe('Eerder dicht')
    expect(change(kept, saveScenario({ ...scenario, name: 'Eerder dicht' })).patches).toEqual([])
    expect(after(kept, removeScenario('wat-als')).scenarios.size).toBe(0)
    expect(refused(data, removeScenario('wat-als'))).toMatchObject({ code: 'not-found' })
    expect(refused(data, saveScenario({ ...scenario, name: ' ' }))).toMatchObject({ code: 'name-missing' })
  })

  it('become the plan in one change, and keep what is no plan', () => {
    const kept = after(data, saveScenario(scenario))
    const done = change(kept, promoteScenario('wat-als'))
    expect(done.summary).toBe('scenario "Eerder dicht" overgenomen in het plan')
    const next = applyPatches(kept, done.patches)
    expect(next.projects.get('s')?.homes.map((h) => h.date)).toEqual(['2020-01-01', '2027-01-01'])
    expect(next.scenarios.get('wat-als')?.changes.map((c) => c.id)).toEqual(['2'])
    expect(refused(next, promoteScenario('wat-als'))).toMatchObject({ code: 'nothing-to-promote' })
    expect(refused(next, promoteScenario('weg'))).toMatchObject({ code: 'not-found' })
  })

  it('go when nothing of them is left', () => {
    const kept = after(data, saveScenario({ ...scenario, changes: scenario.changes.slice(0, 1) }))
    expect(after(kept, promoteScenario('wat-als')).scenarios.size).toBe(0)
  })

  it.each<[string, Scenario['changes'][number], string]>([
    [
      'a range upside down',
      { id: '1', kind: 'stay', typeId: 'home', months: { value: 3, low: 4, high: 5 }, note: '' },
      'range-order',
    ],
    [
      'a share above one',
      { id: '1', kind: 'mix', profileId: 'p', share: { value: 1, low: 1, high: 1.1 }, note: '' },
      'number-invalid',
    ],
    [
      'an end before its start',
      {
        id: '1',
        kind: 'inflow',
        from: '2027-01-01',
        until: '2026-12-31',
        factor: { value: 1, low: 1, high: 1 },
        note: '',
      },
      'date-order',
    ],
    [
      'half a month',
      { id: '1', kind: 'delay', projectId: 's', months: 0.5, followDownstream: false, note: '' },
      'number-invalid',
    ],
    ['no date', { id: '1', kind: 'closingDate', projectId: 's', date: 'straks', note: '' }, 'date-invalid'],
    [
      'a nameless project',
      { id: '1', kind: 'newProject', project: named('n', ''), note: '' },
      'name-missing',
    ],
  ])('refuse %s', (_case, wrong, code) => {
    expect(validateScenario(data, { ...scenario, changes: [wrong] })).toMatchObject([{ code }])
    expect(refused(data, saveScenario({ ...scenario, changes: [wrong] }))).toMatchObject({ code })
  })

  it('stay sound when the plan moves on', () => {
    const gone = { ...scenario, changes: scenario.changes.map((c) => ({ ...c })) }
    const kept = after(data, saveScenario(gone), removeProject('s'))
    expect(validateProgramme(kept)).toEqual([])
    const homeless = named('n', 'Nieuw', { municipalityId: 'WEG', typeId: 'weg' })
    const fresh: Scenario = {
      ...scenario,
      changes: [{ id: '1', kind: 'newProject', project: homeless, note: '' }],
    }
    expect(validateScenario(data, fresh)).toEqual([])
  })
})
