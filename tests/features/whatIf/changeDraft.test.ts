import { describe, expect, it } from 'vitest'
import { applyScenario, assumedOf, type ScenarioChange } from '@/domain/scenario'
import { parameters } from '@/domain/simulation'
import { validateScenario } from '@/domain/validation'
import {
  CHANGE_KINDS,
  type ChangeDraft,
  type ChangeKind,
  changesOf,
  draftOf,
  emptyDraft,
  firstOfNextMonth,
} from '@/features/whatIf/changes/changeDraft'
import { changeSentence, shownChanges, withRow } from '@/features/whatIf/changes/rows'
import { promotedProjects } from '@/features/whatIf/changes/promotion'
import { sample, scenarioOf, surroundings, TODAY } from './sample'

const around = surroundings()
const first = <T>(items: Iterable<T>): T => {
  const [item] = items
  if (item === undefined) throw new Error('nothing there')
  return item
}
const shelter = [...sample.projects.values()].find(
  (p) => sample.arrangementTypes.get(p.typeId)?.family === 'shelter' && p.homes.length > 0,
)
const ahead = [...sample.projects.values()].find((p) =>
  p.homes.some((step) => step.date > TODAY && step.from === null),
)
if (shelter === undefined || ahead === undefined) throw new Error('the sample has no plan')
const type = first(around.inputs.types)

/** A form filled in, per kind. */
const FILLED: Readonly<Record<ChangeKind, Partial<ChangeDraft>>> = {
  inflow: { value: -20, low: -30, high: -10, from: '2027-01-01', until: '2028-12-31' },
  mix: { subject: first(around.inputs.profiles).id, value: 40, low: null, high: null },
  stay: { subject: type.id, value: 18, low: 12, high: 24 },
  supportHours: { subject: first(around.inputs.bands).id, value: 80, low: null, high: null },
  assumption: { subject: `return/${type.id}`, value: 12.5, low: 10, high: 20 },
  delay: { subject: ahead.id, value: 6 },
  goNoGo: { subject: ahead.id, verdict: 'noGo' },
  closingDate: { subject: shelter.id, from: '2029-07-01' },
  newProject: { subject: type.id, places: 12, from: '2028-01-01', certain: true, name: 'Woonhof' },
}
const filled = (kind: ChangeKind): ChangeDraft => ({ ...emptyDraft(kind, '', around), ...FILLED[kind] })

describe('the form of a change', () => {
  it.each(CHANGE_KINDS.map(({ kind }) => kind))(
    '%s: comes back from the scenario as it was typed',
    (kind) => {
      const { changes, problems } = changesOf(filled(kind), around)
      expect(problems).toEqual([])
      const scenario = withRow(scenarioOf(), filled(kind).id, changes)
      expect(validateScenario(sample, scenario)).toEqual([])
      const change = first(changes)
      const again = changesOf(draftOf(change, scenario, around), around)
      expect(again.problems).toEqual([])
      expect(again.changes).toEqual(changes)
      expect(changeSentence(sample, scenario, change, around.inputs)).not.toMatch(/undefined|NaN/)
    },
  )

  it.each(CHANGE_KINDS.map(({ kind }) => kind))('%s: says what is missing', (kind) => {
    const empty = { ...emptyDraft(kind, '', around), from: null, name: '', municipalityId: '' }
    expect(changesOf(empty, around).problems.length).toBeGreaterThan(0)
  })

  it('refuses a range in the wrong order, halves of months and dates that are none', () => {
    const messages = (draft: ChangeDraft): string[] => changesOf(draft, around).problems.map((p) => p.field)
    expect(messages({ ...filled('stay'), low: 20 })).toEqual(['low'])
    expect(messages({ ...filled('stay'), high: 17 })).toEqual(['high'])
    expect(messages({ ...filled('delay'), value: 1.5 })).toEqual(['value'])
    expect(messages({ ...filled('delay'), value: 0 })).toEqual(['value'])
    expect(messages({ ...filled('closingDate'), from: '31-02-2028' })).toEqual(['from'])
    expect(messages({ ...filled('inflow'), until: '2026-12-01' })).toEqual(['until'])
    expect(messages({ ...filled('newProject'), from: TODAY })).toEqual(['from'])
    expect(messages({ ...filled('mix'), value: 101 })).toEqual(['value'])
  })

  it('any number of the simulation can be changed, and comes out as it was typed', () => {
    const keys = parameters(around.inputs)
      .map((p) => p.key)
      .filter((key) => assumedOf(key) !== null)
    expect(new Set(keys.map((key) => key.split('/')[0]))).toEqual(
      new Set(['waitingAtStart', 'occupied', 'selfExit', 'usesShelter', 'return', 'chance', 'delay']),
    )
    for (const key of keys) {
      const start = emptyDraft('assumption', key, around)
      expect(start.value, key).not.toBeNull()
      const { changes, problems } = changesOf({ ...start, value: start.low }, around)
      expect(problems, key).toEqual([])
      const scenario = withRow(scenarioOf(), start.id, changes)
      expect(validateScenario(sample, scenario), key).toEqual([])
      const { inputs, conflicts } = applyScenario(sample, around.inputs, scenario)
      expect(conflicts, key).toEqual([])
      const changed = parameters(inputs).find((p) => p.key === key)
      expect(changed?.range.source, key).toBe('scenario "Proef"')
      expect(changed?.range.value).toBe(changed?.range.low)
      expect(changeSentence(sample, scenario, first(changes), around.inputs)).toContain(changed?.label ?? '?')
    }
    const wrong = { ...filled('assumption'), high: 101 }
    expect(changesOf(wrong, around).problems).toEqual([{ field: 'high', message: 'Kies 0 tot en met 100%.' }])
  })

  it('extra people a month become a part of the inflow of now', () => {
    const now = around.inputs.inflow?.value ?? 0
    const { changes } = changesOf(
      { ...filled('inflow'), inflowBy: 'people', value: 5, low: null, high: null },
      around,
    )
    const change = first(changes)
    expect(change.kind === 'inflow' && change.factor.value * now).toBeCloseTo(now + 5, 9)
  })

  it('a form about a number starts at what it is now', () => {
    expect(emptyDraft('stay', type.id, around)).toMatchObject({
      value: type.stay.value,
      high: type.stay.high,
    })
  })

  it('the next month starts on its first day, also in a new year', () => {
    expect(firstOfNextMonth('2026-11-22')).toBe('2026-12-01')
    expect(firstOfNextMonth('2026-12-31')).toBe('2027-01-01')
  })
})

