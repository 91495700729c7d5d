import { capitalise, compareDutch, joinDutch, partnerKindLabels } from '../labels'
import type { Id } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import type { Session } from './model'
import { type MissingPerspectives, missingIn } from './participation'

/** Partners by name, in Dutch order. */
export const partnerNames = (data: ProgrammeData, ids: readonly Id[]): string[] =>
  ids.flatMap((id) => data.partners.get(id)?.name ?? []).sort(compareDutch)

/** Whose perspective was missing, in sentences; empty when nobody's was. */
export function missingSentences(
  data: ProgrammeData,
  { partnerIds, voices }: MissingPerspectives,
): readonly string[] {
  const names = partnerNames(data, partnerIds)
  const kinds = voices.map((kind) => partnerKindLabels[kind])
  return [
    ...(names.length === 0 ? [] : [`Uitgenodigd en niet aanwezig: ${joinDutch(names)}.`]),
    ...(kinds.length === 0 ? [] : [`${capitalise(joinDutch(kinds))} zaten niet aan tafel.`]),
  ]
}

/** The same as names alone: `Sité en bewoners`. */
export function missingNames(data: ProgrammeData, session: Session): string {
  const { partnerIds, voices } = missingIn(data, session)
  const present = new Set(partnerIds.map((id) => data.partners.get(id)?.kind))
  // A group that is named as a partner needs no second mention.
  const kinds = voices.filter((kind) => !present.has(kind)).map((kind) => partnerKindLabels[kind])
  return joinDutch([...partnerNames(data, partnerIds), ...kinds])
}

/** The same of a session; what is only planned misses nobody yet. */
export const missingWords = (data: ProgrammeData, session: Session): readonly string[] =>
  missingSentences(data, missingIn(data, session))
