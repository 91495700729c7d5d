import { describe, expect, it } from 'vitest'
import { saveProject } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import { emptyGate } from '@/domain/model/dependency'
import type { Project } from '@/domain/model/entities'
import { PHASES, type Phase } from '@/domain/model/values'
import { GATE_KEYS, gateProblems, missingForPhase, moveToPhase, nextGate } from '@/domain/planning'
import { gateAhead } from '@/features/planning/editor/gateAhead'
import { literalData, project } from '../../fixtures/literal'

const ctx = { newId: () => 'nieuw', today: '2026-11-02' }
const full = Object.fromEntries(GATE_KEYS.map((key) => [key, `Afgesproken: ${key}`]))

function move(p: Project, phase: Phase, gate = {}, on = '2026-11-02') {
  const data = literalData([p])
  const result = moveToPhase(p.id, phase, { gate, on })(data, ctx)
  if (!result.ok) return result.error
  return {
    project: applyPatches(data, result.value.patches).projects.get(p.id),
    summary: result.value.summary,
  }
}

describe('what a phase asks', () => {
  it.each<[Phase, Phase, readonly string[]]>([
    ['idea', 'exploration', []],
    ['agreements', 'location', ['roles', 'relations', 'procedures']],
    ['idea', 'location', ['roles', 'relations', 'procedures']],
    ['location', 'neighbourhood', []],
    ['neighbourhood', 'decision', ['roles', 'relations', 'procedures', 'neighbourhoodPlan']],
    ['idea', 'decision', ['roles', 'relations', 'procedures', 'neighbourhoodPlan']],
    ['decision', 'preparation', [...GATE_KEYS]],
    ['preparation', 'inUse', [...GATE_KEYS]],
    ['inUse', 'evaluation', []],
    ['preparation', 'evaluation', [...GATE_KEYS]],
    ['idea', 'ended', []],
    ['preparation', 'location', []],
    ['decision', 'decision', []],
  ])('from %s to %s', (from, to, asked) => {
    expect(missingForPhase({ phase: from, gate: emptyGate }, to)).toEqual(asked)
    expect(missingForPhase({ phase: from, gate: { ...emptyGate, ...full } }, to)).toEqual([])
  })

  it('takes blanks for nothing', () => {
    const gate = { ...emptyGate, ...full, relations: ' \n ' }
    expect(missingForPhase({ phase: 'agreements', gate }, 'location')).toEqual(['relations'])
  })
})

