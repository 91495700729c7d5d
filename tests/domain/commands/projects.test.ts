import { describe, expect, it } from 'vitest'
import {
  duplicateProject,
  newProject,
  removeProject,
  saveArrangementType,
  saveProject,
} from '@/domain/commands'
import { trackCounts } from '@/domain/capacity'
import { emptyGate } from '@/domain/model/dependency'
import type { PhaseDates } from '@/domain/model/entities'
import { after, base, change, project, refused, step } from './support'

describe('saving a project', () => {
  it('adds it, changes it, and does nothing when nothing changed', () => {
    const p = project({ id: 'p' })
    expect(change(base, saveProject(p)).summary).toBe('project "Kamers Wijnbergen" toegevoegd')
    const data = after(base, saveProject(p))
    expect(change(data, saveProject({ ...p, note: 'x' })).summary).toBe(
      'project "Kamers Wijnbergen" gewijzigd',
    )
    expect(change(data, saveProject({ ...p }))).toMatchObject({ patches: [] })
    expect(change(data, saveProject({ ...p, name: ' Kamers Wijnbergen ' })).patches).toEqual([])
  })

  it('puts steps by date and phases by chain', () => {
    const phases: PhaseDates[] = [
      { phase: 'inUse', planned: '2027-01-01', actual: null },
      { phase: 'idea', planned: '2026-01-01', actual: null },
    ]
    const homes = [step('2027-05-01', 'idea', 'committed', 2), step('2026-05-01', null, 'idea', 4)]
    const saved = after(base, saveProject(project({ id: 'p', phases, homes }))).projects.get('p')
    expect(saved?.phases.map((p) => p.phase)).toEqual(['idea', 'inUse'])
    expect(saved?.homes.map((s) => s.date)).toEqual(['2026-05-01', '2027-05-01'])
  })

  it('makes one from a draft with fields', () => {
    const { patches } = change(base, newProject({ name: 'Nieuw', typeId: 'type-conversion' }))
    expect(patches).toHaveLength(1)
    expect(patches[0]).toMatchObject({
      table: 'projects',
      before: null,
      after: { name: 'Nieuw', phase: 'idea' },
    })
  })

  it('wants a name of bounded length', () => {
    expect(refused(base, saveProject(project({ name: '  ' })))).toMatchObject({
      code: 'name-missing',
      field: 'name',
    })
    expect(refused(base, saveProject(project({ name: 'x'.repeat(121) }))).message).toBe(
      'De naam is 121 tekens lang. Er passen er hoogstens 120.',
    )
    expect(refused(base, saveProject(project({ note: 'x'.repeat(10_001) })))).toMatchObject({
      code: 'text-too-long',
      field: 'note',
      message: 'De tekst is 10.001 tekens lang. Er passen er hoogstens 10.000.',
    })
  })

  it.each([
    ['typeId', { typeId: 'weg' }, 'type-unknown'],
    ['municipalityId', { municipalityId: 'GM9999' }, 'municipality-unknown'],
    ['associationId', { associationId: 'weg' }, 'partner-unknown'],
    ['associationId', { associationId: 'partner-iriszorg' }, 'partner-kind'],
    ['supportProviderId', { supportProviderId: 'weg' }, 'partner-unknown'],
  ])('wants %s to exist', (field, fields, code) => {
    expect(refused(base, saveProject(project(fields)))).toMatchObject({ code, field })
  })

  it('refuses a retired type for a new project, but keeps it for an old one', () => {
    const type = base.arrangementTypes.get('type-conversion')
    if (type === undefined) throw new Error('no type')
    const old = project({ id: 'old', typeId: type.id })
    const data = after(base, saveProject(old), saveArrangementType({ ...type, retired: true }))
    expect(refused(data, saveProject(project({ typeId: type.id })))).toMatchObject({
      code: 'type-retired',
      field: 'typeId',
      message:
        'Het arrangementtype "Omklapwoning" wordt niet meer gebruikt voor nieuwe projecten. Kies een ander type.',
    })
    expect(change(data, saveProject({ ...old, note: 'verder' })).patches).toHaveLength(1)
    expect(refused(data, duplicateProject('old')).code).toBe('type-retired')
  })
})

