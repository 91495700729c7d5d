import { STATUS_INDEX } from '../capacity/compiled'
import { STRIDE, sweepPlaces } from '../capacity/sweep'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'

/** Places of a set of projects on one date: arrangements by how sure they are, and shelter that is still open. */
export interface CapacityPoint {
  readonly date: IsoDate
  readonly available: number
  readonly committed: number
  readonly planned: number
  readonly shelter: number
}

const SHELTER = 1

/**
 * The same figures as the transition balance, for these projects on these dates, in one walk.
 * @param dates ascending
 */
export function capacitySeries(
  data: ProgrammeData,
  projects: Iterable<Project>,
  dates: readonly IsoDate[],
): CapacityPoint[] {
  if (dates.length === 0) return []
  const shelter = new Set<Id>()
  const supported = new Set<Id>()
  for (const type of data.arrangementTypes.values()) {
    if (type.family === 'shelter') shelter.add(type.id)
    if (type.supportBandId !== null) supported.add(type.id)
  }
  const [cube] = sweepPlaces(projects, dates, (project) => supported.has(project.typeId), [
    { size: 2, groupOf: (project) => (shelter.has(project.typeId) ? SHELTER : 0) },
  ])
  const at = (group: number, date: number, status: number): number =>
    cube?.[(group * dates.length + date) * STRIDE + status] ?? 0
  return dates.map((date, d) => ({
    date,
    available: at(0, d, STATUS_INDEX.available),
    committed: at(0, d, STATUS_INDEX.committed) + at(0, d, STATUS_INDEX.preparing),
    planned: at(0, d, STATUS_INDEX.idea) + at(0, d, STATUS_INDEX.explored),
    shelter: at(SHELTER, d, STATUS_INDEX.available),
  }))
}

/** The first day of each month from the month of one date to the month of another. */
export function monthStarts(from: IsoDate, to: IsoDate): IsoDate[] {
  const result: IsoDate[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (let date = `${from.slice(0, 7)}-01`; date <= to;) {
    result.push(date)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
    date = `${String(year)}-${String(month).padStart(2, '0')}-01`
  }
  return result
}
