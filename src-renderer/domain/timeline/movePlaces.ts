import type { Command } from '../commands/context'
import { saveProject } from '../commands/projects'
import { gone } from '../commands/save'
import { formatDate } from '../labels'
import type { CapacityStep, Id, IsoDate } from '../model/entities'
import { ok, refuse } from '../result'

/**
 * Everything that happens with places of a project on one date, in both tracks, on another date. What has happened
 * stays: refuses `places-past`, `before-today`, and what `saveProject` finds, such as `below-zero`.
 */
export function movePlaces(projectId: Id, from: IsoDate, to: IsoDate): Command {
  return (data, ctx) => {
    const project = data.projects.get(projectId)
    if (project === undefined) return gone('Dit project')
    if (from <= ctx.today)
      return refuse(
        'places-past',
        `Wat op ${formatDate(from)} met plekken is gebeurd, ligt vast en kan niet worden verplaatst.`,
      )
    if (to <= ctx.today)
      return refuse(
        'before-today',
        `Plekken die nog moeten komen of sluiten, kunnen niet op of voor vandaag (${formatDate(ctx.today)}) vallen.`,
      )
    const moved = (track: readonly CapacityStep[]): readonly CapacityStep[] =>
      track.map((step) => (step.date === from ? { ...step, date: to } : step))
    const change = saveProject({
      ...project,
      homes: moved(project.homes),
      support: moved(project.support),
    })(data, ctx)
    if (!change.ok || change.value.patches.length === 0) return change
    return ok({
      ...change.value,
      summary: `project "${project.name}": plekken van ${formatDate(from)} naar ${formatDate(to)}`,
    })
  }
}
