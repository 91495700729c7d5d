import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transitionBalance } from '@/domain/capacity'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  baselineData,
  compareWithBaseline,
  freeze,
  frozen,
  monthsBetween,
  movedPhrase,
  removeBaseline,
  renameBaseline,
} from '@/domain/planning'
import { validateBaseline } from '@/domain/validation'
import { literalData, milestone, project, step } from '../../fixtures/literal'
import { nationalProgramme } from '../../fixtures/nationalProgramme'
import { dateArbitrary, programmeArbitrary } from '../../fixtures/randomProgramme'

const ctx = { newId: () => 'plan', today: '2026-06-30' }
const FIELDS = { id: 'plan', name: 'Plan juni', frozenOn: '2026-06-30', note: '' }

const before = literalData(
  [
    project('laat', {
      name: 'Laatkomer',
      typeId: 'room',
      homes: [step('2027-01-01', null, 'committed', 6)],
      phases: [{ phase: 'inUse', planned: '2027-01-01', actual: null }],
      closingDecision: { date: '2026-09-01', text: 'Besluit' },
    }),
    project('groei', { typeId: 'room', homes: [step('2026-05-01', null, 'available', 4)] }),
    project('weg', { typeId: 'room', municipalityId: 'B', homes: [step('2028-01-01', null, 'idea', 3)] }),
    project('opvang', {
      typeId: 'shelter',
      homes: [step('2020-01-01', null, 'available', 20), step('2027-07-01', 'available', 'ended', 20)],
    }),
    project('gelijk', { typeId: 'room', homes: [step('2026-01-01', null, 'available', 1)] }),
  ],
  [milestone('A', '2026-01-01', 10), milestone('B', '2026-01-01', 5)],
)

const after: ProgrammeData = literalData(
  [
    project('laat', {
      name: 'Laatkomer',
      typeId: 'room',
      homes: [step('2027-04-01', null, 'committed', 6)],
      phases: [{ phase: 'inUse', planned: '2027-04-01', actual: null }],
      closingDecision: { date: '2026-09-13', text: 'Besluit' },
    }),
    project('groei', {
      typeId: 'room',
      homes: [step('2026-05-01', null, 'available', 4), step('2026-12-01', null, 'available', 2)],
    }),
    project('nieuw', {
      typeId: 'room',
      municipalityId: 'B',
      homes: [step('2026-12-01', null, 'explored', 8)],
    }),
    project('opvang', {
      typeId: 'shelter',
      homes: [step('2020-01-01', null, 'available', 20), step('2027-01-01', 'available', 'ended', 20)],
    }),
    project('gelijk', { typeId: 'room', homes: [step('2026-01-01', null, 'available', 1)] }),
  ],
  [milestone('A', '2026-01-01', 12), milestone('B', '2026-01-01', 5)],
)

