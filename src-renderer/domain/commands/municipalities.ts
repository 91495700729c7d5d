import type { Patch } from '../history/patch'
import type { Id, Municipality } from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData } from '../model/programmeData'
import { released } from '../regie/links'
import { ok, refuse } from '../result'
import { validateMunicipality } from '../validation/records'
import type { Command } from './context'
import { drop, put } from './patches'
import { firstProblem, gone, saved } from './save'
import { refuseWhenUsed } from './usage'

/** Adds or replaces a municipality. Refuses with the first error of `validateMunicipality`. */
export function saveMunicipality(draft: Municipality): Command {
  return (data) => {
    const municipality = { ...draft, name: draft.name.trim(), region: draft.region.trim() }
    const problem = firstProblem(validateMunicipality(data, municipality))
    return problem ?? saved(data, 'municipalities', municipality, `gemeente "${municipality.name}"`)
  }
}

/**
 * Refuses with `in-use` while projects, ambitions, partners or reports refer to it, and with `central` for the central
 * municipality. Its weight in a manual allocation key goes with it (refused when no weight above 0 would be left).
 */
export function removeMunicipality(id: Id): Command {
  return (data) => {
    const municipality = data.municipalities.get(id)
    if (municipality === undefined) return gone('Deze gemeente')
    const count = <T>(records: ReadonlyMap<Id, T>, refers: (record: T) => boolean): number =>
      [...records.values()].filter(refers).length
    const used = refuseWhenUsed(municipality.name, [
      { count: count(data.projects, (p) => p.municipalityId === id), one: 'project', many: 'projecten' },
      { count: count(data.milestones, (m) => m.municipalityId === id), one: 'ambitie', many: 'ambities' },
      {
        count: count(data.partners, (p) => p.municipalityIds.includes(id)),
        one: 'partner',
        many: 'partners',
      },
      { count: count(data.reports, (r) => r.scope.includes(id)), one: 'rapport', many: 'rapporten' },
    ])
    if (used !== null) return used
    if (data.programme.get(PROGRAMME_ID)?.centralMunicipalityId === id)
      return refuse(
        'central',
        `${municipality.name} is de centrumgemeente. Kies bij Opgave eerst een andere centrumgemeente, of geen.`,
      )
    const weight = withoutWeight(data, id)
    if (weight === 'last')
      return refuse(
        'weights-zero',
        `Alleen ${municipality.name} heeft een gewicht in de verdeelsleutel. Pas eerst de verdeelsleutel aan.`,
      )
    const free = released(data, 'municipalities', id, municipality.name)
    if (!free.ok) return free
    return ok({
      patches: [...weight, ...free.value, ...drop(data, 'municipalities', id)],
      summary: `gemeente "${municipality.name}" verwijderd`,
    })
  }
}

/** Patches that take the municipality out of the manual weights; `last` when a manual key would be left empty. */
function withoutWeight(data: ProgrammeData, id: Id): Patch[] | 'last' {
  const programme = data.programme.get(PROGRAMME_ID)
  if (programme === undefined || !Object.hasOwn(programme.allocationKey.manualWeights, id)) return []
  const rest = Object.entries(programme.allocationKey.manualWeights).filter(([key]) => key !== id)
  if (programme.allocationKey.basis === 'manual' && rest.every(([, w]) => w === 0)) return 'last'
  const allocationKey = { ...programme.allocationKey, manualWeights: Object.fromEntries(rest) }
  return put(data, 'programme', { ...programme, allocationKey })
}
