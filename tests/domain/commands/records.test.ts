import { describe, expect, it } from 'vitest'
import {
  createProgramme,
  distributeAmbition,
  draftArrangementType,
  draftMilestone,
  draftMunicipality,
  draftPartner,
  draftReport,
  draftRisk,
  removeArrangementType,
  removeMilestone,
  removeMunicipality,
  removePartner,
  removeReport,
  saveArrangementType,
  saveMilestone,
  saveMunicipality,
  savePartner,
  saveProject,
  saveReport,
  setAllocationKey,
  updateProgramme,
} from '@/domain/commands'
import { emptyProgrammeData, programmeOf, type ProgrammeData } from '@/domain/model/programmeData'
import { validateProgramme } from '@/domain/validation'
import { after, base, change, ctx, input, inputWithoutAmbition, project, refused, step } from './support'

const key = programmeOf(base).allocationKey

function total(data: ProgrammeData, date: string): number {
  return [...data.milestones.values()].filter((m) => m.date === date).reduce((sum, m) => sum + m.places, 0)
}

describe('a new programme', () => {
  it('has the starting palette and its ambition divided to the last place', () => {
    expect(validateProgramme(base)).toEqual([])
    expect(base.arrangementTypes.size).toBe(14)
    expect(total(base, '2026-01-01')).toBe(48)
    expect(total(base, '2030-12-31')).toBe(300)
    expect(change(emptyProgrammeData(), createProgramme(input)).summary).toBe(
      'programma "Van opvang naar thuis" gemaakt',
    )
  })

  it('may start without ambition', () => {
    expect(after(emptyProgrammeData(), createProgramme(inputWithoutAmbition)).milestones.size).toBe(0)
  })

  it.each([
    ['name', { name: '' }, 'name-missing'],
    ['horizon', { horizon: '2026-01-01' }, 'date-order'],
    ['start', { start: '2026-02-30' }, 'date-invalid'],
    ['ambitionTotal', { ambitionTotal: 1.5 }, 'total-invalid'],
    ['baselineTotal', { baselineTotal: -1 }, 'total-invalid'],
    ['centralMunicipalityId', { centralMunicipalityId: 'GM9999' }, 'municipality-unknown'],
    [
      'municipalities',
      { municipalities: [...input.municipalities, ...input.municipalities] },
      'municipality-double',
    ],
    ['total', { municipalities: [], partners: [], centralMunicipalityId: null }, 'no-municipalities'],
  ])('refuses a wrong %s', (field, fields, code) => {
    const error = refused(emptyProgrammeData(), createProgramme({ ...input, ...fields }))
    expect(error.code).toBe(code)
    expect(error.field).toBe(field === 'total' ? 'baselineTotal' : field)
  })

  it('says both dates when the horizon is not after the start', () => {
    const error = refused(emptyProgrammeData(), createProgramme({ ...input, horizon: '2025-06-30' }))
    expect(error.message).toBe(
      'Het programma begint op 1 januari 2026, maar de horizon is 30 juni 2025. Kies een horizon na het begin.',
    )
  })

  it('is made once', () => {
    expect(refused(base, createProgramme(input)).code).toBe('programme-exists')
  })
})

describe('the programme record', () => {
  it('changes, and tells when nothing changes', () => {
    expect(change(base, updateProgramme({ name: 'Nieuw' })).summary).toBe(
      'gegevens van het programma gewijzigd',
    )
    expect(change(base, updateProgramme({ name: programmeOf(base).name })).patches).toEqual([])
    expect(refused(base, updateProgramme({ horizon: '2020-01-01' })).code).toBe('date-order')
    expect(refused(emptyProgrammeData(), updateProgramme({ name: 'x' })).code).toBe('not-found')
  })

  it('keeps a band of support that types use', () => {
    const error = refused(base, updateProgramme({ supportBands: [] }))
    expect(error).toMatchObject({ code: 'in-use', field: 'supportBands' })
    expect(error.message).toContain('"Housing First"')
  })

  it('wants sensible bands', () => {
    for (const hoursPerWeek of [0, -1, 169, NaN]) {
      const supportBands = programmeOf(base).supportBands.map((b, i) =>
        i === 0 ? { ...b, hoursPerWeek } : b,
      )
      expect(refused(base, updateProgramme({ supportBands })).field).toBe('supportBands.0.hoursPerWeek')
    }
  })
})

