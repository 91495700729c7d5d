import {
  type BalancePoint,
  balanceSeries,
  type BalanceTable,
  type ProjectFilter,
  ratingCounts,
  transitionBalance,
} from '../../domain/capacity'
import { compareDutch, joinDutch } from '../../domain/labels'
import type { Municipality, Programme, ProgressReport, Project } from '../../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../../domain/model/programmeData'
import type { RatingColour } from '../../domain/model/values'
import type { ReportOptions } from '../kind'
import { type CollaborationModel, collaborationModel } from './collaborationModel'
import { type ConfirmedModel, confirmedModel } from './confirmedModel'

/** All figures of the board report, computed once, by the same functions as the screens use. */
export interface BoardModel {
  readonly data: ProgrammeData
  readonly programme: Programme
  readonly report: ProgressReport
  readonly options: ReportOptions
  readonly filter: ProjectFilter
  /** In scope, in Dutch order of name. */
  readonly municipalities: readonly Municipality[]
  /** "de hele regio" or the names of the chosen municipalities. */
  readonly scopeWords: string
  readonly series: readonly BalancePoint[]
  readonly balance: BalanceTable
  readonly horizon: BalanceTable
  readonly ratings: Readonly<Record<RatingColour, number>>
  readonly confirmed: ConfirmedModel | null
  readonly collaboration: CollaborationModel
  /** Projects in scope per municipality, those that ended left out, in Dutch order of name. */
  readonly projects: ReadonlyMap<string, readonly Project[]>
}

export function boardModel(data: ProgrammeData, report: ProgressReport, options: ReportOptions): BoardModel {
  const programme = programmeOf(data)
  const chosen = new Set(report.scope.filter((id) => data.municipalities.has(id)))
  const filter: ProjectFilter = chosen.size === 0 ? {} : { municipalityIds: chosen }
  const municipalities = [...data.municipalities.values()]
    .filter((m) => chosen.size === 0 || chosen.has(m.id))
    .sort((a, b) => compareDutch(a.name, b.name))
  return {
    data,
    programme,
    report,
    options,
    filter,
    municipalities,
    scopeWords: scopeWords(programme, chosen.size === 0 ? [] : municipalities),
    series: balanceSeries(data, filter),
    balance: transitionBalance(data, report.referenceDate, 'municipality', filter),
    horizon: transitionBalance(data, programme.horizon, 'municipality', filter),
    ratings: ratingCounts(data, filter),
    confirmed: confirmedModel({ data, report, filter }),
    collaboration: collaborationModel(data, report, options),
    projects: projectsPerMunicipality(data, municipalities),
  }
}

function scopeWords(programme: Programme, chosen: readonly Municipality[]): string {
  if (chosen.length === 0) return programme.region
  if (chosen.length <= 4) return joinDutch(chosen.map((m) => m.name))
  return `${String(chosen.length)} gemeenten in ${programme.region}`
}

function projectsPerMunicipality(data: ProgrammeData, municipalities: readonly Municipality[]) {
  const result = new Map<string, Project[]>(municipalities.map((m) => [m.id, []]))
  for (const project of data.projects.values())
    if (project.phase !== 'ended') result.get(project.municipalityId)?.push(project)
  for (const list of result.values()) list.sort((a, b) => compareDutch(a.name, b.name))
  return result
}
