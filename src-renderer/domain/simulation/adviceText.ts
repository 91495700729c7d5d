import { formatNumber, formatQuarter, joinDutch, plural } from '../labels/format'
import type { Advice, Goal } from './advice'
import type { SimulationInputs } from './inputs'
import { endOf, shareOfRuns } from './sentences'

function goalText(goal: Goal): string {
  const moment = endOf(goal.by)
  if (goal.kind === 'shelter')
    return goal.maximum === 0
      ? `vanaf ${moment} heeft niemand meer een opvangbed nodig`
      : `vanaf ${moment} ${goal.maximum === 1 ? 'heeft' : 'hebben'} hoogstens ${plural(goal.maximum, 'mens', 'mensen')} een opvangbed nodig`
  return goal.maximum === 0
    ? `vanaf ${moment} staat er niemand op de wachtlijst`
    : `vanaf ${moment} ${goal.maximum === 1 ? 'staat' : 'staan'} er hoogstens ${plural(goal.maximum, 'mens', 'mensen')} op de wachtlijst`
}

/** The advice in plain Dutch: the goal, what it takes, how sure that is, and what it does not say. */
export function adviceText(inputs: SimulationInputs, goal: Goal, advice: Advice): string[] {
  const name = (id: string): string => inputs.types.find((t) => t.id === id)?.name ?? id
  const total = advice.extra.reduce((sum, e) => sum + e.places, 0)
  const lines = [`Doel: ${goalText(goal)}.`]
  const share = (part: number): string => shareOfRuns(Math.round(part * advice.checkRuns), advice.checkRuns)
  lines.push(`${share(advice.withoutShare)} wordt dat gehaald met het plan zoals het nu is.`)
  if (total === 0)
    return advice.reached
      ? [...lines, 'Er zijn geen extra plekken nodig.']
      : [
          ...lines,
          'Met extra plekken komt het doel niet dichterbij. Kijk naar de instroom of naar een latere datum.',
        ]
  const parts = advice.extra.map(
    (e) => `${plural(e.places, 'plek', 'plekken')} ${name(e.typeId)} in het ${formatQuarter(e.quarter)}`,
  )
  if (advice.reached) {
    lines.push(
      `Nodig ${total === 1 ? 'is' : 'zijn'} ${plural(total, 'extra plek', 'extra plekken')}, met begeleiding: ${joinDutch(parts)}.`,
      `${share(advice.reachedShare)} wordt het doel dan gehaald. Dat is nagegaan met ${formatNumber(advice.checkRuns)} nieuwe doorrekeningen.`,
    )
  } else
    lines.push(
      `Ook met ${plural(total, 'extra plek', 'extra plekken')} wordt het doel niet vaak genoeg gehaald: ${share(advice.reachedShare).toLowerCase()}. Kijk naar de instroom, naar een latere datum of naar andere soorten plekken.`,
    )
  lines.push(
    'Genoemd is het laatste kwartaal waarin de plekken er moeten zijn; eerder mag altijd. Of er locaties, geld en begeleiders voor zijn, weet deze berekening niet.',
  )
  if (advice.cutShort) lines.push('Het zoeken is eerder gestopt. Misschien kan het met minder plekken.')
  return lines
}
