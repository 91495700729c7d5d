import { describe, expect, it } from 'vitest'
import { applyPatches } from '@/domain/history/patch'
import { emptyGate } from '@/domain/model/dependency'
import type { Project } from '@/domain/model/entities'
import { PHASES, type Phase } from '@/domain/model/values'
import { GATE_KEYS, missingForPhase, moveToPhase } from '@/domain/planning'
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
