import { familyOf, hasSupportTrack, projectPlaces } from '../../domain/capacity/places'
import { compareDutch } from '../../domain/labels'
import { capitalise, formatNumber } from '../../domain/labels/format'
import { NO_ASSOCIATION, phaseLabels } from '../../domain/labels/values'
import type { DependencyTarget } from '../../domain/model/dependency'
import type { Id, IsoDate, Programme, Project, ProgressReport } from '../../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../../domain/model/programmeData'
import type { Phase } from '../../domain/model/values'
import { firstDayOfQuarter, lastDayOfQuarter, quarterOf } from '../../domain/time/quarter'
import { type CapacityPoint, capacitySeries, monthStarts } from '../../domain/timeline/capacitySeries'
import { type PhaseBar, phaseBars } from '../../domain/timeline/phaseBars'
import { type PlacesMark, placesMarks } from '../../domain/timeline/placesMarks'
import { type TrackLevel, trackLevels } from '../../domain/timeline/trackLevels'
import { type Wait, waitsOf } from '../../domain/timeline/waits'
import type { Paper, RowGroup } from './layout'

/** What a person chooses when printing a timeline. */
export interface TimelinePrint {
  readonly paper: Paper
  readonly by: 'municipality' | 'association' | 'type'
  /** Absent means: all projects. */
  readonly projectIds?: readonly Id[]
}

export const defaultPrint: TimelinePrint = { paper: 'A3', by: 'municipality' }

export interface PrintedRow {
  readonly id: Id
  readonly name: string
  readonly meta: string
  readonly planned: readonly PhaseBar[]
  readonly actual: readonly PhaseBar[]
  readonly marks: readonly PlacesMark[]
  readonly homes: readonly TrackLevel[]
  readonly support: readonly TrackLevel[]
  /** The decision that closes the gap, when it falls on the axis. */
  readonly decision: IsoDate | null
  readonly waits: readonly Wait[]
}

/** A dependency in words, with its dates when both ends have one. */
export interface PrintedDependency {
  readonly project: string
  readonly holds: Phase
  readonly on: string
  readonly lagDays: number
  readonly note: string
  readonly wait: Wait | null
}

export interface TimelineModel {
  readonly programme: Programme
  readonly date: IsoDate
  readonly from: IsoDate
  readonly to: IsoDate
  readonly groups: readonly RowGroup<PrintedRow>[]
  readonly points: readonly CapacityPoint[]
  readonly projects: number
  /** In the order of the rows. */
  readonly dependencies: readonly PrintedDependency[]
}

export function timelineModel(
  data: ProgrammeData,
  report: ProgressReport,
  print: TimelinePrint,
): TimelineModel {
  const programme = programmeOf(data)
  const projects = chosen(data, report, print)
  const from = firstDayOfQuarter(quarterOf(programme.start))
  const to = lastDayOfQuarter(quarterOf(programme.horizon))
  const row = (project: Project): PrintedRow => ({
    id: project.id,
    name: project.name,
    meta: metaOf(data, project, print, report.referenceDate),
    planned: phaseBars(project, 'planned', to),
    actual: phaseBars(project, 'actual', report.referenceDate),
    marks: placesMarks(data, project).filter(({ date }) => date >= from && date <= to),
    homes: trackLevels(project.homes, from, to),
    support: hasSupportTrack(data, project) ? trackLevels(project.support, from, to) : [],
    decision: decisionOf(project, from, to),
    waits: waitsOf(project, data.projects),
  })
  const groups = grouped(data, projects, print)
  return {
    programme,
    date: report.referenceDate,
    from,
    to,
    groups: groups.map(({ name, rows }) => ({ name, rows: rows.map(row) })),
    points: capacitySeries(data, projects, monthStarts(from, to)),
    projects: projects.length,
    dependencies: groups.flatMap(({ rows }) => rows).flatMap((project) => dependenciesOf(data, project)),
  }
}

function decisionOf({ closingDecision }: Project, from: IsoDate, to: IsoDate): IsoDate | null {
  const date = closingDecision?.date
  return date !== undefined && date >= from && date <= to ? date : null
}

function dependenciesOf(data: ProgrammeData, project: Project): PrintedDependency[] {
  const waits = waitsOf(project, data.projects)
  return project.dependencies.map(({ id, holds, on, lagDays, note }) => ({
    project: project.name,
    holds,
    on: targetWords(data, on),
    lagDays,
    note,
    wait: waits.find(({ dependency }) => dependency.id === id) ?? null,
  }))
}

function targetWords(data: ProgrammeData, on: DependencyTarget): string {
  const name = data.projects.get(on.projectId)?.name ?? 'een project dat er niet meer is'
  return `${name}, ${on.kind === 'decision' ? 'besluit dat het gat sluit' : phaseLabels[on.phase]}`
}

function chosen(data: ProgrammeData, report: ProgressReport, print: TimelinePrint): Project[] {
  if (print.projectIds !== undefined)
    return print.projectIds.flatMap((id) => {
      const project = data.projects.get(id)
      return project === undefined ? [] : [project]
    })
  const scope = new Set(report.scope)
  return [...data.projects.values()].filter((p) => scope.size === 0 || scope.has(p.municipalityId))
}

const nameOf: Record<TimelinePrint['by'], (data: ProgrammeData, project: Project) => string> = {
  municipality: (data, project) => data.municipalities.get(project.municipalityId)?.name ?? '',
  association: (data, project) =>
    project.associationId === null ? '' : (data.partners.get(project.associationId)?.name ?? ''),
  type: (data, project) => data.arrangementTypes.get(project.typeId)?.name ?? '',
}

/** What the heading of the group doesn't say yet, and the places in use. */
function metaOf(data: ProgrammeData, project: Project, { by }: TimelinePrint, date: IsoDate): string {
  const other = by === 'municipality' ? nameOf.type : nameOf.municipality
  const places = formatNumber(projectPlaces(data, project, date).available)
  return `${other(data, project)} · in gebruik: ${places}`
}

function grouped(
  data: ProgrammeData,
  projects: readonly Project[],
  { by }: TimelinePrint,
): RowGroup<Project>[] {
  const groups = new Map<string, Project[]>()
  for (const project of projects) {
    const name = nameOf[by](data, project)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [project])
    else group.push(project)
  }
  const shelterLast = (p: Project): number => (familyOf(data, p) === 'shelter' ? 1 : 0)
  return [...groups.entries()]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compareDutch(a, b)))
    .map(([name, rows]) => ({
      name: name === '' ? capitalise(NO_ASSOCIATION) : name,
      rows: rows.sort((a, b) => shelterLast(a) - shelterLast(b) || compareDutch(a.name, b.name)),
    }))
}
