import { formatNumber } from '../labels'
import type { Id, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import type { Problems } from './checks'
import { MAX_DEPENDENCIES, MAX_LAG_DAYS } from './limits'

/** All problems of the dependencies of a project but going round, which takes a look at the other projects too. */
export function checkDependencies(problems: Problems, data: ProgrammeData, project: Project): void {
  const { dependencies } = project
  if (dependencies.length > MAX_DEPENDENCIES)
    problems.add(
      'too-many',
      `Er passen hoogstens ${formatNumber(MAX_DEPENDENCIES)} afhankelijkheden bij een project.`,
      'dependencies',
    )
  dependencies.forEach(({ id, on, lagDays, note }, i) => {
    const path = `dependencies.${String(i)}`
    problems.id(id, `${path}.id`)
    problems.whole(lagDays, 0, MAX_LAG_DAYS, 'Het aantal dagen ertussen', `${path}.lagDays`)
    problems.text(note, `${path}.note`)
    if (on.projectId === project.id)
      problems.add(
        'dependency-self',
        'Een project kan niet op zichzelf wachten. Kies een ander project.',
        `${path}.on.projectId`,
      )
    else if (!data.projects.has(on.projectId))
      problems.add(
        'project-unknown',
        'Kies een project van dit programma om op te wachten.',
        `${path}.on.projectId`,
      )
  })
  problems.unique(
    dependencies,
    (d) => d.id,
    (i) => `dependencies.${String(i)}.id`,
    'Twee afhankelijkheden hebben dezelfde code.',
  )
}

/** The problem of a project that, through others, waits for itself; null when it doesn't. */
export function ownCycle(projects: ReadonlyMap<Id, Project>, project: Project): DomainError | null {
  const of = (id: Id): Project | undefined => (id === project.id ? project : projects.get(id))
  const cameFrom = new Map<Id, Id>()
  const stack: Id[] = [project.id]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    for (const { on } of of(id)?.dependencies ?? []) {
      if (on.projectId === project.id && id !== project.id) {
        const chain: Id[] = [project.id]
        for (let at: Id | undefined = id; at !== undefined && at !== project.id; at = cameFrom.get(at))
          chain.unshift(at)
        return cycleError(project, [project.id, ...chain], (key) => of(key)?.name ?? key)
      }
      if (on.projectId === project.id || cameFrom.has(on.projectId)) continue
      cameFrom.set(on.projectId, id)
      stack.push(on.projectId)
    }
  }
  return null
}

/** A cycle for each place where dependencies come back on their own path, in one walk over all projects. */
export function dependencyCycles(projects: ReadonlyMap<Id, Project>): { id: Id; error: DomainError }[] {
  const found: { id: Id; error: DomainError }[] = []
  const state = new Map<Id, 'open' | 'done'>()
  const path: { project: Project; next: number }[] = []
  const enter = (project: Project): void => {
    state.set(project.id, 'open')
    path.push({ project, next: 0 })
  }
  for (const root of projects.values()) {
    if (!state.has(root.id)) enter(root)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const dependency = top.project.dependencies[top.next]
      top.next += 1
      if (dependency === undefined) {
        state.set(top.project.id, 'done')
        path.pop()
        continue
      }
      const other = projects.get(dependency.on.projectId)
      if (other === undefined || other.id === top.project.id) continue
      const seen = state.get(other.id)
      if (seen === undefined) enter(other)
      else if (seen === 'open') {
        const ids = path.map((p) => p.project.id)
        const chain = [...ids.slice(ids.indexOf(other.id)), other.id]
        const name = (id: Id): string => projects.get(id)?.name ?? id
        found.push({ id: other.id, error: cycleError(other, chain, name) })
      }
    }
  }
  return found
}

/** Links that a message names before it becomes unreadable. */
const LINKS_SHOWN = 6

/** @param chain ids in the order of waiting, the same project first and last */
function cycleError(project: Project, chain: readonly Id[], name: (id: Id) => string): DomainError {
  const links = chain.slice(1).map((id, i) => `"${name(chain[i] ?? id)}" wacht op "${name(id)}"`)
  const shown =
    links.length <= LINKS_SHOWN
      ? links.join(', ')
      : `${links.slice(0, LINKS_SHOWN - 1).join(', ')}, en zo verder tot ${links.at(-1) ?? ''}`
  const index = project.dependencies.findIndex((d) => d.on.projectId === chain[1])
  return {
    code: 'dependency-cycle',
    message: `Zo wachten projecten op elkaar in een kring: ${shown}. Verwijder een van deze afhankelijkheden.`,
    field: `dependencies.${String(Math.max(0, index))}.on.projectId`,
  }
}
