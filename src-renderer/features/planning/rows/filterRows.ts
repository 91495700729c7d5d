import type { Id } from '@/domain/model/entities'
import type { Confidence, Family, Phase, RatingColour } from '@/domain/model/values'
import { type ProjectRow, searchable } from './projectRow'

/** What the person narrows the list down to. An empty set filters nothing. */
export interface RowFilter {
  readonly text: string
  readonly municipalityIds: ReadonlySet<Id>
  readonly typeIds: ReadonlySet<Id>
  readonly families: ReadonlySet<Family>
  /** The empty id stands for: no association. */
  readonly associationIds: ReadonlySet<Id>
  readonly phases: ReadonlySet<Phase>
  readonly ratings: ReadonlySet<RatingColour>
  readonly confidences: ReadonlySet<Confidence>
}

const allows = <T>(set: ReadonlySet<T>, value: T): boolean => set.size === 0 || set.has(value)

/** Rows that meet every filter; each word of the text must occur somewhere. */
export function filterRows(rows: readonly ProjectRow[], filter: RowFilter): ProjectRow[] {
  const words = searchable(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(
    ({ project, family, haystack }) =>
      allows(filter.municipalityIds, project.municipalityId) &&
      allows(filter.typeIds, project.typeId) &&
      allows(filter.families, family) &&
      allows(filter.associationIds, project.associationId ?? '') &&
      allows(filter.phases, project.phase) &&
      allows(filter.ratings, project.rating.colour) &&
      allows(filter.confidences, project.confidence) &&
      words.every((word) => haystack.includes(word)),
  )
}