describe('a new project that surely comes', () => {
  const { changes } = changesOf(filled('newProject'), around)
  const row = first(changes)
  const scenario = withRow(scenarioOf(), row.id, changes)

  it('is one row, with its verdict underneath, and both go together', () => {
    expect(changes).toHaveLength(2)
    expect(shownChanges(scenario)).toEqual([row])
    expect(changeSentence(sample, scenario, row, around.inputs)).toContain('12 plekken')
    expect(changeSentence(sample, scenario, row, around.inputs)).toContain('gaat zeker door')
    expect(withRow(scenario, row.id, []).changes).toEqual([])
  })

  it('is replaced in its place', () => {
    const inflow = first(changesOf(filled('inflow'), around).changes)
    const both = withRow(scenario, inflow.id, [inflow])
    const other = changesOf({ ...filled('newProject'), certain: false, places: 3 }, around).changes
    const replaced = withRow(
      both,
      row.id,
      other.map((c): ScenarioChange => ({ ...c, id: row.id })),
    )
    expect(replaced.changes.map((c) => c.kind)).toEqual(['newProject', 'inflow'])
  })

  it('adds its places to what is simulated, with support', () => {
    const { inputs, conflicts } = applyScenario(sample, around.inputs, scenario)
    expect(conflicts).toEqual([])
    const added = inputs.lots.filter((lot) => lot.projectName === 'Woonhof')
    expect(added.map((lot) => [lot.track, lot.places])).toContainEqual(['homes', 12])
    expect(Object.values(inputs.verdicts)).toEqual(['go'])
  })
})

describe('what taking over changes, in words', () => {
  const promoted = (kind: ChangeKind): ReturnType<typeof promotedProjects> => {
    const draft = filled(kind)
    return promotedProjects(sample, withRow(scenarioOf(), draft.id, changesOf(draft, around).changes), TODAY)
  }

  it('names a new project, a delay, a closing and a no-go', () => {
    expect(promoted('newProject')[0]?.lines[0]).toMatch(/^nieuw in .*: 12 plekken .* vanaf 1 januari 2028$/)
    expect(
      promoted('delay')
        .find((p) => p.id === ahead.id)
        ?.lines.join(),
    ).toMatch(/van .* naar /)
    expect(promoted('closingDate')[0]?.lines.join()).toContain('1 juli 2029')
    expect(promoted('goNoGo')[0]?.lines.join()).toMatch(/plek(ken)? kom(t|en) er niet/)
  })

  it('is empty for assumptions', () => {
    for (const kind of ['inflow', 'mix', 'stay', 'supportHours', 'assumption'] as const)
      expect(promoted(kind)).toEqual([])
  })
})
