import { describe, expect, it } from 'vitest'
import { createProgramme } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import { emptyProgrammeData, programmeOf } from '@/domain/model/programmeData'
import { ambitionOfRegion } from '@/domain/capacity'
import { validateProgramme } from '@/domain/validation'
import { checkStep, freshDraft, inputOf, type OwnMunicipality, STEPS } from '@/features/start/wizard/draft'

const TODAY = '2026-11-22'
let n = 0
const ctx = { newId: () => `id-${String((n += 1))}`, today: TODAY }

function filled() {
  return { ...freshDraft(TODAY), name: ' Van opvang naar wonen ', ambition: 240, baseline: 61 }
}
const own = (key: string, name: string, code: string, inhabitants: number | null): OwnMunicipality => ({
  key,
  name,
  code,
  inhabitants,
})

function made(draft: ReturnType<typeof filled>) {
  const empty = emptyProgrammeData()
  const change = createProgramme(inputOf(draft, TODAY))(empty, ctx)
  if (!change.ok) throw new Error(change.error.message)
  return applyPatches(empty, change.value.patches)
}

describe('the wizard for a new programme', () => {
  it('makes a sound programme of the Achterhoek, with the ambition shared out exactly', () => {
    const draft = filled()
    for (const step of STEPS) expect(checkStep(step, draft, TODAY)).toEqual({})
    const data = made(draft)
    expect(validateProgramme(data)).toEqual([])
    expect(data.municipalities.size).toBe(8)
    expect(programmeOf(data)).toMatchObject({
      name: 'Van opvang naar wonen',
      region: 'Achterhoek',
      centralMunicipalityId: 'GM0222',
      start: '2026-01-01',
      horizon: '2030-12-31',
    })
    expect(ambitionOfRegion(data, '2026-01-01')).toBe(61)
    expect(ambitionOfRegion(data, '2030-12-31')).toBe(240)
  })

  it('leaves out partners and the central municipality that don’t take part', () => {
    const data = made({ ...filled(), chosen: ['GM1955', 'GM0294'] })
    expect(validateProgramme(data)).toEqual([])
    expect(programmeOf(data).centralMunicipalityId).toBeNull()
    const names = [...data.partners.values()].map((p) => p.name)
    expect(names).toContain('Plavei')
    expect(names).not.toContain('ProWonen')
    expect(names).toContain('IrisZorg')
  })

  it('makes an own region, with codes where none was given and empty rows left out', () => {
    const data = made({
      ...filled(),
      region: 'own',
      ownRegion: 'Noordkop',
      own: [own('a', 'Schagen', 'GM0441', 47_000), own('b', 'Texel', '', 14_000), own('c', '', '', null)],
    })
    expect(validateProgramme(data)).toEqual([])
    expect([...data.municipalities.keys()]).toEqual(['GM0441', 'gemeente-2'])
    expect(data.partners.size).toBe(0)
    expect(ambitionOfRegion(data, '2030-12-31')).toBe(240)
  })

  it('names the field of every mistake', () => {
    const region = { ...filled(), region: 'own' as const, ownRegion: ' ' }
    expect(
      Object.keys(
        checkStep(
          'region',
          {
            ...region,
            own: [own('a', '', 'GM1', -1), own('b', 'B', 'GM1', 1), own('c', 'C', 'met spatie', Number.NaN)],
          },
          TODAY,
        ),
      ).sort(),
    ).toEqual(['a.code', 'a.inhabitants', 'a.name', 'b.code', 'c.code', 'c.inhabitants', 'ownRegion'])
    expect(checkStep('region', { ...filled(), chosen: [] }, TODAY)).toHaveProperty('chosen')
    expect(
      Object.keys(checkStep('period', { ...filled(), name: '', start: null, horizon: '31-2' }, TODAY)).sort(),
    ).toEqual(['horizon', 'name', 'start'])
    expect(
      checkStep('period', { ...filled(), start: '2030-01-01', horizon: '2030-01-01' }, TODAY),
    ).toHaveProperty('horizon')
    expect(
      Object.keys(checkStep('ambition', { ...filled(), baseline: 1.5, ambition: null }, TODAY)).sort(),
    ).toEqual(['ambition', 'baseline'])
  })

  it('refuses a key that can’t divide', () => {
    expect(checkStep('ambition', { ...filled(), basis: 'manual' }, TODAY)['basis']).toContain('gewicht')
    expect(
      checkStep('ambition', { ...filled(), basis: 'manual', weights: { GM0222: -1 } }, TODAY)['basis'],
    ).toBe('Een gewicht is een getal van 0 of meer.')
    const nobody = { ...filled(), region: 'own' as const, ownRegion: 'R', own: [own('a', 'A', '', null)] }
    expect(checkStep('ambition', nobody, TODAY)['basis']).toContain(
      'Van A is het aantal inwoners niet ingevuld',
    )
  })
})