describe('phases of a project', () => {
  const phases = (
    planned: [string | null, string | null],
    actual: [string | null, string | null],
  ): PhaseDates[] => [
    { phase: 'agreements', planned: planned[0], actual: actual[0] },
    { phase: 'decision', planned: planned[1], actual: actual[1] },
  ]

  it('follow the chain by plan', () => {
    const error = refused(
      base,
      saveProject(project({ phases: phases(['2027-03-01', '2027-02-01'], [null, null]) })),
    )
    expect(error).toEqual({
      code: 'date-order',
      message:
        'De fase "besluit" is gepland op 1 februari 2027, maar de fase "afspraken en mandaat" ervoor is gepland op 1 maart 2027. Zet de datums in de volgorde van de fasen.',
      field: 'phases.1.planned',
    })
  })

  it('follow the chain in reality', () => {
    const error = refused(
      base,
      saveProject(project({ phases: phases([null, null], ['2026-03-02', '2026-03-01']) })),
    )
    expect(error.message).toContain('De fase "besluit" begon op 1 maart 2026')
    expect(error.field).toBe('phases.1.actual')
  })

  it('may begin on one day, and plan and reality are compared apart', () => {
    const p = project({ phases: phases(['2027-01-01', '2027-01-01'], ['2028-01-01', null]) })
    expect(change(base, saveProject(p)).patches).toHaveLength(1)
  })

  it('have real dates and stand there once', () => {
    const wrong = project({ phases: phases(['2027-02-29', null], [null, null]) })
    expect(refused(base, saveProject(wrong))).toMatchObject({
      code: 'date-invalid',
      field: 'phases.0.planned',
    })
    const twice = phases([null, null], [null, null]).map((p) => ({ ...p, phase: 'decision' as const }))
    expect(refused(base, saveProject(project({ phases: twice })))).toMatchObject({ code: 'duplicate' })
  })
})

describe('capacity steps', () => {
  const refusal = (...homes: ReturnType<typeof step>[]) => refused(base, saveProject(project({ homes })))

  it('never go below zero; the message says track, date, status and numbers', () => {
    expect(
      refusal(step('2026-01-01', null, 'available', 8), step('2027-03-01', 'available', 'ended', 12)),
    ).toEqual({
      code: 'below-zero',
      message:
        'Op 1 maart 2027 zijn er 8 plekken beschikbaar; er kunnen er geen 12 sluiten. Pas het aantal of de datum aan.',
      field: 'homes.1.places',
    })
  })

  it('never go below zero in any status, also in steps on one day and in another order', () => {
    const error = refusal(
      step('2027-03-01', 'committed', 'preparing', 3),
      step('2026-06-01', null, 'committed', 4),
      step('2027-03-01', 'committed', 'ended', 2),
    )
    expect(error.code).toBe('below-zero')
    expect(error.message).toBe(
      'Op 1 maart 2027 zijn er 4 plekken toegezegd; er kunnen er geen 5 naar een andere status. Pas het aantal of de datum aan.',
    )
    expect(error.field).toBe('homes.2.places')
  })

  it('speak of one place in the singular and of the support track by name', () => {
    expect(refusal(step('2026-01-01', null, 'idea', 1), step('2026-02-01', 'idea', 'ended', 2)).message).toBe(
      'Op 1 februari 2026 is er 1 plek in de fase idee; er kunnen er geen 2 sluiten. Pas het aantal of de datum aan.',
    )
    expect(refusal(step('2026-02-01', 'available', 'ended', 1)).message).toBe(
      'Op 1 februari 2026 zijn er geen plekken beschikbaar; er kan er geen sluiten. Pas het aantal of de datum aan.',
    )
    const support = [step('2026-01-01', null, 'available', 3), step('2026-05-01', 'available', 'ended', 4)]
    expect(refused(base, saveProject(project({ support }))).message).toContain(
      '3 plekken met begeleiding beschikbaar',
    )
  })

  it('may use on a day what came in on that day', () => {
    const homes = [step('2026-05-01', 'available', 'ended', 2), step('2026-05-01', null, 'available', 2)]
    expect(change(base, saveProject(project({ homes }))).patches).toHaveLength(1)
  })

  it.each([0, -1, 1.5, NaN, Infinity, 100_001])('take whole numbers of places, not %d', (places) => {
    expect(refusal(step('2026-01-01', null, 'idea', places))).toMatchObject({
      code: 'number-invalid',
      field: 'homes.0.places',
      message: 'Het aantal plekken moet een heel getal zijn van 1 tot en met 100.000.',
    })
  })

  it('change the status and never leave the end', () => {
    expect(refusal(step('2026-01-01', 'idea', 'idea', 1)).code).toBe('step-same-status')
    expect(refusal(step('2026-01-01', 'ended', 'idea', 1)).code).toBe('step-from-ended')
    expect(refusal(step('2026-13-01', null, 'idea', 1)).code).toBe('date-invalid')
  })

  it('have a support track only where the type has support', () => {
    const support = [step('2026-01-01', null, 'available', 2)]
    expect(refused(base, saveProject(project({ typeId: 'type-night-shelter', support })))).toMatchObject({
      code: 'support-not-allowed',
      field: 'support',
    })
  })

  it('have ids of their own', () => {
    const one = step('2026-01-01', null, 'idea', 1)
    expect(refused(base, saveProject(project({ homes: [one], support: [one] })))).toMatchObject({
      code: 'duplicate',
      field: 'support.0.id',
    })
  })
})

