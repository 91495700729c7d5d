import { sameContent } from '../commands/patches'
import type { Patch } from '../history/patch'
import { formatDate } from '../labels/format'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { validateProject } from '../validation/project'
import type { Scenario, ScenarioChange, ScenarioConflict, SeenProject } from './model'
import { abandoned, closedOn, delayed } from './planChanges'

/** The part of a scenario that is plan: patches on the live projects, and what no longer fits. */
export interface PlanPart {
  readonly patches: readonly Patch[]
  readonly conflicts: readonly ScenarioConflict[]
}

/**
 * @param today what lies on or before it has happened and can't be changed
 * @param settle write a go or no-go into the project itself (when promoting); else it is left to chance in the inputs
 */
export function planPart(data: ProgrammeData, scenario: Scenario, today: IsoDate, settle: boolean): PlanPart {
  const after = new Map<Id, Project>()
  const conflicts: ScenarioConflict[] = []
  scenario.changes.forEach((change, index) => {
    const report = (kind: ScenarioConflict['kind'], message: string): void => {
      conflicts.push({ change: index, kind, message })
    }
    const next = changedProject(data, after, change, today, settle, report)
    if (next === null) return
    const problem = validateProject(data, next)[0]
    if (problem === undefined) after.set(next.id, next)
    else report('invalid', `"${next.name}" past zo niet in het plan: ${problem.message}`)
  })
  const patches = [...after].flatMap(([id, project]): Patch[] => {
    const before = data.projects.get(id) ?? null
    return before !== null && sameContent(before, project)
      ? []
      : [{ table: 'projects', id, before, after: project }]
  })
  return { patches, conflicts }
}

type Report = (kind: ScenarioConflict['kind'], message: string) => void

function changedProject(
  data: ProgrammeData,
  after: ReadonlyMap<Id, Project>,
  change: ScenarioChange,
  today: IsoDate,
  settle: boolean,
  report: Report,
): Project | null {
  if (change.kind === 'newProject') {
    const { project } = change
    if (!data.projects.has(project.id) && !after.has(project.id)) return project
    report(
      'gone',
      `Het nieuwe project "${project.name}" staat intussen al in het plan. De wijziging vervalt.`,
    )
    return null
  }
  if (change.kind !== 'delay' && change.kind !== 'verdict' && change.kind !== 'shelterClosing') return null
  const live = data.projects.get(change.projectId)
  const project = after.get(change.projectId) ?? live
  if (project === undefined) {
    report('gone', `Het project "${change.seen.name}" staat niet meer in het plan. De wijziging vervalt.`)
    return null
  }
  if (live !== undefined && !isAsSeen(live, change.seen))
    report(
      'changed',
      `De plekken van "${live.name}" zijn intussen gewijzigd. De wijziging is toegepast op het plan van nu.`,
    )
  if (change.kind === 'delay') return delayed(project, change.months, today)
  if (change.kind === 'shelterClosing') {
    if (change.date > today) return closedOn(project, change.date, today)
    report(
      'invalid',
      `De sluiting van "${project.name}" op ${formatDate(change.date)} ligt niet meer in de toekomst.`,
    )
    return null
  }
  if (!settle) return null
  return change.verdict === 'go' ? { ...project, confidence: 'certain' } : abandoned(data, project, today)
}

function isAsSeen(project: Project, seen: SeenProject): boolean {
  return sameContent(project.homes, seen.homes) && sameContent(project.support, seen.support)
}
