import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { matches, projectPlaces, type ProjectFilter } from './places'
import { addCounts, type MutableCounts, openPlaces, type StatusCounts, zeroCounts } from './statusCounts'

/** One row of the capacity table: all projects that share municipality, type and association. */
export interface CapacityTableRow {
  readonly municipalityId: Id
  readonly typeId: Id
  readonly associationId: Id | null
  readonly counts: StatusCounts
  /** All places but those that ended. */
  readonly total: number
  readonly projectIds: readonly Id[]
}

export interface CapacityTable {
  readonly date: IsoDate
  readonly rows: readonly CapacityTableRow[]
  readonly counts: StatusCounts
  readonly total: number
}

interface Building {
  readonly project: Project
  readonly counts: MutableCounts
  readonly projectIds: Id[]
}

/** The capacity table on a date; rows in the order in which projects were met, their sum is the total row exactly. */
export function capacityTable(data: ProgrammeData, date: IsoDate, filter: ProjectFilter = {}): CapacityTable {
  const building = new Map<string, Building>()
  const sum = zeroCounts()
  for (const project of data.projects.values()) {
    if (!matches(data, project, filter)) continue
    const key = `${project.municipalityId}\n${project.typeId}\n${project.associationId ?? ''}`
    let row = building.get(key)
    if (row === undefined) {
      row = { project, counts: zeroCounts(), projectIds: [] }
      building.set(key, row)
    }
    const counts = projectPlaces(data, project, date)
    addCounts(row.counts, counts)
    addCounts(sum, counts)
    row.projectIds.push(project.id)
  }
  const rows = [...building.values()].map(({ project, counts, projectIds }): CapacityTableRow => ({
    municipalityId: project.municipalityId,
    typeId: project.typeId,
    associationId: project.associationId,
    counts,
    total: openPlaces(counts),
    projectIds,
  }))
  return { date, rows, counts: sum, total: openPlaces(sum) }
}
