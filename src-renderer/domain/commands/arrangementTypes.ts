import { plural } from '../labels'
import type { ArrangementType, Id } from '../model/entities'
import { missingForPhase } from '../planning/gate'
import { refuse } from '../result'
import { validateArrangementType } from '../validation/records'
import type { Command } from './context'
import { firstProblem, gone, saved } from './save'
import { removedFromRegie } from '../regie/removed'
import { refuseWhenUsed } from './usage'

/**
 * Adds or replaces an arrangement type. Refuses with the first error of `validateArrangementType`, and with
 * `support-not-allowed` when support is taken from a type whose projects have steps in that track, and with
 * `gate-missing` when shelters would become projects past a start gate without what that asks.
 */
export function saveArrangementType(draft: ArrangementType): Command {
  return (data) => {
    const type = { ...draft, name: draft.name.trim() }
    const problem = firstProblem(validateArrangementType(data, type))
    if (problem !== null) return problem
    if (type.supportBandId === null) {
      const count = [...data.projects.values()].filter(
        (p) => p.typeId === type.id && p.support.length > 0,
      ).length
      if (count > 0)
        return refuse(
          'support-not-allowed',
          `Bij ${plural(count, 'project', 'projecten')} van dit type is begeleiding gepland. Verwijder daar eerst de stappen van het spoor begeleiding.`,
          'supportBandId',
        )
    }
    if (type.family !== 'shelter' && data.arrangementTypes.get(type.id)?.family === 'shelter') {
      const count = [...data.projects.values()].filter(
        (p) => p.typeId === type.id && missingForPhase({ phase: 'idea', gate: p.gate }, p.phase).length > 0,
      ).length
      if (count > 0)
        return refuse(
          'gate-missing',
          `Van dit type ${count === 1 ? 'is' : 'zijn'} er ${plural(count, 'project', 'projecten')} voorbij de startpoort, zonder wat die vraagt. Leg dat daar eerst vast, of laat het type bij opvang.`,
          'family',
        )
    }
    return saved(data, 'arrangementTypes', type, `arrangementtype "${type.name}"`)
  }
}

/** Refuses with `in-use` while projects are of the type; retire it instead. */
export function removeArrangementType(id: Id): Command {
  return (data) => {
    const type = data.arrangementTypes.get(id)
    if (type === undefined) return gone('Dit arrangementtype')
    const count = [...data.projects.values()].filter((p) => p.typeId === id).length
    const used = refuseWhenUsed(`Het arrangementtype "${type.name}"`, [
      { count, one: 'project', many: 'projecten' },
    ])
    const label = `arrangementtype "${type.name}"`
    return used ?? removedFromRegie(data, 'arrangementTypes', id, label, `Het ${label}`)
  }
}