describe('the allocation key', () => {
  it('refuses weights that are all zero', () => {
    for (const manualWeights of [{}, { GM0222: 0, GM0197: 0 }])
      expect(refused(base, setAllocationKey({ ...key, basis: 'manual', manualWeights }))).toMatchObject({
        code: 'weights-zero',
        message:
          'Alle gewichten in de verdeelsleutel zijn 0. Vul voor ten minste één gemeente een gewicht in, of kies een andere sleutel.',
      })
  })

  it('refuses zero inhabitants everywhere when the ambition is divided', () => {
    const none = after(
      base,
      ...[...base.municipalities.values()].map((m) =>
        saveMunicipality({
          ...m,
          inhabitants: { value: 0, referenceDate: '2024-01-01', source: 'proef', verified: false },
        }),
      ),
    )
    expect(refused(none, distributeAmbition({ date: '2028-12-31', total: 10 })).code).toBe('weights-zero')
  })

  it('refuses negative weights and unknown municipalities', () => {
    const manual = { ...key, basis: 'manual' as const }
    expect(refused(base, setAllocationKey({ ...manual, manualWeights: { GM0222: -1 } })).code).toBe(
      'weights-negative',
    )
    expect(refused(base, setAllocationKey({ ...manual, manualWeights: { GM9999: 1 } })).code).toBe(
      'municipality-unknown',
    )
  })

  it('divides by its weights', () => {
    const manual = setAllocationKey({ ...key, basis: 'manual', manualWeights: { GM0222: 2, GM0197: 1 } })
    const data = after(base, manual, distributeAmbition({ date: '2028-12-31', total: 10 }))
    const places = [...data.milestones.values()].filter((m) => m.date === '2028-12-31' && m.places > 0)
    expect(places.map((m) => [m.municipalityId, m.places]).sort()).toEqual([
      ['GM0197', 3],
      ['GM0222', 7],
    ])
  })
})

describe('ambitions', () => {
  it('are divided anew on a date that has them already', () => {
    const command = distributeAmbition({ date: '2030-12-31', total: 310 })
    const { patches, summary } = change(base, command)
    expect(summary).toBe('ambitie van 310 plekken op 31 december 2030 verdeeld over 8 gemeenten')
    expect(patches.every((p) => p.before !== null)).toBe(true)
    const data = after(base, command)
    expect(total(data, '2030-12-31')).toBe(310)
    expect(data.milestones.size).toBe(16)
    expect(change(data, command).patches).toEqual([])
  })

  it('are unique per municipality and date', () => {
    const one = [...base.milestones.values()].find(
      (m) => m.municipalityId === 'GM0222' && m.date === '2030-12-31',
    )
    if (one === undefined) throw new Error('no ambition')
    const error = refused(base, saveMilestone({ ...one, id: 'andere', places: 3 }))
    expect(error).toMatchObject({ code: 'milestone-double', field: 'date' })
    expect(error.message).toBe(
      'Er is al een ambitie van Doetinchem op 31 december 2030: 59 plekken. Wijzig die, of kies een andere datum.',
    )
    expect(change(base, saveMilestone({ ...one, places: 60 })).summary).toBe(
      'ambitie van Doetinchem op 31 december 2030 gewijzigd',
    )
    expect(after(base, removeMilestone(one.id)).milestones.size).toBe(15)
    const doubled = new Map(base.milestones).set('andere', { ...one, id: 'andere' })
    expect(validateProgramme({ ...base, milestones: doubled }).map((e) => e.code)).toEqual([
      'milestone-double',
    ])
  })

  it('are whole and not negative', () => {
    const milestone = { ...draftMilestone(base, ctx), date: '2029-01-01' }
    for (const places of [-1, 0.5, NaN])
      expect(refused(base, saveMilestone({ ...milestone, places })).field).toBe('places')
    expect(refused(base, distributeAmbition({ date: 'morgen', total: 1 })).code).toBe('date-invalid')
  })
})

