import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import type { Project } from '@/domain/model/entities'
import { PHASES, type Phase } from '@/domain/model/values'
import {
  setPhaseDate,
  type Shift,
  shiftedPhase,
  shiftedProject,
  shiftPhase,
  shiftProject,
} from '@/domain/planning'
import { validateProject } from '@/domain/validation'
import { literalData, project, step } from '../../fixtures/literal'
import { programmeArbitrary } from '../../fixtures/randomProgramme'

const TODAY = '2026-11-02'
const ctx = { newId: () => 'nieuw', today: TODAY }

const kamers = project('kamers', {
  name: 'Kamers',
  typeId: 'home',
  phase: 'location',
  phases: [
    { phase: 'location', planned: '2026-06-01', actual: '2026-07-01' },
    { phase: 'decision', planned: '2027-01-01', actual: null },
    { phase: 'inUse', planned: '2027-07-01', actual: null },
  ],
  homes: [
    step('2026-02-01', null, 'explored', 5),
    step('2027-01-15', 'explored', 'committed', 5),
    step('2027-07-01', 'committed', 'available', 5),
  ],
  support: [step('2027-08-01', null, 'committed', 5)],
  closingDecision: { date: '2027-01-10', text: 'Besluit' },
})

function dates(p: Project | undefined) {
  return {
    phases: p?.phases.map((x) => [x.planned, x.actual]),
    homes: p?.homes.map((s) => s.date),
    support: p?.support.map((s) => s.date),
    decision: p?.closingDecision?.date,
  }
}

function run(command: ReturnType<typeof shiftProject>) {
  const data = literalData([kamers])
  const result = command(data, ctx)
  if (!result.ok) return result.error
  const next = applyPatches(data, result.value.patches)
  return { summary: result.value.summary, ...dates(next.projects.get('kamers')) }
}

describe('moving a plan', () => {
  it('moves all that is to come, and nothing that has been', () => {
    expect(run(shiftProject('kamers', { months: 3 }))).toEqual({
      summary: 'project "Kamers" 3 maanden later',
      phases: [
        ['2026-06-01', '2026-07-01'],
        ['2027-04-01', null],
        ['2027-10-01', null],
      ],
      homes: ['2026-02-01', '2027-04-15', '2027-10-01'],
      support: ['2027-11-01'],
      decision: '2027-04-10',
    })
  })

  it('moves a phase with all that comes after it', () => {
    expect(run(shiftPhase('kamers', 'inUse', { days: -10 }))).toEqual({
      summary: 'project "Kamers" 10 dagen eerder vanaf de fase "in gebruik"',
      phases: [
        ['2026-06-01', '2026-07-01'],
        ['2027-01-01', null],
        ['2027-06-21', null],
      ],
      homes: ['2026-02-01', '2027-01-15', '2027-06-21'],
      support: ['2027-07-22'],
      decision: '2027-01-10',
    })
  })

  it('plans one phase, and takes a later one along that would come before it', () => {
    expect(run(setPhaseDate('kamers', 'decision', '2027-08-01'))).toMatchObject({
      summary: 'project "Kamers": fase "besluit" op 1 augustus 2027',
      phases: [
        ['2026-06-01', '2026-07-01'],
        ['2027-08-01', null],
        ['2027-08-01', null],
      ],
      homes: ['2026-02-01', '2027-01-15', '2027-07-01'],
    })
  })

  it.each<[string, ReturnType<typeof shiftProject>, string]>([
    ['a project that is gone', shiftProject('weg', { days: 1 }), 'not-found'],
    ['places into the past', shiftProject('kamers', { days: -69 }), 'before-today'],
    ['a phase that began', shiftPhase('kamers', 'location', { days: 1 }), 'already-begun'],
    ['a phase without a date', shiftPhase('kamers', 'preparation', { days: 1 }), 'no-date'],
    ['a phase before an earlier one', shiftPhase('kamers', 'inUse', { months: -7 }), 'date-order'],
    ['a date before an earlier phase', setPhaseDate('kamers', 'inUse', '2026-12-31'), 'date-order'],
    ['a date for a phase that began', setPhaseDate('kamers', 'location', '2027-01-01'), 'already-begun'],
    ['no date', setPhaseDate('kamers', 'inUse', '2027-02-30'), 'date-invalid'],
    ['two centuries', shiftProject('kamers', { months: 2400 }), 'date-invalid'],
  ])('refuses %s', (_case, command, code) => {
    expect(run(command)).toMatchObject({ code })
  })

  it('does nothing when nothing changes', () => {
    expect(shiftProject('kamers', { days: 0 })(literalData([kamers]), ctx)).toMatchObject({
      value: { patches: [] },
    })
  })
})

describe('any plan', () => {
  const days = fc.integer({ min: 1, max: 700 })
  const some = programmeArbitrary.filter((data) => data.projects.size > 0)
  const phaseArbitrary = fc.constantFrom(...PHASES)
  const inOrder = (p: Project): boolean => {
    const planned = PHASES.flatMap((phase: Phase) => p.phases.find((x) => x.phase === phase)?.planned ?? [])
    return planned.every((date, i) => i === 0 || (planned[i - 1] ?? '') <= date)
  }

  it('comes back when it goes later and then earlier by as many days', () => {
    fc.assert(
      fc.property(some, days, phaseArbitrary, fc.boolean(), (data, d, phase, whole) => {
        const move = (p: Project, shift: Shift) =>
          whole ? shiftedProject(p, shift, TODAY) : shiftedPhase(p, phase, shift, TODAY)
        for (const p of data.projects.values()) {
          const there = move(p, { days: d })
          if (!there.ok) continue
          expect(inOrder(there.value)).toBe(true)
          const back = move(there.value, { days: -d })
          expect(back).toEqual({ ok: true, value: p })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('stays sound when it goes later, by days or by months', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 40 }), phaseArbitrary, (data, n, phase) => {
        for (const p of data.projects.values())
          for (const result of [
            shiftedProject(p, { months: n }, TODAY),
            shiftedProject(p, { days: n * 30 }, TODAY),
            shiftedPhase(p, phase, { months: n }, TODAY),
          ])
            if (result.ok) {
              expect(validateProject(data, result.value)).toEqual([])
              expect(result.value.phases.map((x) => x.actual)).toEqual(p.phases.map((x) => x.actual))
              const past = (q: Project) => q.homes.filter((s) => s.date <= TODAY)
              expect(past(result.value)).toEqual(past(p))
            }
      }),
      { numRuns: 150 },
    )
  })
})
