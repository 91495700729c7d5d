import { compareDutch, formatDate, joinDutch } from '../../domain/labels'
import type { Partner } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'

/** The municipalities where a partner works, by name. */
export const areaNames = (data: ProgrammeData, partner: Partner): string[] =>
  partner.municipalityIds.flatMap((id) => data.municipalities.get(id)?.name ?? []).sort(compareDutch)

/** `Aalten en Winterswijk`; without any: `hele regio`. */
export const areaText = (data: ProgrammeData, partner: Partner): string =>
  partner.municipalityIds.length === 0 ? 'hele regio' : joinDutch(areaNames(data, partner))

/** When the shared goal was endorsed and in which role that was said. */
export const endorsedText = ({ goalEndorsed }: Partner): string =>
  goalEndorsed === null
    ? 'nog niet gevraagd'
    : `onderschreven op ${formatDate(goalEndorsed.on)} door ${goalEndorsed.byRole}`

/** Partners as they stand everywhere on this screen: by name, nobody first. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareDutch(a.name, b.name)
