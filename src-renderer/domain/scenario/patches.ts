import { sameContent } from '../commands/patches'
import type { Patch } from '../history/patch'
import { formatDate } from '../labels/format'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { followers } from '../planning/downstream'
import { gateRefusal, missingToKeep } from '../planning/gate'
import { shiftedProject } from '../planning/shift'
import { validateProject } from '../validation/project'
import type { ScenarioConflict } from './conflicts'
import { isPlanChange, type PlanChange, type Scenario } from './model'
import { abandoned, closedOn, hasPlacesAhead } from './planChanges'

/** The part of a scenario that is plan: patches on the live projects, and what no longer fits. */
export interface PlanPart {
  readonly patches: readonly Patch[]
  readonly conflicts: readonly ScenarioConflict[]
}

/**
 * @param today what lies on or before it has happened and can't be changed
 * @param settle write a go or no-go into the project itself (when promoting); else the simulation takes it as a verdict
 */
export function planPart(data: ProgrammeData, scenario: Scenario, today: IsoDate, settle: boolean): PlanPart {
  const changed = new Map<Id, Project>()
  const conflicts: ScenarioConflict[] = []
  for (const change of scenario.changes) {
    if (!isPlanChange(change)) continue
    const report: Report = (kind, message) => {
      conflicts.push({ changeId: change.id, kind, message: `${message} De wijziging vervalt.` })
    }
    const next = changedProject(data, changed, change, today, settle, report)
    if (next === null) continue
    const problem = validateProject(data, next)[0]
    if (problem !== undefined) {
      report('invalid', `"${next.name}" past zo niet in het plan: ${problem.message}`)
      continue
    }
    changed.set(next.id, next)
    if (change.kind !== 'delay' || !change.followDownstream) continue
    const live = { ...data, projects: new Map([...data.projects, ...changed]) }
    for (const follower of followers(live, next, today)) changed.set(follower.id, follower)
  }
  const patches = [...changed].flatMap(([id, project]): Patch[] => {
    const before = data.projects.get(id) ?? null
    if (before !== null && sameContent(before, project)) return []
    return [{ table: 'projects', id, before, after: project }]
  })
  return { patches, conflicts }
}

type Report = (kind: ScenarioConflict['kind'], message: string) => void

function changedProject(
  data: ProgrammeData,
  changed: ReadonlyMap<Id, Project>,
  change: PlanChange,
  today: IsoDate,
  settle: boolean,
  report: Report,
): Project | null {
  if (change.kind === 'newProject') {
    const { project } = change
    if (data.projects.has(project.id) || changed.has(project.id)) {
      report('done', `Het nieuwe project "${project.name}" staat al in het plan.`)
      return null
    }
    const refusal = gateRefusal(missingToKeep(data, project), project.phase)
    if (refusal === null || refusal.ok) return project
    report('invalid', `"${project.name}" past zo niet in het plan: ${refusal.error.message}`)
    return null
  }
  const project = changed.get(change.projectId) ?? data.projects.get(change.projectId)
  if (project === undefined) {
    report('gone', 'Het project van deze wijziging staat niet meer in het plan.')
    return null
  }
  if (change.kind === 'delay') {
    const next = shiftedProject(project, { months: change.months }, today)
    if (!next.ok) {
      report('invalid', `"${project.name}" kan niet zo worden verschoven. ${next.error.message}`)
      return null
    }
    if (change.months === 0 || !sameContent(next.value, project)) return next.value
    report('done', `"${project.name}" heeft niets meer dat nog moet komen.`)
    return null
  }
  if (change.kind === 'closingDate') return closing(project, change.date, today, report)
  if (!hasPlacesAhead(project, today)) {
    report('done', `"${project.name}" heeft geen plekken meer die nog moeten komen.`)
    return null
  }
  if (!settle) return null
  return change.verdict === 'go' ? { ...project, confidence: 'certain' } : abandoned(project, today)
}

function closing(project: Project, date: IsoDate, today: IsoDate, report: Report): Project | null {
  if (date <= today) {
    report(
      'invalid',
      `De sluiting van "${project.name}" op ${formatDate(date)} ligt niet meer in de toekomst.`,
    )
    return null
  }
  const next = closedOn(project, date, today)
  if (next === null)
    report('done', `"${project.name}" heeft op ${formatDate(date)} geen plekken meer om te sluiten.`)
  return next
}