describe('records that others refer to', () => {
  const p = project({ id: 'p', supportProviderId: 'partner-iriszorg' })
  const data = after(base, saveProject(p))
  const two = after(data, saveProject({ ...p, id: 'q', name: 'Tweede' }))

  it('stay, and the refusal says by what and how many', () => {
    expect(refused(data, removePartner('partner-site'))).toMatchObject({
      code: 'in-use',
      message: 'Sité is nog in gebruik bij 1 project. Wijzig of verwijder dat eerst.',
    })
    expect(refused(two, removePartner('partner-iriszorg')).message).toBe(
      'IrisZorg is nog in gebruik bij 2 projecten. Wijzig of verwijder die eerst.',
    )
    expect(refused(two, removeArrangementType('type-housing-first')).message).toBe(
      'Het arrangementtype "Housing First" is nog in gebruik bij 2 projecten. Wijzig of verwijder die eerst.',
    )
    expect(refused(two, removeMunicipality('GM0222')).message).toBe(
      'Doetinchem is nog in gebruik bij 2 projecten, 2 ambities en 2 partners. Wijzig of verwijder die eerst.',
    )
  })

  it('go when nothing refers to them', () => {
    expect(change(data, removePartner('partner-zvh')).summary).toContain('verwijderd')
    expect(change(data, removeArrangementType('type-skaeve-huse')).summary).toBe(
      'arrangementtype "Skaeve Huse" verwijderd',
    )
    expect(refused(data, removePartner('weg')).code).toBe('not-found')
    expect(refused(data, removeArrangementType('weg')).code).toBe('not-found')
    expect(refused(data, removeMunicipality('weg')).code).toBe('not-found')
    expect(refused(data, removeMilestone('weg')).code).toBe('not-found')
    expect(refused(data, removeReport('weg')).code).toBe('not-found')
  })

  it('keep what their projects need', () => {
    const site = base.partners.get('partner-site')
    const type = base.arrangementTypes.get('type-housing-first')
    if (site === undefined || type === undefined) throw new Error('no records')
    expect(refused(data, savePartner({ ...site, kind: 'other' }))).toMatchObject({
      code: 'in-use',
      field: 'kind',
    })
    const supported = after(data, saveProject({ ...p, support: [step('2026-01-01', null, 'idea', 1)] }))
    expect(refused(supported, saveArrangementType({ ...type, supportBandId: null }))).toMatchObject({
      code: 'support-not-allowed',
      field: 'supportBandId',
    })
    expect(validateProgramme(after(data, saveArrangementType({ ...type, supportBandId: null })))).toEqual([])
  })
})

describe('municipalities', () => {
  const own = { ...draftMunicipality(base, ctx), id: 'EIGEN-1', name: 'Nieuwstad' }

  it('are added, changed and removed, with their weight', () => {
    const key2 = { ...key, basis: 'manual' as const, manualWeights: { 'EIGEN-1': 1, GM0222: 2 } }
    const data = after(base, saveMunicipality(own), setAllocationKey(key2))
    const { patches } = change(data, removeMunicipality('EIGEN-1'))
    expect(patches.map((p) => p.table)).toEqual(['programme', 'municipalities'])
    const left = after(data, removeMunicipality('EIGEN-1'))
    expect(programmeOf(left).allocationKey.manualWeights).toEqual({ GM0222: 2 })
    expect(validateProgramme(left)).toEqual([])
    const last = after(data, setAllocationKey({ ...key2, manualWeights: { 'EIGEN-1': 1 } }))
    expect(refused(last, removeMunicipality('EIGEN-1')).code).toBe('weights-zero')
  })

  it('keep the central one', () => {
    const data = after(base, saveMunicipality(own), updateProgramme({ centralMunicipalityId: own.id }))
    expect(refused(data, removeMunicipality(own.id)).code).toBe('central')
  })

  it('have a sound code, name, numbers and place on the map', () => {
    expect(refused(base, saveMunicipality({ ...own, id: 'GM 1' })).field).toBe('id')
    expect(refused(base, saveMunicipality({ ...own, id: 'constructor' })).field).toBe('id')
    expect(refused(base, saveMunicipality({ ...own, name: '' })).field).toBe('name')
    const count = { value: -5, referenceDate: '2024-01-01', source: '', verified: false }
    expect(refused(base, saveMunicipality({ ...own, inhabitants: count })).field).toBe('inhabitants.value')
    expect(refused(base, saveMunicipality({ ...own, tile: { column: 1, row: 1 } })).message).toBe(
      'Op deze plaats van de kaart staat Doetinchem al. Kies een andere plaats.',
    )
  })
})

describe('partners, types and reports', () => {
  it('want a name', () => {
    expect(refused(base, savePartner(draftPartner(base, ctx))).code).toBe('name-missing')
    expect(refused(base, saveArrangementType(draftArrangementType(base, ctx))).code).toBe('name-missing')
  })

  it('want existing references', () => {
    const partner = { ...draftPartner(base, ctx), name: 'x', municipalityIds: ['GM9999'] }
    expect(refused(base, savePartner(partner)).field).toBe('municipalityIds.0')
    const type = { ...draftArrangementType(base, ctx), name: 'x', supportBandId: 'weg' }
    expect(refused(base, saveArrangementType(type)).field).toBe('supportBandId')
    const report = { ...draftReport(base, ctx), scope: ['GM9999'] }
    expect(refused(base, saveReport(report)).field).toBe('scope.0')
  })

  it('keep the rules of the rating and of risks in reports', () => {
    const report = draftReport(base, ctx)
    expect(change(base, saveReport(report)).summary).toBe('rapport "Voortgangsrapportage" toegevoegd')
    const red = { ...report.rating, colour: 'red' as const }
    expect(refused(base, saveReport({ ...report, rating: red })).field).toBe('rating.cause')
    expect(refused(base, saveReport({ ...report, risks: [draftRisk(ctx)] })).field).toBe('risks.0.text')
    expect(change(after(base, saveReport(report)), removeReport(report.id)).summary).toContain('verwijderd')
  })
})
