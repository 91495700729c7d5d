import {
  agreementKindLabels,
  agreementStateLabels,
  decisionStateLabels,
  formatDate,
  lineKindLabels,
  placeWords,
  plural,
} from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { isDissent, type MinutesLine } from '@/domain/regie'

export type ShownKind = MinutesLine['kind'] | 'dissent'

export const shownKind = (line: MinutesLine): ShownKind => (isDissent(line) ? 'dissent' : line.kind)
export const kindWord = (kind: ShownKind): string =>
  kind === 'dissent' ? 'tegengeluid' : lineKindLabels[kind]

/** What the record that a line became says now: `actie van Sité, klaar op 12 december 2026`. Empty without a record. */
export function lineDetail(data: ProgrammeData, line: MinutesLine): string {
  const { link } = line
  if (link?.table === 'agreements') {
    const made = data.agreements.get(link.id)
    if (made === undefined) return ''
    const owner = data.partners.get(made.ownerId)?.name ?? ''
    const due = made.due === null ? '' : `, klaar op ${formatDate(made.due)}`
    const state = made.status === 'open' ? '' : `, ${agreementStateLabels[made.status]}`
    return `${agreementKindLabels[made.kind]} van ${owner}${due}${state}`
  }
  if (link?.table === 'decisions') {
    const decision = data.decisions.get(link.id)
    if (decision === undefined) return ''
    if (isDissent(line)) return `bij het besluit "${decision.name}"`
    const against = decision.dissent.length
    const dissent = against === 0 ? '' : `, ${plural(against, 'keer', 'keer')} tegengeluid`
    return `besluit ${decisionStateLabels[decision.status]}${dissent}`
  }
  if (link?.table === 'dilemmas') {
    const dilemma = data.dilemmas.get(link.id)
    if (dilemma === undefined) return ''
    const place = dilemma.positions.at(-1)
    return place === undefined
      ? 'dilemma, nog geen plek gekozen'
      : `dilemma, nu ${placeWords(dilemma, place.at)}`
  }
  return ''
}
