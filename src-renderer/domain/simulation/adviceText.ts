import { formatNumber, formatQuarter, joinDutch, plural } from '../labels/format'
import type { Advice } from './advice'
import type { Goal } from './goalRun'
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

/**
 * The advice in plain Dutch: the goal, what it takes, how sure that is, and what it does not say.
 * @param scenario name of the scenario that was looked at; null = the plan as it is
 */
export function adviceText(
  inputs: SimulationInputs,
  goal: Goal,
  advice: Advice,
  scenario: string | null = null,
): string[] {
  const name = (id: string): string => inputs.types.find((t) => t.id === id)?.name ?? id
  const total = advice.extra.reduce((sum, e) => sum + e.places, 0)
  const share = (part: number): string => shareOfRuns(Math.round(part * advice.checkRuns), advice.checkRuns)
  const looked = scenario === null ? 'het plan zoals het nu is' : `scenario "${scenario}"`
  const lines = [`Doel: ${goalText(goal)}.`, `${share(advice.withoutShare)} wordt dat gehaald met ${looked}.`]
  if (advice.reached && total === 0) return [...lines, 'Er zijn geen extra plekken nodig.']
  if (advice.reached) {
    const parts = advice.extra.map(
      (e) => `${plural(e.places, 'plek', 'plekken')} ${name(e.typeId)} in het ${formatQuarter(e.quarter)}`,
    )
    lines.push(
      `Nodig ${total === 1 ? 'is' : 'zijn'} ${plural(total, 'extra plek', 'extra plekken')}, met begeleiding: ${joinDutch(parts)}.`,
      `${share(advice.reachedShare)} wordt het doel dan gehaald. Dat is nagegaan met ${formatNumber(advice.checkRuns)} nieuwe doorrekeningen.`,
      'Genoemd is het laatste kwartaal waarin de plekken er moeten zijn. Eerder helpt mensen eerder; omdat plekken dan ook eerder bezet raken, kunnen er dan iets meer nodig zijn. Of er locaties, geld en begeleiders voor zijn, weet deze berekening niet.',
    )
  } else {
    if (total > 0)
      lines.push(
        `Ook met ${plural(total, 'extra plek', 'extra plekken')} wordt het doel niet vaak genoeg gehaald: ${share(advice.reachedShare).toLowerCase()}.`,
      )
    lines.push(whyNotText(inputs, goal, advice))
  }
  if (advice.cutShort) lines.push('Het zoeken is eerder gestopt. Misschien kan het met minder plekken.')
  return lines
}

/** Why the goal is out of reach, and what could be looked at. */
function whyNotText(inputs: SimulationInputs, goal: Goal, advice: Advice): string {
  const groups = advice.shortProfiles.flatMap((id) => inputs.profiles.find((p) => p.id === id)?.name ?? [])
  const who = groups.length === 0 ? 'een deel van de mensen' : joinDutch(groups)
  switch (advice.whyNot) {
    case 'tooLate':
      return `Het doel is niet haalbaar met extra plekken: de eerste kunnen er pas zijn na ${endOf(goal.by)}. Kies een latere datum, of een eerder kwartaal voor nieuwe plekken.`
    case 'noType':
      return `Het doel is niet haalbaar met extra plekken: voor ${who} is er in het palet geen passend type dat nog wordt aangeboden. Voeg een type toe dat past, of kies een doel waarbij meer mensen mogen wachten.`
    case 'places':
      return `Meer dan ${plural(advice.mostPlaces, 'extra plek', 'extra plekken')} is niet bekeken. Wie dan het vaakst nog wacht: ${who}. Kijk naar de instroom, naar een latere datum of naar een doel waarbij meer mensen mogen wachten.`
    case 'noGain':
      return `Meer plekken brengen het doel niet dichterbij. Wie dan het vaakst nog wacht: ${who}. Kijk naar de instroom of naar een latere datum.`
    default:
      return 'Of het met meer plekken wel kan, is niet uitgezocht.'
  }
}
