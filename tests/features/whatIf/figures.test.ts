import { describe, expect, it } from 'vitest'
import { emptyProgrammeData } from '@/domain/model/programmeData'
import { saveScenario } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import { applyScenario } from '@/domain/scenario'
import { extraLots, inputsFrom, simulate } from '@/domain/simulation'
import { validateScenario } from '@/domain/validation'
import { adviceChanges } from '@/features/whatIf/model/adviceScenario'
import { makeCase, momentsOf, nextPlan, PLAN_NAME } from '@/features/whatIf/model/cases'
import {
  bandOf,
  FIGURES,
  figureOf,
  goalMonth,
  rangeAt,
  rowMonths,
  showDifference,
  showMonth,
  showMonthDifference,
  showRange,
} from '@/features/whatIf/model/figures'
import { context, sample, scenarioOf, TODAY } from './sample'

const inputs = inputsFrom(sample, TODAY)
const result = simulate(inputs, { seed: 3, runs: 40 })
const waiting = figureOf('waiting')

describe('figures on screen', () => {
  it('are those of the simulation, at the month asked for', () => {
    for (const { metric } of FIGURES) {
      const band = bandOf(result, metric)
      expect(band, metric).not.toBeNull()
      expect(rangeAt(band, 5).middle).toBe(band?.p50[5])
    }
  })

  it('say a difference in words', () => {
    expect(showDifference(10, 12, waiting)).toBe('2 minder dan plan')
    expect(showDifference(1212, 12, waiting)).toBe('1.200 meer dan plan')
    expect(showDifference(12.2, 12, waiting)).toBe('gelijk aan plan')
    expect(showDifference(null, 12, waiting)).toBe('')
    expect(showMonthDifference(3, 4)).toBe('1 maand eerder dan plan')
    expect(showMonthDifference(9, 4)).toBe('5 maanden later dan plan')
    expect(showMonthDifference(9, null)).toBe('plan haalt het niet')
    expect(showMonthDifference(null, 9)).toBe('plan haalt het wel')
    expect(showMonthDifference(null, null)).toBe('gelijk aan plan')
  })

  it('show a range once when it is one number, and nothing where there is none', () => {
    expect(showRange({ low: 2, middle: 2, high: 2, error: 0 }, 0)).toBe('2')
    expect(showRange({ low: 2, middle: 3, high: 4.26, error: 0 }, 1)).toBe('2,0 tot 4,3')
    expect(rangeAt(null, 3).middle).toBeNull()
  })

  it('give the month of a goal, or none', () => {
    const some = {
      ...result,
      outcomes: result.outcomes.map((o, i) => ({ ...o, emptyFrom: i < 30 ? 4 : 50 })),
    }
    const month = goalMonth(some, 'emptyFrom')
    expect(month).toMatchObject({ low: 4, middle: 4, high: null, reached: 30 })
    expect(showMonth(result.dates, month.middle)).toBe('maart 2027')
    expect(showMonth(result.dates, month.high)).toBe('niet')
  })

  it('have rows that close years or quarters, and always the last month', () => {
    const dates = ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']
    expect(rowMonths(dates, 'year')).toEqual([1, 5])
    expect(rowMonths(dates, 'quarter')).toEqual([1, 4, 5])
    expect(momentsOf(dates)).toEqual(['2026-12-31', '2027-04-30'])
  })
})

describe('variants of the plan', () => {
  it('stay the same when only a scenario is saved', () => {
    const plan = nextPlan(null, sample, TODAY)
    const saved = saveScenario(scenarioOf())(sample, context())
    if (!saved.ok) throw new Error(saved.error.message)
    const after = applyPatches(sample, saved.value.patches)
    expect(nextPlan(plan, after, TODAY)).toBe(plan)
    expect(nextPlan(plan, after, '2026-11-02').version).toBe(2)
    expect(nextPlan(plan, { ...after, projects: new Map(after.projects) }, TODAY).version).toBe(2)
  })

  it('have a key that hangs on changes, seed and runs, and not on words', () => {
    const plan = nextPlan(null, sample, TODAY)
    const choice = { seed: 1, runs: 1000 }
    const change = {
      kind: 'inflow' as const,
      id: 'a',
      note: '',
      from: '2027-01-01',
      until: null,
      factor: { value: 2, low: 2, high: 2 },
    }
    const key = (changes: Parameters<typeof scenarioOf>[0], of = choice): string =>
      makeCase(plan, scenarioOf(changes), of).key
    expect(key([])).toBe(makeCase(plan, null, choice).key)
    expect(key([change])).not.toBe(key([]))
    expect(key([{ ...change, note: 'anders' }])).toBe(key([change]))
    expect(key([change], { seed: 2, runs: 1000 })).not.toBe(key([change]))
    expect(key([change], { seed: 1, runs: 200 })).not.toBe(key([change]))
    expect(makeCase(plan, null, choice)).toMatchObject({ name: PLAN_NAME, silent: [] })
  })

  it('keep silent, with the reason, where there is too little to go on', () => {
    const programme = [...sample.programme.values()].map((p) => ({ ...p, facts: [] }))
    const bare = {
      ...emptyProgrammeData(),
      programme: new Map(programme.map((p) => [p.id, p])),
      arrangementTypes: sample.arrangementTypes,
    }
    const { silent } = makeCase(nextPlan(null, bare, TODAY), null, { seed: 1, runs: 10 })
    expect(silent.length).toBeGreaterThan(2)
    expect(silent.join(' ')).toContain('gemeenten')
  })
})

describe('an advice as a scenario', () => {
  it('has the places of the advice, spread in the same way, that surely come', () => {
    const extra = [
      { typeId: inputs.types[0]?.id ?? '', quarter: { year: 2028, quarter: 1 as const }, places: 21 },
    ]
    const scenario = scenarioOf(adviceChanges(sample, inputs, extra, null, context()))
    expect(validateScenario(sample, scenario)).toEqual([])
    const applied = applyScenario(sample, inputs, scenario)
    expect(applied.conflicts).toEqual([])
    const sum = (lots: typeof inputs.lots): number =>
      lots.filter((lot) => lot.track === 'homes').reduce((total, lot) => total + lot.places, 0)
    expect(sum(applied.inputs.lots) - sum(inputs.lots)).toBe(sum(extraLots(inputs, extra)))
  })
})
