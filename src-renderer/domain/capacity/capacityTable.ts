import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { supportLookup } from './balance'
import { applySteps, compiled, dateKey, STATUS_INDEX } from './compiled'
import { matches, type ProjectFilter } from './places'
import { openPlaces, type StatusCounts } from './statusCounts'
import { clear, combine, STRIDE } from './sweep'

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

/** The capacity table on a date; rows in the order in which projects were met, their sum is the total row exactly. */
export function capacityTable(data: ProgrammeData, date: IsoDate, filter: ProjectFilter = {}): CapacityTable {
  const rowFor = rowFinder(data)
  const twoTracks = supportLookup(data)
  const until = dateKey(date)
  const homes = new Int32Array(STRIDE)
  const support = new Int32Array(STRIDE)
  const all = Object.keys(filter).length === 0
  const firsts: Project[] = []
  const idsOf: Id[][] = []
  // Counts of all rows in one flat list, as in the sweep: adding up by names costs more than all the rest.
  const cells: number[] = []
  for (const project of data.projects.values()) {
    if (!all && !matches(data, project, filter)) continue
    const row = rowFor(project)
    const ids = idsOf[row]
    if (ids === undefined) {
      firsts.push(project)
      idsOf.push([project.id])
      cells.push(0, 0, 0, 0, 0, 0)
    } else ids.push(project.id)
    const tracks = compiled(project)
    clear(homes)
    applySteps(homes, tracks.homes, 0, until)
    if (twoTracks(project)) {
      clear(support)
      applySteps(support, tracks.support, 0, until)
      combine(homes, support[AVAILABLE] ?? 0)
    }
    const base = row * STRIDE
    for (let i = 0; i < STRIDE; i += 1) cells[base + i] = (cells[base + i] ?? 0) + (homes[i] ?? 0)
  }
  const sum: number[] = new Array<number>(STRIDE).fill(0)
  const rows = firsts.map((first, row): CapacityTableRow => {
    const base = row * STRIDE
    for (let i = 0; i < STRIDE; i += 1) sum[i] = (sum[i] ?? 0) + (cells[base + i] ?? 0)
    const counts = countsAt(cells, base)
    return {
      municipalityId: first.municipalityId,
      typeId: first.typeId,
      associationId: first.associationId,
      counts,
      total: openPlaces(counts),
      projectIds: idsOf[row] ?? [],
    }
  })
  const counts = countsAt(sum, 0)
  return { date, rows, counts, total: openPlaces(counts) }
}

const { idea, explored, committed, preparing, available: AVAILABLE, ended } = STATUS_INDEX

const countsAt = (cells: readonly number[], base: number): StatusCounts => ({
  idea: cells[base + idea] ?? 0,
  explored: cells[base + explored] ?? 0,
  committed: cells[base + committed] ?? 0,
  preparing: cells[base + preparing] ?? 0,
  available: cells[base + AVAILABLE] ?? 0,
  ended: cells[base + ended] ?? 0,
})

/** Index of the row of a project, a new one when it is the first of its kind: by one number instead of joined text. */
function rowFinder(data: ProgrammeData): (project: Project) => number {
  const municipalities = indexOf(data.municipalities.keys())
  const types = indexOf(data.arrangementTypes.keys())
  const associations = indexOf(data.partners.keys())
  const known = new Map<number, number>()
  return (project) => {
    const municipality = municipalities.get(project.municipalityId) ?? 0
    const type = types.get(project.typeId) ?? 0
    const association = project.associationId === null ? 0 : (associations.get(project.associationId) ?? 0)
    const key = (municipality * (types.size + 1) + type) * (associations.size + 1) + association
    let row = known.get(key)
    if (row === undefined) known.set(key, (row = known.size))
    return row
  }
}

/** Numbers from 1, so that 0 can stand for none. */
function indexOf(ids: Iterable<Id>): Map<Id, number> {
  const index = new Map<Id, number>()
  for (const id of ids) index.set(id, index.size + 1)
  return index
}