describe('moving to a phase', () => {
  it('refuses and names what is missing', () => {
    const p = project('p', { name: 'Kamers', phase: 'agreements' })
    expect(move(p, 'location', { roles: 'De corporatie verhuurt' })).toEqual({
      code: 'gate-missing',
      message: 'Voor de fase "locatie of woning" moet nog worden vastgelegd: samenwerking en werkwijze.',
      field: 'gate.relations',
    })
  })

  it('keeps the answers and the real date, and says so', () => {
    const p = project('p', {
      name: 'Kamers',
      phase: 'agreements',
      phases: [
        { phase: 'agreements', planned: '2026-05-01', actual: '2026-06-01' },
        { phase: 'location', planned: '2026-09-01', actual: null },
      ],
    })
    const done = move(p, 'location', { roles: 'a', relations: 'b', procedures: 'c' }, '2026-10-15')
    expect(done).toEqual({
      project: {
        ...p,
        phase: 'location',
        phases: [
          { phase: 'agreements', planned: '2026-05-01', actual: '2026-06-01' },
          { phase: 'location', planned: '2026-09-01', actual: '2026-10-15' },
        ],
        gate: { ...emptyGate, roles: 'a', relations: 'b', procedures: 'c' },
      },
      summary: 'project "Kamers" naar fase "locatie of woning"',
    })
  })

  it('lets go back freely; what came after is no longer true', () => {
    const p = project('p', {
      phase: 'decision',
      phases: [
        { phase: 'location', planned: null, actual: '2026-02-01' },
        { phase: 'decision', planned: '2026-06-01', actual: '2026-07-01' },
      ],
    })
    expect(move(p, 'location')).toMatchObject({
      project: {
        phase: 'location',
        phases: [
          { phase: 'location', planned: null, actual: '2026-02-01' },
          { phase: 'decision', planned: '2026-06-01', actual: null },
        ],
      },
    })
  })

  it('never blocks a project for a gate that it has passed', () => {
    for (const phase of PHASES) {
      const p = project('p', { phase })
      expect(move(p, phase)).toMatchObject({ project: { phase } })
      expect(move(p, 'ended')).toMatchObject({ project: { phase: 'ended' } })
    }
    expect(move(project('p', { phase: 'inUse' }), 'evaluation')).toMatchObject({
      project: { phase: 'evaluation' },
    })
  })

  it('refuses a day that must still come, that is none, or that is before an earlier phase', () => {
    const p = project('p', { phases: [{ phase: 'idea', planned: null, actual: '2026-09-01' }] })
    expect(move(p, 'exploration', {}, '2026-11-03')).toMatchObject({ code: 'date-future', field: 'on' })
    expect(move(p, 'exploration', {}, '2026-02-30')).toMatchObject({ code: 'date-invalid', field: 'on' })
    expect(move(p, 'exploration', {}, '2026-08-31')).toMatchObject({ code: 'date-order' })
    expect(moveToPhase('weg', 'idea', { on: '2026-11-02' })(literalData(), ctx)).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('saving a project', () => {
  const agreed = { ...emptyGate, roles: 'a', relations: 'b', procedures: 'c' }
  const save = (before: Project, after: Partial<Project>) =>
    saveProject({ ...before, ...after })(literalData([before]), ctx)

  it('into a phase behind a gate names what is missing, and each field of the form its own', () => {
    const p = project('p', { phase: 'agreements', gate: { ...emptyGate, relations: 'b' } })
    expect(save(p, { phase: 'location' })).toEqual({
      ok: false,
      error: {
        code: 'gate-missing',
        message: 'Voor de fase "locatie of woning" moet nog worden vastgelegd: rollen en werkwijze.',
        field: 'gate.roles',
      },
    })
    expect(gateProblems(literalData([p]), { ...p, phase: 'location' })).toEqual([
      {
        code: 'gate-missing',
        message: 'Vul in: rollen. De fase "locatie of woning" kan niet zonder.',
        field: 'gate.roles',
      },
      {
        code: 'gate-missing',
        message: 'Vul in: werkwijze. De fase "locatie of woning" kan niet zonder.',
        field: 'gate.procedures',
      },
    ])
    expect(save(p, { phase: 'location', gate: agreed })).toMatchObject({ ok: true })
  })

  it('keeps what a gate behind it asked, but lets it be worded anew', () => {
    const p = project('p', { phase: 'neighbourhood', gate: agreed })
    expect(save(p, { gate: { ...agreed, roles: ' ' } })).toMatchObject({ error: { field: 'gate.roles' } })
    expect(save(p, { gate: { ...agreed, roles: 'anders' } })).toMatchObject({ ok: true })
    // Back before the gate, or ended, it holds no more.
    expect(save(p, { phase: 'agreements', gate: emptyGate })).toMatchObject({ ok: true })
    expect(save(p, { phase: 'ended', gate: emptyGate })).toMatchObject({ ok: true })
  })

  it('lets an older project that passed without be, until it goes on', () => {
    const p = project('p', { phase: 'preparation' })
    expect(save(p, { note: 'verder' })).toMatchObject({ ok: true })
    expect(save(p, { phase: 'inUse' })).toMatchObject({ error: { code: 'gate-missing' } })
  })

  it('asks everything of a project that comes out of its end, or that was not there', () => {
    const p = project('p', { phase: 'ended' })
    expect(missingForPhase(p, 'evaluation')).toEqual([...GATE_KEYS])
    expect(save(p, { phase: 'location' })).toMatchObject({ error: { field: 'gate.roles' } })
    expect(save(p, { phase: 'agreements' })).toMatchObject({ ok: true })
    const data = literalData()
    const fresh = project('nieuw', { phase: 'inUse' })
    expect(saveProject(fresh)(data, ctx)).toMatchObject({ error: { code: 'gate-missing' } })
    expect(saveProject({ ...fresh, typeId: 'shelter' })(data, ctx)).toMatchObject({ ok: true })
  })
})

describe('the form', () => {
  it.each<[Phase | null, Phase, Phase | null]>([
    [null, 'idea', 'location'],
    ['idea', 'exploration', 'location'],
    ['agreements', 'location', 'location'],
    ['location', 'location', 'decision'],
    ['location', 'inUse', 'inUse'],
    ['inUse', 'location', 'decision'],
    ['ended', 'location', 'location'],
    ['inUse', 'inUse', null],
    ['agreements', 'ended', null],
  ])('from %s with %s chosen, tells what %s needs', (kept, chosen, told) => {
    expect(gateAhead(kept, chosen)?.phase ?? null).toBe(told)
  })

  it('knows the next gate', () => {
    expect(nextGate('idea')).toEqual({ phase: 'location', asks: ['roles', 'relations', 'procedures'] })
    expect(nextGate('inUse')).toBeNull()
  })
})
