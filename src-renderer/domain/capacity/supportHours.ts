import type { Id, IsoDate } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { applySteps, compiled, dateKey, STATUS_INDEX } from './compiled'
import { matches, type ProjectFilter } from './places'
import { clear } from './sweep'

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

interface Places {
  needed: number
  available: number
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
  const bandOf = new Map([...data.arrangementTypes.values()].map((t) => [t.id, t.supportBandId]))
  const until = dateKey(date)
  const { committed, preparing, available } = STATUS_INDEX
  const counts = new Int32Array(Object.keys(STATUS_INDEX).length)
  const places = new Map<Id, Map<Id, Places>>()
  for (const project of data.projects.values()) {
    const band = bandOf.get(project.typeId) ?? null
    if (band === null || !matches(data, project, filter)) continue
    const cell = cellOf(places, project.municipalityId, band)
    const tracks = compiled(project)
    clear(counts)
    applySteps(counts, tracks.homes, 0, until)
    cell.needed += (counts[committed] ?? 0) + (counts[preparing] ?? 0) + (counts[available] ?? 0)
    clear(counts)
    applySteps(counts, tracks.support, 0, until)
    cell.available += counts[available] ?? 0
  }
  const hoursOf = new Map(programmeOf(data).supportBands.map((b) => [b.id, b.hoursPerWeek]))
  const rows: SupportHoursRow[] = []
  for (const [municipalityId, bands] of places)
    for (const [bandId, { needed, available }] of bands) {
      // Places are added first and multiplied last: bands may be broken numbers, places never are.
      const hours = hoursOf.get(bandId) ?? 0
      rows.push({
        municipalityId,
        bandId,
        needed: needed * hours,
        available: available * hours,
        gap: (needed - available) * hours,
      })
    }
  return rows
}

function cellOf(places: Map<Id, Map<Id, Places>>, municipalityId: Id, bandId: Id): Places {
  let bands = places.get(municipalityId)
  if (bands === undefined) places.set(municipalityId, (bands = new Map<Id, Places>()))
  let cell = bands.get(bandId)
  if (cell === undefined) bands.set(bandId, (cell = { needed: 0, available: 0 }))
  return cell
}
