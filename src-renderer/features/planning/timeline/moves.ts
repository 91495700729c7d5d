import type { Command, CommandContext } from '@/domain/commands/context'
import type { IsoDate, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { conflictsOf, downstreamDelay } from '@/domain/planning/downstream'
import { shiftPhase, shiftProject } from '@/domain/planning/schedule'
import type { Shift } from '@/domain/planning/shift'
import { addMonths, toDay } from '@/domain/time/day'
import { movePlaces } from '@/domain/timeline/movePlaces'
import { type Delay, delaysByProject } from './delayWords'
import type { PlacedHandle } from './handles'

/** From one date to another: in whole months when it is, so that the first of a month stays the first. */
export function shiftBetween(from: IsoDate, to: IsoDate): Shift {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  return months !== 0 && addMonths(from, months) === to ? { months } : { days: toDay(to) - toDay(from) }
}

/** @param along take the projects that wait for this one along */
export function moveCommand(project: Project, placed: PlacedHandle, to: IsoDate, along: boolean): Command {
  const { handle, date } = placed
  const options = { followDownstream: along }
  if (handle.kind === 'places') return movePlaces(project.id, handle.date, to)
  const shift = shiftBetween(date, to)
  return handle.kind === 'project'
    ? shiftProject(project.id, shift, options)
    : shiftPhase(project.id, handle.phase, shift, options)
}

/** What a move would do, before it is made. */
export interface Effect {
  /** The project as it would become; as it is when the move is refused. */
  readonly preview: Project
  readonly refusal: string | null
  readonly delays: readonly Delay[]
  /** True when the project itself would begin before what it waits for. */
  readonly tooEarly: boolean
}

export function effectOf(
  data: ProgrammeData,
  ctx: CommandContext,
  project: Project,
  placed: PlacedHandle,
  to: IsoDate,
): Effect {
  const still: Effect = { preview: project, refusal: null, delays: [], tooEarly: false }
  if (to === placed.date) return still
  const change = moveCommand(project, placed, to, false)(data, ctx)
  if (!change.ok) return { ...still, refusal: change.error.message }
  const patch = change.value.patches.find((p) => p.table === 'projects' && p.id === project.id)
  if (patch?.table !== 'projects' || patch.after === null) return still
  // Projects wait for phases and decisions, not for places.
  if (placed.handle.kind === 'places') return { ...still, preview: patch.after }
  return {
    preview: patch.after,
    refusal: null,
    delays: delaysByProject(data, downstreamDelay(data, patch.after, ctx.today)),
    tooEarly: conflictsOf(patch.after, data.projects).length > conflictsOf(project, data.projects).length,
  }
}
