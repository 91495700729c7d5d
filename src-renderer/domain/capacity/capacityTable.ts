import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { CAPACITY_STATUSES } from '../model/values'
import { supportLookup } from './balance'
import { applySteps, compiled, dateKey, STATUS_INDEX } from './compiled'
import { matches, type ProjectFilter } from './places'
import { addCounts, type MutableCounts, openPlaces, type StatusCounts, zeroCounts } from './statusCounts'
import { combine, STRIDE } from './sweep'

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

interface Row {
  readonly first: Project
  readonly projectIds: Id[]
  readonly counts: MutableCounts
}

/** The capacity table on a date; rows in the order in which projects were met, their sum is the total row exactly. */
export function capacityTable(data: ProgrammeData, date: IsoDate, filter: ProjectFilter = {}): CapacityTable {
  const rowFor = rowFinder(data)
  const twoTracks = supportLookup(data)
  const until = dateKey(date)
  const homes = new Int32Array(STRIDE)
  const support = new Int32Array(STRIDE)
  const all = Object.keys(filter).length === 0
  const rows: Row[] = []
  for (const project of data.projects.values()) {
    if (!all && !matches(data, project, filter)) continue
    const row = rowFor(project, rows)
    row.projectIds.push(project.id)
    const tracks = compiled(project)
    homes.fill(0)
    applySteps(homes, tracks.homes, 0, until)
    if (twoTracks(project)) {
      support.fill(0)
      applySteps(support, tracks.support, 0, until)
      combine(homes, support[STATUS_INDEX.available] ?? 0)
    }
    const { counts } = row
    for (const status of CAPACITY_STATUSES) counts[status] += homes[STATUS_INDEX[status]] ?? 0
  }
  const sum = zeroCounts()
  const table = rows.map(({ first, projectIds, counts }): CapacityTableRow => {
    addCounts(sum, counts)
    return {
      municipalityId: first.municipalityId,
      typeId: first.typeId,
      associationId: first.associationId,
      counts,
      total: openPlaces(counts),
      projectIds,
    }
  })
  return { date, rows: table, counts: sum, total: openPlaces(sum) }
}

/** Finds or adds the row of a project: by one number instead of joined text. */
function rowFinder(data: ProgrammeData): (project: Project, rows: Row[]) => Row {
  const municipalities = indexOf(data.municipalities.keys())
  const types = indexOf(data.arrangementTypes.keys())
  const associations = indexOf(data.partners.keys())
  const known = new Map<number, Row>()
  return (project, rows) => {
    const municipality = municipalities.get(project.municipalityId) ?? 0
    const type = types.get(project.typeId) ?? 0
    const association = project.associationId === null ? 0 : (associations.get(project.associationId) ?? 0)
    const key = (municipality * (types.size + 1) + type) * (associations.size + 1) + association
    let row = known.get(key)
    if (row === undefined) {
      row = { first: project, projectIds: [], counts: zeroCounts() }
      known.set(key, row)
      rows.push(row)
    }
    return row
  }
}

/** Numbers from 1, so that 0 can stand for none. */
function indexOf(ids: Iterable<Id>): Map<Id, number> {
  const index = new Map<Id, number>()
  for (const id of ids) index.set(id, index.size + 1)
  return index
}
