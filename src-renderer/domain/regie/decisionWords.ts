import { compareDutch, formatDate, joinDutch, partnerKindLabels, plural } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { amountText, mayDecide } from './mandates'
import type { Decision, Mandate } from './model'
import { type MissingPerspectives } from './participation'

/** Dutch phrases about decisions and mandates, the same on screen and on paper. */

/** More names than this are counted. */
const MOST_NAMES = 6

/** The names of municipalities, or how many there are. */
export function placesText(data: ProgrammeData, municipalityIds: readonly Id[]): string {
  const names = municipalityIds.flatMap((id) => data.municipalities.get(id)?.name ?? [])
  return names.length > MOST_NAMES
    ? plural(names.length, 'gemeente', 'gemeenten')
    : joinDutch(names.sort(compareDutch))
}

/** `de hele regio`, or the names of the municipalities. */
export const areaText = (data: ProgrammeData, municipalityIds: readonly Id[]): string =>
  municipalityIds.length === 0 ? 'de hele regio' : placesText(data, municipalityIds)

/** `Gemeente Aalten (wethouder wonen)`. */
export function holderText(data: ProgrammeData, { holderId, holderRole }: Mandate): string {
  const name = data.partners.get(holderId)?.name ?? ''
  return holderRole.trim() === '' ? name : `${name} (${holderRole.trim()})`
}

/** `tot en met 50.000 euro`, or that there is no limit. */
export const limitText = ({ limit }: Mandate): string =>
  limit === null ? 'zonder grens' : `tot en met ${amountText(limit)}`

export interface MandateState {
  /** Null when none is needed: it was rejected or withdrawn. */
  readonly covered: boolean | null
  readonly text: string
}

/** Whether somebody may decide it, or under which mandate it was taken. */
export function mandateState(data: ProgrammeData, decision: Decision, today: IsoDate): MandateState {
  if (decision.status === 'asked') {
    const [nearest] = mayDecide(data, decision, today)
    return nearest === undefined
      ? { covered: false, text: 'Niemand mag dit nu beslissen' }
      : { covered: true, text: `${holderText(data, nearest)} mag dit beslissen` }
  }
  const mandate = decision.mandateId === null ? undefined : data.mandates.get(decision.mandateId)
  if (mandate !== undefined) return { covered: true, text: `Onder mandaat "${mandate.name}"` }
  return decision.status === 'taken'
    ? { covered: false, text: 'Genomen zonder mandaat' }
    : { covered: null, text: 'Geen mandaat nodig' }
}

/** `gevraagd op 3 maart 2027`, `genomen op 1 april 2027`. */
export function decidedText({ status, askedOn, settledOn }: Decision): string {
  const word = { asked: 'Gevraagd', taken: 'Genomen', rejected: 'Afgewezen', withdrawn: 'Ingetrokken' }[
    status
  ]
  return `${word} op ${formatDate(status === 'asked' ? askedOn : (settledOn ?? askedOn))}`
}

/**
 * Whose perspective was missing, by name: kinds of which nobody was there, then other partners that were invited. A
 * partner of a kind that is named already isn't named again.
 */
export function missingText(data: ProgrammeData, { voices, partnerIds }: MissingPerspectives): string {
  const kinds = voices.map((kind) => partnerKindLabels[kind])
  const partners = partnerIds
    .flatMap((id) => data.partners.get(id) ?? [])
    .filter(({ kind }) => !voices.some((voice) => voice === kind))
    .map(({ name }) => name)
    .sort(compareDutch)
  return joinDutch([...kinds, ...partners])
}
