import { matches, type ProjectFilter, projectSupport, type SupportFigures } from '@/domain/capacity'
import { compareDutch } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import { type ProgrammeData, programmeOf } from '@/domain/model/programmeData'

export interface SupportProject extends SupportFigures {
  readonly id: Id
  readonly name: string
  readonly municipality: string
}

/** The projects of one band of support behind a cell: their hours add up to those of the band. */
export interface SupportPart {
  readonly bandId: Id
  readonly name: string
  readonly needed: number
  readonly available: number
  readonly gap: number
  readonly rows: readonly SupportProject[]
}

/** By band, heaviest shortage of a project first. Bands without a project are left out. */
export function supportParts(
  data: ProgrammeData,
  date: IsoDate,
  filter: ProjectFilter,
  bandIds?: ReadonlySet<Id>,
): SupportPart[] {
  const bandOf = new Map([...data.arrangementTypes.values()].map((t) => [t.id, t.supportBandId]))
  const byBand = new Map<Id, SupportProject[]>()
  for (const project of data.projects.values()) {
    const band = bandOf.get(project.typeId) ?? null
    if (band === null || bandIds?.has(band) === false || !matches(data, project, filter)) continue
    const figures = projectSupport(data, project, date)
    if (figures === null || (figures.placesNeeded === 0 && figures.placesAvailable === 0)) continue
    const municipality = data.municipalities.get(project.municipalityId)?.name ?? ''
    const list = byBand.get(band)
    const row = { id: project.id, name: project.name, municipality, ...figures }
    if (list === undefined) byBand.set(band, [row])
    else list.push(row)
  }
  return programmeOf(data).supportBands.flatMap((band): SupportPart[] => {
    const rows = byBand.get(band.id)
    if (rows === undefined) return []
    rows.sort((a, b) => b.gap - a.gap || compareDutch(a.name, b.name))
    const hours = (pick: (row: SupportProject) => number): number =>
      rows.reduce((sum, row) => sum + pick(row), 0) * band.hoursPerWeek
    const needed = hours((row) => row.placesNeeded)
    const available = hours((row) => row.placesAvailable)
    return [{ bandId: band.id, name: band.name, needed, available, gap: needed - available, rows }]
  })
}
