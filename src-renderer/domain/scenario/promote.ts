import type { Command } from '../commands/context'
import { ok, refuse } from '../result'
import { isPlanChange, type Scenario } from './model'
import { planPart } from './patches'

/**
 * The scenario becomes the plan, in one commit that one undo takes back: delays, closings and new projects as they are,
 * "go" makes a project certain, "no go" ends what it hasn't delivered. What no longer fits is left out; show the
 * conflicts of `applyScenario` before. Refuses with `nothing-to-promote` when nothing of it is plan.
 */
export function promote(scenario: Scenario): Command {
  return (data, ctx) => {
    const { patches } = planPart(data, scenario, ctx.today, true)
    if (patches.length === 0)
      return refuse(
        'nothing-to-promote',
        scenario.changes.some(isPlanChange)
          ? 'Het plan is al zoals in dit scenario, of de wijzigingen passen er niet meer in.'
          : 'Dit scenario verandert alleen aannames, zoals de instroom. Daar kan het plan niets van overnemen.',
      )
    return ok({ patches, summary: `scenario "${scenario.name}" overgenomen in het plan` })
  }
}