describe('the rating of a project', () => {
  it.each(['orange', 'red'] as const)('obliges to three texts when %s', (colour) => {
    const rating = { colour, cause: 'a', consequence: 'b', adjustment: 'c' }
    expect(change(base, saveProject(project({ rating }))).patches).toHaveLength(1)
    for (const key of ['cause', 'consequence', 'adjustment'] as const)
      expect(refused(base, saveProject(project({ rating: { ...rating, [key]: ' ' } })))).toMatchObject({
        code: `rating-${key}`,
        field: `rating.${key}`,
      })
  })

  it('needs no text when green or grey', () => {
    for (const colour of ['green', 'grey'] as const) {
      const rating = { colour, cause: '', consequence: '', adjustment: '' }
      expect(change(base, saveProject(project({ rating }))).patches).toHaveLength(1)
    }
  })

  it('comes with a decision that has words and a real date', () => {
    expect(
      refused(base, saveProject(project({ closingDecision: { date: '2026-01-01', text: '' } }))).code,
    ).toBe('decision-text-missing')
    expect(refused(base, saveProject(project({ closingDecision: { date: '', text: 'x' } })))).toMatchObject({
      code: 'date-invalid',
      message: 'Vul een datum in.',
    })
  })
})

describe('removing and copying a project', () => {
  it('removes it once', () => {
    const data = after(base, saveProject(project({ id: 'p' })))
    expect(change(data, removeProject('p')).summary).toBe('project "Kamers Wijnbergen" verwijderd')
    expect(refused(after(data, removeProject('p')), removeProject('p'))).toMatchObject({ code: 'not-found' })
  })

  it('copies the plan without counting places twice', () => {
    const noted = { roles: 'a', relations: 'b', procedures: 'c', neighbourhoodPlan: 'd', mandate: 'e' }
    const homes = [step('2026-01-01', null, 'available', 6), step('2027-01-01', 'available', 'ended', 2)]
    const phases: PhaseDates[] = [{ phase: 'idea', planned: '2025-01-01', actual: '2025-02-01' }]
    const data = after(
      base,
      saveProject(project({ id: 'p', homes, phases, phase: 'inUse', gate: noted, name: 'x'.repeat(120) })),
    )
    const copied = after(data, duplicateProject('p'))
    const copy = [...copied.projects.values()].find((p) => p.id !== 'p')
    if (copy === undefined) throw new Error('no copy')
    expect(copy.name).toBe(`${'x'.repeat(112)} (kopie)`)
    expect(copy.phases).toEqual([{ phase: 'idea', planned: '2025-01-01', actual: null }])
    expect(copy.phase).toBe('idea')
    expect(copy.gate).toEqual(emptyGate)
    expect(trackCounts(copy.homes, '2030-01-01')).toMatchObject({ idea: 6, available: 0, ended: 0 })
    expect(copied.projects.get('p')).toBe(data.projects.get('p'))
  })
})
