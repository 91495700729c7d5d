import { describe, expect, it } from 'vitest'
import { applyPatches, invert } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  applyScenario,
  type AssumedNumber,
  describeChange,
  promote,
  type Scenario,
  type ScenarioChange,
} from '@/domain/scenario'
import { inputsFrom } from '@/domain/simulation/defaults'
import { validateInputs } from '@/domain/simulation/validateInputs'
import { validateProject } from '@/domain/validation'
import { literalData, project, step } from '../../fixtures/literal'

const TODAY = '2026-10-15'
const context = { newId: () => 'new', today: TODAY }

const homes = project('homes', {
  typeId: 'room',
  homes: [step('2026-01-01', null, 'available', 2), step('2027-03-31', null, 'committed', 4)],
  phases: [
    { phase: 'decision', planned: '2026-05-01', actual: '2026-05-10' },
    { phase: 'inUse', planned: '2027-03-31', actual: null },
  ],
  closingDecision: { date: '2026-12-01', text: 'Besluit van de raad' },
})
const shelter = project('shelter', {
  typeId: 'shelter',
  homes: [
    step('2020-01-01', null, 'available', 20),
    step('2027-01-01', 'available', 'ended', 8),
    step('2028-01-01', 'available', 'ended', 7),
  ],
})
const waits = project('waits', {
  typeId: 'room',
  homes: [step('2027-07-01', null, 'idea', 3)],
  phases: [{ phase: 'preparation', planned: '2027-05-01', actual: null }],
  dependencies: [
    {
      id: 'd',
      holds: 'preparation',
      on: { kind: 'phase', projectId: 'homes', phase: 'inUse' },
      lagDays: 10,
      note: '',
    },
  ],
})
const facts = [
  {
    id: 'count-total',
    label: 'Mensen',
    value: 90,
    referenceDate: '2026-04',
    source: 'telling',
    verified: true,
  },
]
const data = literalData([homes, shelter, waits], [], { facts })
const inputs = inputsFrom(data, TODAY)

const scenario = (...changes: ScenarioChange[]): Scenario => ({
  id: 's',
  name: 'Later',
  note: '',
  createdOn: TODAY,
  changes,
})
const just = (value: number) => ({ value, low: value, high: value })
const base = { id: 'c', note: '' }
const delay = (months: number, followDownstream = false): ScenarioChange => ({
  ...base,
  kind: 'delay',
  projectId: 'homes',
  months,
  followDownstream,
})

const apply = (...changes: ScenarioChange[]) => applyScenario(data, inputs, scenario(...changes))
const steps = (d: ProgrammeData, id: string): unknown[] =>
  (d.projects.get(id)?.homes ?? []).map((s) => [s.date, s.from, s.to, s.places])

