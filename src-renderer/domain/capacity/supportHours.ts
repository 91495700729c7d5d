import type { Id, IsoDate } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { matches, type ProjectFilter } from './places'
import { trackCounts } from './statusCounts'

/** Hours of support a week, for one municipality and band. */
export interface SupportHoursRow {
  readonly municipalityId: Id
  readonly bandId: Id
  /** Hours for places in use or due: homes committed, being prepared or available on the date. */
  readonly needed: number
  /** Hours for which support is available on the date (the support track). */
  readonly available: number
  /** needed − available; below zero means more support than homes. */
  readonly gap: number
}

/**
 * Hours of support needed and available, per municipality and band. A home without support shows up here as a gap.
 * Source: indicators.md, supportHours(date).
 */
export function supportHours(
  data: ProgrammeData,
  date: IsoDate,
  filter: ProjectFilter = {},
): SupportHoursRow[] {
  const hoursOf = new Map(programmeOf(data).supportBands.map((b) => [b.id, b.hoursPerWeek]))
  const rows = new Map<string, { municipalityId: Id; bandId: Id; needed: number; available: number }>()
  for (const project of data.projects.values()) {
    const bandId = data.arrangementTypes.get(project.typeId)?.supportBandId ?? null
    if (bandId === null || !matches(data, project, filter)) continue
    const key = `${project.municipalityId}\n${bandId}`
    let row = rows.get(key)
    if (row === undefined) {
      row = { municipalityId: project.municipalityId, bandId, needed: 0, available: 0 }
      rows.set(key, row)
    }
    const homes = trackCounts(project.homes, date)
    row.needed += homes.committed + homes.preparing + homes.available
    row.available += trackCounts(project.support, date).available
  }
  return [...rows.values()].map(({ municipalityId, bandId, needed, available }) => {
    // Places are added first and multiplied last: bands may be broken numbers, places never are.
    const hours = hoursOf.get(bandId) ?? 0
    return {
      municipalityId,
      bandId,
      needed: needed * hours,
      available: available * hours,
      gap: (needed - available) * hours,
    }
  })
}
