import { allocationWeights, fairShare } from '../capacity/fairShare'
import { formatDate, plural } from '../labels'
import type { Patch } from '../history/patch'
import type { AmbitionMilestone, Id, IsoDate } from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { isIsoDate } from '../time/day'
import { validateMilestone } from '../validation/records'
import type { Command, CommandContext } from './context'
import { put } from './patches'
import { firstProblem, gone, NO_CHANGE, removed, saved } from './save'

function label(data: ProgrammeData, m: AmbitionMilestone): string {
  return `ambitie van ${data.municipalities.get(m.municipalityId)?.name ?? 'een gemeente'} op ${formatDate(m.date)}`
}

/** Adds or replaces an ambition. Refuses a second one for the same municipality and date (`milestone-double`). */
export function saveMilestone(milestone: AmbitionMilestone): Command {
  return (data) => {
    const problem = firstProblem(validateMilestone(data, milestone))
    if (problem !== null) return problem
    const other = milestoneOn(data, milestone.municipalityId, milestone.date)
    if (other !== undefined && other.id !== milestone.id)
      return refuse(
        'milestone-double',
        `Er is al een ${label(data, milestone)}: ${plural(other.places, 'plek', 'plekken')}. Wijzig die, of kies een andere datum.`,
        'date',
      )
    return saved(data, 'milestones', milestone, label(data, milestone))
  }
}

export function removeMilestone(id: Id): Command {
  return (data) => {
    const milestone = data.milestones.get(id)
    if (milestone === undefined) return gone('Deze ambitie')
    return removed(data, 'milestones', id, label(data, milestone))
  }
}

function milestoneOn(data: ProgrammeData, municipalityId: Id, date: IsoDate): AmbitionMilestone | undefined {
  for (const m of data.milestones.values())
    if (m.municipalityId === municipalityId && m.date === date) return m
  return undefined
}

/** Patches that give every municipality its fair share of `total` on `date`. */
export function distributionPatches(
  data: ProgrammeData,
  ctx: CommandContext,
  date: IsoDate,
  total: number,
): Result<Patch[]> {
  if (data.municipalities.size === 0)
    return refuse('no-municipalities', 'Er zijn nog geen gemeenten om de ambitie over te verdelen.', 'total')
  const weights = allocationWeights(data)
  if (!weights.ok) return weights
  const shares = fairShare([...data.municipalities.values()], weights.value, total)
  if (!shares.ok) return shares
  const existing = new Map<Id, AmbitionMilestone>()
  for (const m of data.milestones.values()) if (m.date === date) existing.set(m.municipalityId, m)
  const patches: Patch[] = []
  for (const [municipalityId, places] of shares.value) {
    const id = existing.get(municipalityId)?.id ?? ctx.newId()
    const milestone = { id, municipalityId, date, places }
    const problem = firstProblem(validateMilestone(data, milestone))
    if (problem !== null) return problem
    patches.push(...put(data, 'milestones', milestone))
  }
  return ok(patches)
}

/**
 * Divides the ambition of the region over its municipalities by the allocation key (fair share, largest remainder) and
 * puts it in one ambition per municipality on that date; what was there on that date is replaced.
 * Refuses: `date-invalid`, `total-invalid`, `weights-zero`, `weight-missing`, `no-municipalities`.
 * @param total whole places, 0 or more
 */
export function distributeAmbition({ date, total }: { date: IsoDate; total: number }): Command {
  return (data, ctx) => {
    if (!data.programme.has(PROGRAMME_ID)) return gone('Het programma')
    if (!isIsoDate(date)) return refuse('date-invalid', 'Kies een bestaande datum voor de ambitie.', 'date')
    const patches = distributionPatches(data, ctx, date, total)
    if (!patches.ok) return patches
    if (patches.value.length === 0) return ok(NO_CHANGE)
    const over = plural(data.municipalities.size, 'gemeente', 'gemeenten')
    return ok({
      patches: patches.value,
      summary: `ambitie van ${plural(total, 'plek', 'plekken')} op ${formatDate(date)} verdeeld over ${over}`,
    })
  }
}