describe('applyScenario', () => {
  it('without changes is the plan itself', () => {
    const result = apply()
    expect(result).toEqual({ data, inputs, conflicts: [] })
  })

  it('delays what lies ahead, keeps what has been, and redoes the places of the simulation', () => {
    const result = apply(delay(6))
    const moved = result.data.projects.get('homes')
    expect(steps(result.data, 'homes')).toEqual([
      ['2026-01-01', null, 'available', 2],
      ['2027-09-30', null, 'committed', 4],
    ])
    expect(moved?.phases.map((p) => [p.planned, p.actual])).toEqual([
      ['2026-05-01', '2026-05-10'],
      ['2027-09-30', null],
    ])
    expect(moved?.closingDecision?.date).toBe('2027-06-01')
    expect(result.data.projects.get('waits')).toBe(waits)
    expect(result.inputs.lots.find((l) => l.projectId === 'homes' && l.certainty === 'committed')?.date).toBe(
      '2027-09-30',
    )
    expect(result.inputs.lots).toHaveLength(inputs.lots.length)
    expect(apply(delay(-24)).conflicts.map((c) => c.kind)).toEqual(['invalid'])
  })

  it('lets followers slip by what they lack, no more', () => {
    // In use on 30 September + 10 days: preparation goes from 1 May to 10 October, 162 days later, and so do its places.
    expect(steps(apply(delay(6, true)).data, 'waits')).toEqual([['2027-12-10', null, 'idea', 3]])
    // A month later fits within the slack: 30 April + 10 days is 10 May.
    expect(apply(delay(0, true)).data.projects.get('waits')).toBe(waits)
    expect(apply(delay(1, true)).data.projects.get('waits')?.phases[0]?.planned).toBe('2027-05-10')
  })

  it('closes a shelter on a date: its closings move along, the rest closes then', () => {
    const close = (date: string): ScenarioChange => ({
      ...base,
      kind: 'closingDate',
      projectId: 'shelter',
      date,
    })
    expect(steps(apply(close('2028-04-01')).data, 'shelter')).toEqual([
      ['2020-01-01', null, 'available', 20],
      ['2027-04-02', 'available', 'ended', 8],
      ['2028-04-01', 'available', 'ended', 7],
      ['2028-04-01', 'available', 'ended', 5],
    ])
    const ends = apply(close('2028-04-01')).inputs.lots.filter((l) => l.track === 'shelter')
    expect(ends.map((l) => l.places).sort()).toEqual([5, 7, 8])
    expect(ends.every((l) => l.ends !== null)).toBe(true)
    expect(apply(close('2026-10-01')).conflicts[0]?.kind).toBe('invalid')
  })

  it('says go or no go to the simulation', () => {
    const result = apply({ ...base, kind: 'goNoGo', projectId: 'homes', verdict: 'noGo' })
    expect(result.inputs.verdicts).toEqual({ homes: 'noGo' })
    expect(result.data.projects.get('homes')).toBe(homes)
  })

  it('adds a project', () => {
    const added = project('added', { typeId: 'room', homes: [step('2027-01-01', null, 'idea', 9)] })
    const result = apply({ ...base, kind: 'newProject', project: added })
    expect(result.inputs.lots.filter((l) => l.projectId === 'added').map((l) => l.places)).toEqual([9])
  })

  it('changes assumptions with their ranges', () => {
    const type = inputs.types[0]?.id ?? ''
    const profile = inputs.profiles[0]?.id ?? ''
    const band = inputs.bands[0]?.id ?? ''
    const result = apply(
      {
        ...base,
        id: 'a',
        kind: 'inflow',
        from: '2027-01-01',
        until: null,
        factor: { value: 0.8, low: 0.7, high: 1 },
      },
      { ...base, id: 'b', note: 'bron', kind: 'stay', typeId: type, months: just(20) },
      { ...base, id: 'c', kind: 'mix', profileId: profile, share: just(0.5) },
      { ...base, id: 'd', kind: 'supportHours', bandId: band, factor: just(0.8) },
    )
    expect(result.conflicts).toEqual([])
    expect(validateInputs(result.inputs)).toEqual([])
    expect(result.inputs.inflowChanges).toMatchObject([{ id: 'a', factor: { low: 0.7, high: 1 } }])
    expect(result.inputs.types[0]?.stay).toMatchObject({ value: 20, source: 'scenario "Later": bron' })
    expect(result.inputs.profiles[0]?.share.value).toBe(0.5)
    expect(result.inputs.bands[0]?.staffed.value).toBe(0.8)
    expect(result.data).toEqual(data)
  })

  it('changes any other number, with its range', () => {
    const type = inputs.types[0]?.id ?? ''
    const one = (id: string, what: AssumedNumber, of: string | null, value: number): ScenarioChange => ({
      ...base,
      id,
      kind: 'assumption',
      what,
      of,
      range: { value, low: value / 2, high: value },
    })
    const profile = inputs.profiles[0]?.id ?? ''
    const result = apply(
      one('a', 'occupied', null, 0.8),
      one('b', 'usesShelter', profile, 0.5),
      one('c', 'return', type, 0.3),
      one('d', 'chance', 'explored', 0.6),
      one('e', 'delay', 'likely', 12),
      one('f', 'return', 'gone', 0.1),
    )
    expect(validateInputs(result.inputs)).toEqual([])
    const { occupied, profiles, types, chance, delay: later } = result.inputs
    expect([
      occupied.value,
      profiles[0]?.usesShelter.value,
      types[0]?.returnShare.low,
      chance.explored.value,
      later.likely.low,
    ]).toEqual([0.8, 0.5, 0.15, 0.6, 6])
    expect(result.conflicts.map((c) => [c.changeId, c.kind])).toEqual([['f', 'gone']])
    expect(result.data).toEqual(data)
  })

  it('reports what no longer fits, in the order of the changes, and applies the rest', () => {
    const result = apply(
      { ...base, id: '1', kind: 'stay', typeId: 'gone', months: just(3) },
      { ...delay(2), id: '2' } as ScenarioChange,
      { ...base, id: '3', kind: 'goNoGo', projectId: 'gone', verdict: 'go' },
      { ...base, id: '4', kind: 'newProject', project: homes },
      { ...base, id: '5', kind: 'mix', profileId: 'gone', share: just(0.1) },
      { ...base, id: '6', kind: 'goNoGo', projectId: 'shelter', verdict: 'noGo' },
    )
    expect(result.conflicts.map((c) => [c.changeId, c.kind])).toEqual([
      ['1', 'gone'],
      ['3', 'gone'],
      ['4', 'done'],
      ['5', 'gone'],
      ['6', 'done'],
    ])
    for (const { message } of result.conflicts) expect(message).toMatch(/vervalt\.$/)
    expect(steps(result.data, 'homes')[1]).toEqual(['2027-05-31', null, 'committed', 4])
    expect(result.inputs.verdicts).toEqual({})
  })
})