describe('a baseline', () => {
  it('keeps the plan part of today, is removed, and gets another name', () => {
    const result = freeze('  Plan juni ', 'van de stuurgroep')(before, ctx)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.summary).toBe('vastgesteld plan "Plan juni" toegevoegd')
    const data = applyPatches(before, result.value.patches)
    const plan = data.baselines.get('plan')
    expect(plan).toMatchObject({ name: 'Plan juni', frozenOn: '2026-06-30', note: 'van de stuurgroep' })
    expect(plan?.projects.find((p) => p.id === 'laat')).toEqual({
      id: 'laat',
      name: 'Laatkomer',
      typeId: 'room',
      municipalityId: 'A',
      associationId: null,
      phase: 'idea',
      phases: [{ phase: 'inUse', planned: '2027-01-01', actual: null }],
      homes: before.projects.get('laat')?.homes,
      support: [],
      closingDecision: { date: '2026-09-01', text: 'Besluit' },
    })
    const renamed = renameBaseline('plan', { name: 'Plan A', note: '' })(data, ctx)
    expect(renamed.ok && applyPatches(data, renamed.value.patches).baselines.get('plan')?.name).toBe('Plan A')
    const gone = removeBaseline('plan')(data, ctx)
    expect(gone.ok && applyPatches(data, gone.value.patches).baselines.size).toBe(0)
    expect(freeze(' ')(before, ctx)).toMatchObject({ error: { code: 'name-missing' } })
    expect(removeBaseline('weg')(data, ctx)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('means the same when the palette or the municipalities change later', () => {
    const plan = frozen(before, FIELDS)
    const room = before.arrangementTypes.get('room')
    if (room === undefined) throw new Error('no type')
    const later: ProgrammeData = {
      ...before,
      arrangementTypes: new Map([['room', { ...room, family: 'shelter', supportBandId: 'light' }]]),
      municipalities: new Map(),
    }
    const total = (data: ProgrammeData) => transitionBalance(data, '2027-01-01', 'municipality').total
    expect(total(baselineData(later, plan))).toEqual(total(before))
  })
})

describe('the comparison with a baseline', () => {
  const plan = frozen(before, FIELDS)

  it('tells what moved, appeared, vanished and changed places', () => {
    const c = compareWithBaseline(after, plan, '2027-02-01')
    expect(c.moved).toEqual([
      {
        projectId: 'groei',
        name: 'groei',
        municipalityId: 'A',
        shelter: false,
        delivery: { from: '2026-05-01', to: '2026-12-01', days: 214, months: 7 },
        phases: [],
        decision: null,
      },
      {
        projectId: 'laat',
        name: 'Laatkomer',
        municipalityId: 'A',
        shelter: false,
        delivery: { from: '2027-01-01', to: '2027-04-01', days: 90, months: 3 },
        phases: [{ phase: 'inUse', from: '2027-01-01', to: '2027-04-01', days: 90, months: 3 }],
        decision: { from: '2026-09-01', to: '2026-09-13', days: 12, months: 0 },
      },
      {
        projectId: 'opvang',
        name: 'opvang',
        municipalityId: 'A',
        shelter: true,
        delivery: { from: '2027-07-01', to: '2027-01-01', days: -181, months: -6 },
        phases: [],
        decision: null,
      },
    ])
    expect(c.appeared.map((p) => [p.projectId, p.difference.planned])).toEqual([['nieuw', 8]])
    expect(c.vanished.map((p) => [p.projectId, p.before?.planned, p.after])).toEqual([['weg', 0, null]])
    const same = { shelterOpen: 0, realised: 0, committed: 0, planned: 0 }
    expect(c.changed.map((p) => [p.projectId, p.difference])).toEqual([
      ['groei', { ...same, realised: 2 }],
      ['laat', { ...same, committed: -6 }],
      ['opvang', { ...same, shelterOpen: -20 }],
    ])
    expect(c.municipalities.map((m) => [m.id, m.difference])).toEqual([
      ['A', { ...same, realised: 2, committed: -6, shelterOpen: -20, ambition: 2, gap: 6 }],
      ['B', { ...same, planned: 8, ambition: 0, gap: 0 }],
    ])
    expect(c.total.difference).toEqual({
      shelterOpen: -20,
      realised: 2,
      committed: -6,
      planned: 8,
      ambition: 2,
      gap: 6,
    })
    expect(c.summary).toBe(
      'Sinds "Plan juni": 2 projecten later klaar, 1 opvang eerder dicht, 1 project nieuw en 1 project vervallen. Op 1 februari 2027 zijn er 4 woonplekken meer en 20 opvangplekken minder dan toen in het plan stonden.',
    )
  })

  it('says so when nothing changed', () => {
    const c = compareWithBaseline(before, plan, '2027-02-01')
    expect([c.moved, c.appeared, c.vanished, c.changed]).toEqual([[], [], [], []])
    expect(c.summary).toBe(
      'Sinds "Plan juni" is er geen project verschoven, bijgekomen of vervallen. Op 1 februari 2027 zijn het evenveel plekken.',
    )
  })

  it('counts months as a calendar does', () => {
    expect(monthsBetween('2027-01-31', '2027-02-28')).toBe(0)
    expect(monthsBetween('2027-01-15', '2027-04-14')).toBe(2)
    expect(monthsBetween('2027-04-15', '2027-01-15')).toBe(-3)
    expect(Object.is(monthsBetween('2027-01-15', '2027-01-10'), 0)).toBe(true)
    expect(movedPhrase({ from: '2027-01-01', to: '2027-02-01', days: 31, months: 1 })).toBe('1 maand later')
    expect(movedPhrase({ from: '2027-01-13', to: '2027-01-01', days: -12, months: 0 })).toBe(
      '12 dagen eerder',
    )
    expect(movedPhrase({ from: null, to: '2027-01-01', days: null, months: null })).toBe('nu gepland')
  })

  it('is empty against itself, and adds up to the difference of the balances', () => {
    fc.assert(
      fc.property(programmeArbitrary, programmeArbitrary, dateArbitrary, (now, then, date) => {
        const own = compareWithBaseline(now, frozen(now, FIELDS), date)
        expect([...own.moved, ...own.appeared, ...own.vanished, ...own.changed]).toEqual([])
        expect(Object.values(own.total.difference).every((n) => n === 0)).toBe(true)

        const old = frozen(then, FIELDS)
        expect(validateBaseline(old)).toEqual([])
        const c = compareWithBaseline(now, old, date)
        const a = transitionBalance(now, date, 'municipality').total
        const b = transitionBalance(then, date, 'municipality').total
        for (const key of ['shelterOpen', 'realised', 'committed', 'planned'] as const) {
          const sum = (list: readonly { difference: Record<typeof key, number> }[]) =>
            list.reduce((total, item) => total + item.difference[key], 0)
          expect(c.total.difference[key]).toBe(a[key] - b[key])
          expect(sum(c.municipalities)).toBe(c.total.difference[key])
          expect(sum([...c.appeared, ...c.vanished, ...c.changed])).toBe(c.total.difference[key])
        }
        expect(c.total.difference.ambition).toBe((a.ambition ?? 0) - (b.ambition ?? 0))
      }),
      { numRuns: 150 },
    )
  })

  it('says the same after change upon change as a comparison that starts afresh', () => {
    const anew = <T>(value: T): T => structuredClone(value)
    fc.assert(
      fc.property(
        programmeArbitrary,
        dateArbitrary,
        fc.array(fc.tuple(fc.nat(), fc.nat(4), dateArbitrary), { minLength: 1, maxLength: 6 }),
        (data, date, moves) => {
          const baseline = frozen(data, FIELDS)
          let now = data
          for (const [which, how, to] of moves) {
            const ids = [...now.projects.keys()]
            const id = ids[which % Math.max(1, ids.length)]
            const known = id === undefined ? undefined : now.projects.get(id)
            if (known === undefined) continue
            const projects = new Map(now.projects)
            if (how === 0) projects.delete(known.id)
            else if (how === 1) projects.set(known.id, { ...known, homes: known.homes.slice(0, -1) })
            else if (how === 2)
              projects.set(known.id, {
                ...known,
                phases: known.phases.map((p) => ({ ...p, planned: p.planned === null ? to : null })),
              })
            else if (how === 3) projects.set(known.id, { ...known, closingDecision: { date: to, text: '' } })
            else projects.set(known.id, anew(known))
            now = { ...now, projects }
            const live = compareWithBaseline(now, baseline, date)
            expect(live).toEqual(compareWithBaseline(anew(now), anew(baseline), date))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('finds no change among 13,500 projects of which none changed', () => {
    const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 11, baseline: true })
    const plan = data.baselines.get('plan')
    if (plan === undefined) throw new Error('no baseline')
    expect(compareWithBaseline(data, plan, '2028-12-31').changed).toEqual([])
  })
})
