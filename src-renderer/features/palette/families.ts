import { projectPlaces } from '../../domain/capacity'
import { compareDutch } from '../../domain/labels'
import type { ArrangementType, Id, IsoDate } from '../../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../../domain/model/programmeData'
import { FAMILIES, type Family } from '../../domain/model/values'

export interface TypeRow {
  readonly type: ArrangementType
  /** Name of the band of support, or null for a type without support. */
  readonly support: string | null
  readonly projects: number
  /** Places available on the date. */
  readonly available: number
  /** Places on their way on the date: from idea to in preparation. */
  readonly coming: number
}

export interface PaletteFamily {
  readonly family: Family
  readonly meaning: string
  readonly rows: readonly TypeRow[]
}

const MEANINGS: Readonly<Record<Family, string>> = {
  shelter: 'Een bed of kamer voor nu, zonder eigen huurcontract. De regio bouwt dit af of houdt het klein.',
  intermediate: 'Een tijdelijke stap op weg naar een eigen huis: met begeleiding, nog niet voor lang.',
  housing: 'Een eigen (t)huis dat blijft, met zoveel begeleiding als nodig is.',
}

/** Where the region goes to stands first; what it leaves behind stands last. */
const ORDER: readonly Family[] = [...FAMILIES].reverse()

export function paletteFamilies(
  data: ProgrammeData,
  date: IsoDate,
  withRetired: boolean,
): readonly PaletteFamily[] {
  const use = new Map<Id, { projects: number; available: number; coming: number }>()
  for (const project of data.projects.values()) {
    const counts = projectPlaces(data, project, date)
    const sum = use.get(project.typeId) ?? { projects: 0, available: 0, coming: 0 }
    use.set(project.typeId, {
      projects: sum.projects + 1,
      available: sum.available + counts.available,
      coming: sum.coming + counts.idea + counts.explored + counts.committed + counts.preparing,
    })
  }
  const bands = new Map(programmeOf(data).supportBands.map((band) => [band.id, band]))
  const rowOf = (type: ArrangementType): TypeRow => {
    const band = type.supportBandId === null ? undefined : bands.get(type.supportBandId)
    return {
      type,
      support: band?.name ?? null,
      ...(use.get(type.id) ?? { projects: 0, available: 0, coming: 0 }),
    }
  }
  return ORDER.map((family) => ({
    family,
    meaning: MEANINGS[family],
    rows: [...data.arrangementTypes.values()]
      .filter((type) => type.family === family && (withRetired || !type.retired))
      .sort((a, b) => compareDutch(a.name, b.name))
      .map(rowOf),
  }))
}
