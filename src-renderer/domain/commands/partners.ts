import { plural } from '../labels'
import type { Id, Partner } from '../model/entities'
import { refuse } from '../result'
import { validatePartner } from '../validation/records'
import type { Command } from './context'
import { firstProblem, gone, saved } from './save'
import { removedFromRegie } from '../regie/removed'
import { refuseWhenUsed } from './usage'

/**
 * Adds or replaces a partner. Refuses with the first error of `validatePartner`, and with `in-use` when a housing
 * association of projects would become something else.
 */
export function savePartner(draft: Partner): Command {
  return (data) => {
    const partner = { ...draft, name: draft.name.trim() }
    const problem = firstProblem(validatePartner(data, partner))
    if (problem !== null) return problem
    if (partner.kind !== 'housingAssociation') {
      const count = [...data.projects.values()].filter((p) => p.associationId === partner.id).length
      if (count > 0)
        return refuse(
          'in-use',
          `${partner.name} is de woningcorporatie van ${plural(count, 'project', 'projecten')}. Kies daar eerst een andere corporatie.`,
          'kind',
        )
    }
    return saved(data, 'partners', partner, `partner "${partner.name}"`)
  }
}

/** Refuses with `in-use` while projects have the partner as association or support provider. */
export function removePartner(id: Id): Command {
  return (data) => {
    const partner = data.partners.get(id)
    if (partner === undefined) return gone('Deze partner')
    const count = [...data.projects.values()].filter(
      (p) => p.associationId === id || p.supportProviderId === id,
    ).length
    const used = refuseWhenUsed(partner.name, [{ count, one: 'project', many: 'projecten' }])
    return used ?? removedFromRegie(data, 'partners', id, `partner "${partner.name}"`, partner.name)
  }
}
