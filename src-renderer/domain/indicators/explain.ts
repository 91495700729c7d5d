import { ambitionAt } from '../capacity/ambition'
import { ambitionApplies } from '../capacity/balance'
import { familyOf, matches, projectPlaces, type ProjectFilter } from '../capacity/places'
import { committedOf, plannedOf, realisedOf, type StatusCounts } from '../capacity/statusCounts'
import { capitalise, compareDutch, joinDutch } from '../labels/format'
import { NO_ASSOCIATION, statusGroupLabels, statusLabels } from '../labels/values'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { CapacityStatus } from '../model/values'
import { figureDefinitions, type FigureName, type Unit } from './definitions'

/** Which figure, on which date, over which part. `status`, or several as `statuses`, goes with figure `places`. */
export interface FigureQuery {
  readonly figure: FigureName
  readonly date: IsoDate
  readonly status?: CapacityStatus
  readonly statuses?: readonly CapacityStatus[]
  readonly municipalityIds?: readonly Id[]
  readonly associationIds?: readonly (Id | null)[]
  readonly typeIds?: readonly Id[]
}

/** One record behind a figure. The values of all rows add up to the figure. */
export interface ExplanationRow {
  readonly id: string
  /** Null for a row that is no project (the ambition of a municipality). */
  readonly projectId: Id | null
  readonly name: string
  readonly municipality: string
  /** What the row adds; negative where it takes away. */
  readonly value: number
  /** Dutch: what part it is, such as "toegezegd" or "ambitie". */
  readonly note: string
  /** Statuses whose places the row counts; empty for a row that is no project. */
  readonly statuses: readonly CapacityStatus[]
}

export interface Explanation {
  readonly title: string
  readonly definition: string
  readonly date: IsoDate
  readonly scope: string
  /** Null when the figure isn't defined for this part (ambition per association or type). */
  readonly value: number | null
  /** For a gap: places realised or committed. Otherwise the figure itself. */
  readonly numerator: number | null
  /** For a gap: the ambition. Otherwise null: a count has no denominator. */
  readonly denominator: number | null
  readonly unit: Unit
  readonly rows: readonly ExplanationRow[]
}

/** Explains a figure by the records behind it, computed by the same rules as the figure itself. */
export function explain(data: ProgrammeData, query: FigureQuery): Explanation {
  const filter = filterOf(query)
  const rows = rowsOf(data, query, filter)
  const defined = (query.figure !== 'ambition' && query.figure !== 'gap') || ambitionApplies(filter)
  const value = defined ? rows.reduce((sum, row) => sum + row.value, 0) : null
  const isGap = query.figure === 'gap' && value !== null
  const ambition = isGap ? ambitionRows(data, query, 1).reduce((sum, row) => sum + row.value, 0) : null
  return {
    title: capitalise(titleOf(query)),
    definition: figureDefinitions[query.figure],
    date: query.date,
    scope: scopeOf(data, query),
    value,
    numerator: isGap && ambition !== null ? ambition - value : value,
    denominator: ambition,
    unit: 'places',
    rows: defined ? rows : [],
  }
}

function titleOf(query: FigureQuery): string {
  if (query.figure !== 'places') return statusGroupLabels[query.figure]
  const statuses = statusesOf(query)
  return statuses === null ? 'plekken' : `plekken: ${joinDutch(statuses.map((s) => statusLabels[s]))}`
}

/** The statuses that a query for places counts; null = all but ended. */
function statusesOf(query: FigureQuery): readonly CapacityStatus[] | null {
  return query.statuses ?? (query.status === undefined ? null : [query.status])
}

/** More names than this are counted instead of listed. */
const LISTED = 4

const listed = (names: readonly string[], many: string): string =>
  names.length > LISTED ? `${String(names.length)} ${many}` : names.join(', ')

