import { plural } from '../labels'
import { emptyGate } from '../model/dependency'
import type { Id, Project } from '../model/entities'
import { gateRefusal, missingToKeep } from '../planning/gate'
import { released } from '../regie/links'
import { ok, refuse } from '../result'
import { MAX_NAME } from '../validation/limits'
import { normaliseProject, validateProject } from '../validation/project'
import type { Command } from './context'
import { draftProject, greyRating } from './drafts'
import { drop, put } from './patches'
import { firstProblem, gone, saved } from './save'

const label = (project: Pick<Project, 'name'>): string => `project "${project.name}"`

/**
 * Adds the project, or replaces the one with the same id. Steps are put in order of date, phases in order of the chain.
 * Refuses with the first error of `validateProject`, with `type-retired` when a retired type is newly chosen, and with
 * `gate-missing` when it would get past a start gate without what that asks.
 */
export function saveProject(draft: Project): Command {
  return (data) => {
    const project = normaliseProject(draft)
    // Problems are found in the draft as given, so that fields point at the rows of the form.
    const problem = firstProblem(validateProject(data, draft))
    if (problem !== null) return problem
    const type = data.arrangementTypes.get(project.typeId)
    if (type?.retired === true && data.projects.get(project.id)?.typeId !== project.typeId)
      return refuse(
        'type-retired',
        `Het arrangementtype "${type.name}" wordt niet meer gebruikt voor nieuwe projecten. Kies een ander type.`,
        'typeId',
      )
    const refusal = gateRefusal(missingToKeep(data, project), project.phase)
    return refusal ?? saved(data, 'projects', project, label(project))
  }
}

/** Adds a project made from a draft with these fields filled in. Refuses as `saveProject` does. */
export function newProject(fields: Partial<Omit<Project, 'id'>>): Command {
  return (data, ctx) => saveProject({ ...draftProject(data, ctx), ...fields })(data, ctx)
}

/** A project can always go; what waited for it no longer does. Refuses with `not-found`. */
export function removeProject(id: Id): Command {
  return (data) => {
    const project = data.projects.get(id)
    if (project === undefined) return gone('Dit project')
    const free = released(data, 'projects', id, `Project "${project.name}"`)
    if (!free.ok) return free
    const waiting = [...data.projects.values()].filter((p) =>
      p.dependencies.some((d) => d.on.projectId === id),
    )
    const freed = waiting.flatMap((p) =>
      put(data, 'projects', { ...p, dependencies: p.dependencies.filter((d) => d.on.projectId !== id) }),
    )
    const rest =
      freed.length === 0
        ? ''
        : `; ${plural(freed.length, 'project wacht', 'projecten wachten')} daar niet meer op`
    return ok({
      patches: [...free.value, ...freed, ...drop(data, 'projects', id)],
      summary: `${label(project)} verwijderd${rest}`,
    })
  }
}

/**
 * Adds a copy as a new idea: places, dates and texts stay as a plan, but what really happened (actual dates, moves of
 * places, rating, decision, what partners agreed) belongs to the first one only. So no figure about places in use changes.
 */
export function duplicateProject(id: Id): Command {
  return (data, ctx) => {
    const source = data.projects.get(id)
    if (source === undefined) return gone('Dit project')
    const asIdea = (steps: Project['homes']): Project['homes'] =>
      steps.filter((s) => s.from === null).map((s) => ({ ...s, id: ctx.newId(), to: 'idea' as const }))
    const suffix = ' (kopie)'
    const copy: Project = {
      ...source,
      id: ctx.newId(),
      name: source.name.slice(0, MAX_NAME - suffix.length) + suffix,
      phase: 'idea',
      phases: source.phases.map((p) => ({ ...p, actual: null })),
      homes: asIdea(source.homes),
      support: asIdea(source.support),
      rating: greyRating,
      closingDecision: null,
      dependencies: source.dependencies.map((d) => ({ ...d, id: ctx.newId() })),
      gate: emptyGate,
    }
    return saveProject(copy)(data, ctx)
  }
}