describe('promote', () => {
  const outcome = (...changes: ScenarioChange[]) => promote(scenario(...changes))(data, context)

  it('makes one change that one undo takes back', () => {
    const added = project('added', { typeId: 'room', homes: [step('2027-01-01', null, 'idea', 9)] })
    const result = outcome(delay(3, true), { ...base, kind: 'newProject', project: added })
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.summary).toBe('scenario "Later" overgenomen in het plan')
    expect(result.value.patches.map((p) => p.id)).toEqual(['homes', 'waits', 'added'])
    const next = applyPatches(data, result.value.patches)
    for (const p of next.projects.values()) expect(validateProject(next, p)).toEqual([])
    const back = applyPatches(next, invert(result.value.patches))
    expect([...back.projects].sort()).toEqual([...data.projects].sort())
  })

  it('ends what a no-go has not delivered, and keeps what is in use', () => {
    const result = outcome({ ...base, kind: 'goNoGo', projectId: 'homes', verdict: 'noGo' })
    if (!result.ok) throw new Error(result.error.message)
    const next = applyPatches(data, result.value.patches)
    expect(steps(next, 'homes')).toEqual([['2026-01-01', null, 'available', 2]])
    expect(next.projects.get('homes')?.phase).toBe(homes.phase)
    const idea = outcome({ ...base, kind: 'goNoGo', projectId: 'waits', verdict: 'noGo' })
    const after = idea.ok ? (idea.value.patches[0]?.after as Project | null) : null
    expect([after?.homes, after?.phase]).toEqual([[], 'ended'])
  })

  it('makes a go certain', () => {
    const result = outcome({ ...base, kind: 'goNoGo', projectId: 'homes', verdict: 'go' })
    expect(result.ok && result.value.patches[0]?.after).toMatchObject({ confidence: 'certain' })
  })

  it('refuses when nothing of it is plan', () => {
    const result = outcome({ ...base, kind: 'stay', typeId: 'room', months: just(3) })
    expect(result).toMatchObject({ ok: false, error: { code: 'nothing-to-promote' } })
    expect(outcome()).toMatchObject({ ok: false })
  })
})

describe('describeChange', () => {
  it('says each change in Dutch', () => {
    const say = (change: ScenarioChange): string => describeChange(data, change)
    expect(
      [
        delay(1),
        delay(-6, true),
        {
          ...base,
          kind: 'inflow',
          from: '2027-01-01',
          until: '2027-12-31',
          factor: { value: 0.8, low: 0.7, high: 1 },
        },
        { ...base, kind: 'stay', typeId: 'room', months: just(9.5) },
        { ...base, kind: 'supportHours', bandId: 'light', factor: { value: 0.8, low: 0.7, high: 0.9 } },
        { ...base, kind: 'goNoGo', projectId: 'homes', verdict: 'noGo' },
        { ...base, kind: 'closingDate', projectId: 'gone', date: '2028-04-01' },
        { ...base, kind: 'assumption', what: 'waitingAtStart', of: null, range: just(90) },
        {
          ...base,
          kind: 'assumption',
          what: 'chance',
          of: 'explored',
          range: { value: 0.5, low: 0.25, high: 0.625 },
        },
        { ...base, kind: 'assumption', what: 'delay', of: 'likely', range: just(1) },
        { ...base, kind: 'assumption', what: 'return', of: 'room', range: just(0.1) },
      ].map((c) => say(c as ScenarioChange)),
    ).toEqual([
      '"homes" komt 1 maand later',
      '"homes" komt 6 maanden eerder; wat daarop wacht, schuift mee',
      'Instroom vanaf 1 januari 2027 tot en met 31 december 2027 20% lager',
      'Verblijf in room: gemiddeld 9,5 maanden',
      'Begeleiding die er echt is, licht: 80% (70% tot 90%)',
      '"homes" gaat niet door',
      'Een project dat niet meer bestaat is dicht op 1 april 2028',
      'Mensen op de wachtlijst bij de start: 90 mensen',
      'Kans dat plekken doorgaan: verkend: 50% (25% tot 62,5%)',
      'Vertraging van projecten: waarschijnlijk: 1 maand',
      'Terugkeer na verblijf: room: 10%',
    ])
  })
})
