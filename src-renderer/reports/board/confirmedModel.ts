import type { ProjectFilter } from '../../domain/capacity'
import type { ProgressReport } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import {
  addConfirmed,
  allConfirmations,
  type Confirmations,
  confirmedByAssociation,
  type ConfirmedLine,
  type ConfirmedPlaces,
} from '../../domain/review'

/** What the associations stand for on the reference date; null without a review round. */
export interface ConfirmedModel {
  readonly confirmations: Confirmations
  /** Per association, by name. */
  readonly lines: readonly ConfirmedLine[]
  /** Of all associations together. */
  readonly total: ConfirmedPlaces
  /** Places that belong to no association: nobody was asked about those. */
  readonly without: number
}

export function confirmedModel({
  data,
  report,
  filter,
}: {
  readonly data: ProgrammeData
  readonly report: ProgressReport
  readonly filter: ProjectFilter
}): ConfirmedModel | null {
  if (data.reviewRounds.size === 0) return null
  const confirmations = allConfirmations(data)
  const all = confirmedByAssociation(data, confirmations, report.referenceDate, filter)
  const lines = all.filter((line) => line.associationId !== null)
  return {
    confirmations,
    lines,
    total: lines.reduce<ConfirmedPlaces>(addConfirmed, { places: 0, confirmed: 0, last: null }),
    without: all.find((line) => line.associationId === null)?.places ?? 0,
  }
}
