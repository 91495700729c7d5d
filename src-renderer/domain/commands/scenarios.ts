import { applyPatches } from '../history/patch'
import type { Id } from '../model/entities'
import { ok } from '../result'
import { isPlanChange, type Scenario } from '../scenario/model'
import { promote } from '../scenario/promote'
import { validateScenario } from '../validation/scenario'
import type { Command } from './context'
import { drop, put } from './patches'
import { firstProblem, gone, removed, saved } from './save'

/** Adds or replaces a scenario. Refuses with the first error of `validateScenario`. */
export function saveScenario(draft: Scenario): Command {
  return (data) => {
    const scenario = { ...draft, name: draft.name.trim() }
    const problem = firstProblem(validateScenario(data, scenario))
    return problem ?? saved(data, 'scenarios', scenario, `scenario "${scenario.name}"`)
  }
}

export function removeScenario(id: Id): Command {
  return (data) => {
    const scenario = data.scenarios.get(id)
    if (scenario === undefined) return gone('Dit scenario')
    return removed(data, 'scenarios', id, `scenario "${scenario.name}"`)
  }
}

/**
 * The scenario becomes the plan, as one change. Its changes of the plan are done with then and leave the scenario, or
 * they would count twice from now on; a scenario that held nothing else goes. Refuses as `promote` does.
 */
export function promoteScenario(id: Id): Command {
  return (data, ctx) => {
    const scenario = data.scenarios.get(id)
    if (scenario === undefined) return gone('Dit scenario')
    const promoted = promote(scenario)(data, ctx)
    if (!promoted.ok) return promoted
    const next = applyPatches(data, promoted.value.patches)
    const changes = scenario.changes.filter((change) => !isPlanChange(change))
    const rest =
      changes.length === 0 ? drop(next, 'scenarios', id) : put(next, 'scenarios', { ...scenario, changes })
    return ok({ ...promoted.value, patches: [...promoted.value.patches, ...rest] })
  }
}