function scopeOf(data: ProgrammeData, query: FigureQuery): string {
  const parts: string[] = []
  if (query.municipalityIds !== undefined)
    parts.push(
      listed(
        query.municipalityIds.map((id) => data.municipalities.get(id)?.name ?? id),
        'gemeenten',
      ),
    )
  if (query.associationIds !== undefined)
    parts.push(
      listed(
        query.associationIds.map((id) =>
          id === null ? NO_ASSOCIATION : (data.partners.get(id)?.name ?? id),
        ),
        'corporaties',
      ),
    )
  if (query.typeIds !== undefined)
    parts.push(
      listed(
        query.typeIds.map((id) => data.arrangementTypes.get(id)?.name ?? id),
        'soorten arrangement',
      ),
    )
  return parts.length === 0 ? 'hele regio' : parts.join(', ')
}

function filterOf(query: FigureQuery): ProjectFilter {
  return {
    ...(query.municipalityIds === undefined ? {} : { municipalityIds: new Set(query.municipalityIds) }),
    ...(query.associationIds === undefined ? {} : { associationIds: new Set(query.associationIds) }),
    ...(query.typeIds === undefined ? {} : { typeIds: new Set(query.typeIds) }),
  }
}

function rowsOf(data: ProgrammeData, query: FigureQuery, filter: ProjectFilter): ExplanationRow[] {
  if (query.figure === 'ambition') return ambitionRows(data, query, 1)
  const rows: ExplanationRow[] = []
  for (const project of data.projects.values()) {
    if (!matches(data, project, filter)) continue
    const shelter = familyOf(data, project) === 'shelter'
    const counts = projectPlaces(data, project, query.date)
    for (const part of partsOf(query, shelter, counts))
      if (part.value !== 0) rows.push(projectRow(data, project, part))
  }
  rows.sort((a, b) => compareDutch(a.municipality, b.municipality) || compareDutch(a.name, b.name))
  return query.figure === 'gap' ? [...ambitionRows(data, query, 1), ...rows] : rows
}

interface Part {
  readonly value: number
  readonly note: string
  readonly statuses: readonly CapacityStatus[]
}

function partsOf(query: FigureQuery, shelter: boolean, counts: StatusCounts): Part[] {
  const label = (group: keyof typeof statusGroupLabels): string => statusGroupLabels[group]
  const part = (status: CapacityStatus, note = statusLabels[status]): Part => ({
    value: counts[status],
    note,
    statuses: [status],
  })
  switch (query.figure) {
    case 'shelterOpen':
      return shelter ? [part('available', label('shelterOpen'))] : []
    case 'realised':
      return shelter ? [] : [part('available')]
    case 'committed':
      return shelter ? [] : [part('committed'), part('preparing')]
    case 'planned':
      return shelter ? [] : [part('explored'), part('idea')]
    case 'gap':
      return shelter
        ? []
        : [
            { value: -realisedOf(counts), note: label('realised'), statuses: ['available'] },
            { value: -committedOf(counts), note: label('committed'), statuses: ['committed', 'preparing'] },
          ]
    case 'places':
      return (
        statusesOf(query)?.map((s) => part(s)) ?? [
          {
            value: plannedOf(counts) + committedOf(counts) + realisedOf(counts),
            note: 'alle statussen',
            statuses: ['idea', 'explored', 'committed', 'preparing', 'available'],
          },
        ]
      )
    case 'ambition':
      return []
  }
}

function projectRow(data: ProgrammeData, project: Project, { value, note, statuses }: Part): ExplanationRow {
  return {
    id: `${project.id}:${note}`,
    projectId: project.id,
    name: project.name,
    municipality: data.municipalities.get(project.municipalityId)?.name ?? '',
    value,
    note,
    statuses,
  }
}

function ambitionRows(data: ProgrammeData, query: FigureQuery, sign: 1 | -1): ExplanationRow[] {
  const wanted = query.municipalityIds === undefined ? null : new Set(query.municipalityIds)
  return [...data.municipalities.values()]
    .filter((m) => wanted === null || wanted.has(m.id))
    .map((m) => ({
      id: `ambition:${m.id}`,
      projectId: null,
      name: m.name,
      municipality: m.name,
      value: sign * ambitionAt(data, m.id, query.date),
      note: statusGroupLabels.ambition,
      statuses: [],
    }))
    .filter((row) => row.value !== 0)
    .sort((a, b) => compareDutch(a.name, b.name))
}
