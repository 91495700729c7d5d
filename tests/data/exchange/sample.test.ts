import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { transitionBalance } from '@/domain/capacity'
import { compareWithBaseline, dependencyConflicts, missingForPhase } from '@/domain/planning'
import { validateProgramme } from '@/domain/validation'
import { programmeOf } from '@/domain/model/programmeData'
import { parsePalet } from '@/exchange'
import facts from '../../../tools/sample/facts.json'
import { sampleText } from '../../../tools/sample/text'

const text = readFileSync(resolve(import.meta.dirname, '../../../resources/sample/achterhoek.palet'), 'utf8')

function sample() {
  const result = parsePalet(text)
  if (!result.ok) throw new Error(result.error.message)
  return result.value.data
}

describe('the sample programme', () => {
  it('is what the script makes, byte for byte', () => {
    expect(text).toBe(sampleText())
  })

  it('is sound and says that it is an example', () => {
    const data = sample()
    expect(validateProgramme(data)).toEqual([])
    expect(programmeOf(data)).toMatchObject({ name: 'Voorbeeld Achterhoek', example: true })
  })

  it('has projects in every municipality, six shelters and every kind of arrangement in use', () => {
    const data = sample()
    const projects = [...data.projects.values()]
    const family = (typeId: string) => data.arrangementTypes.get(typeId)?.family
    for (const m of data.municipalities.values())
      expect(projects.filter((p) => p.municipalityId === m.id).length, m.name).toBeGreaterThanOrEqual(2)
    expect(projects.filter((p) => family(p.typeId) === 'shelter')).toHaveLength(6)
    expect(projects.length).toBeGreaterThanOrEqual(40)
    for (const partner of data.partners.values())
      if (partner.kind === 'housingAssociation')
        expect(
          projects.some((p) => p.associationId === partner.id),
          partner.name,
        ).toBe(true)
    for (const phase of [
      'idea',
      'exploration',
      'agreements',
      'location',
      'neighbourhood',
      'decision',
      'preparation',
      'inUse',
      'evaluation',
      'ended',
    ])
      expect(
        projects.some((p) => p.phase === phase),
        phase,
      ).toBe(true)
  })

  it('lets associations build only where they work', () => {
    const data = sample()
    for (const p of data.projects.values()) {
      const association = p.associationId === null ? undefined : data.partners.get(p.associationId)
      if (association !== undefined) expect(association.municipalityIds, p.name).toContain(p.municipalityId)
    }
  })

  it('holds the facts as the source gives them', () => {
    const data = sample()
    const municipalities = facts.municipalities.map((m) => [m.code, m.name, m.inhabitants])
    const ours = [...data.municipalities.values()].map((m) => [m.id, m.name, m.inhabitants?.value])
    expect(ours.sort()).toEqual(municipalities.sort())
    expect([...data.municipalities.values()].every((m) => m.inhabitants?.verified === false)).toBe(true)
    for (const fact of facts.housingAssociations) {
      const partner = [...data.partners.values()].find((p) => p.name === fact.name)
      expect([...(partner?.municipalityIds ?? [])].sort()).toEqual([...fact.municipalities].sort())
    }
    const quoted = new Map(programmeOf(data).facts.map((f) => [f.id, f.value]))
    expect(quoted.get('count-people')).toBe(264)
    expect(quoted.get('count-total')).toBe(264 + 159)
    expect(quoted.get('count-doetinchem')).toBe(276)
  })

  it('tells the story it was made for', () => {
    const data = sample()
    const total = (date: string) => transitionBalance(data, date, 'municipality').total
    expect(total('2026-12-31')).toMatchObject({ shelterOpen: 92, realised: 70, ambition: 105 })
    expect(total('2030-12-31')).toMatchObject({
      shelterOpen: 24,
      realised: 70,
      committed: 62,
      planned: 90,
      ambition: 300,
    })
  })

  it('has a plan worth directing: what waits, what was agreed, an adopted plan, what-ifs', () => {
    const data = sample()
    const projects = [...data.projects.values()]
    expect(projects.flatMap((p) => p.dependencies)).toHaveLength(12)
    expect(dependencyConflicts(data).map((c) => [c.projectId, c.days])).toEqual([['project-opvang-4', 335]])
    for (const p of projects)
      if (data.arrangementTypes.get(p.typeId)?.family !== 'shelter')
        expect(missingForPhase({ phase: 'idea', gate: p.gate }, p.phase), p.name).toEqual([])
    const [baseline] = data.baselines.values()
    if (baseline === undefined) throw new Error('no baseline')
    const compared = compareWithBaseline(data, baseline, '2028-12-31')
    expect(compared.summary).toBe(
      'Sinds "Vastgesteld plan juni 2026": 8 projecten later klaar, 1 project nieuw en 1 project vervallen. Op 31 december 2028 zijn er 6 woonplekken minder dan toen in het plan stonden.',
    )
    expect([...data.scenarios.values()].map((s) => s.name)).toEqual([
      '24-uursopvang een half jaar eerder dicht',
      'Meer instroom in de winter',
    ])
  })
})
