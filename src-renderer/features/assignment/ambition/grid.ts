import { ambitionOfRegion } from '../../../domain/capacity'
import { type Command, removeMilestone, saveMilestone } from '../../../domain/commands'
import { applyPatches, type Patch } from '../../../domain/history/patch'
import { compareDutch, formatDate } from '../../../domain/labels'
import type { AmbitionMilestone, Id, IsoDate, Municipality } from '../../../domain/model/entities'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import { ok } from '../../../domain/result'

/** Ambition as a grid: a row per municipality, a column per date. */
export interface AmbitionGrid {
  readonly dates: readonly IsoDate[]
  readonly municipalities: readonly Municipality[]
  readonly cell: (municipalityId: Id, date: IsoDate) => AmbitionMilestone | undefined
  /** Sum over the region on the date, between milestones as well as on them. */
  readonly total: (date: IsoDate) => number
}

const keyOf = (municipalityId: Id, date: IsoDate): string => `${municipalityId} ${date}`

export function ambitionGrid(data: ProgrammeData): AmbitionGrid {
  const cells = new Map<string, AmbitionMilestone>()
  const dates = new Set<IsoDate>()
  for (const m of data.milestones.values()) {
    cells.set(keyOf(m.municipalityId, m.date), m)
    dates.add(m.date)
  }
  return {
    dates: [...dates].sort(),
    municipalities: [...data.municipalities.values()].sort((a, b) => compareDutch(a.name, b.name)),
    cell: (municipalityId, date) => cells.get(keyOf(municipalityId, date)),
    total: (date) => ambitionOfRegion(data, date),
  }
}

/** What typing a number in a cell asks for; emptying a cell takes the milestone away. Null when nothing changes. */
export function cellCommand(
  current: AmbitionMilestone | undefined,
  municipalityId: Id,
  date: IsoDate,
  value: number | null,
): Command | null {
  if (value === null) return current === undefined ? null : removeMilestone(current.id)
  if (current?.places === value) return null
  return (data, ctx) =>
    saveMilestone({ id: current?.id ?? ctx.newId(), municipalityId, date, places: value })(data, ctx)
}

/** Takes a whole column away, as one change that is undone as one. */
export function removeDate(date: IsoDate): Command {
  return (data, ctx) => {
    const patches: Patch[] = []
    let current = data
    for (const milestone of data.milestones.values()) {
      if (milestone.date !== date) continue
      const removed = removeMilestone(milestone.id)(current, ctx)
      if (!removed.ok) return removed
      patches.push(...removed.value.patches)
      current = applyPatches(current, removed.value.patches)
    }
    return ok({ patches, summary: `ambitie op ${formatDate(date)} verwijderd` })
  }
}
