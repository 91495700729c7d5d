import { formatNumber } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  addConfirmed,
  type Confirmations,
  confirmedPlaces,
  type ConfirmedPlaces,
  type ReviewStatus,
} from '@/domain/review'
import { type GridCell, type GridColumn, textCell } from './gridModel'

/** Which places the associations stand for; by whom and when is in the explanation of a number. */
export const CONFIRMED_COLUMN: GridColumn = {
  key: 'confirmed',
  label: 'Bevestigd',
  kind: 'text',
  width: 98,
  sticky: false,
  sortable: false,
}

/**
 * `alle 16`, `12 van 16` or `niet`, of all places of the row; no cell at all without a review round, and nothing in it
 * where there is nobody to ask.
 */
export function confirmedCells(of: ConfirmedPlaces | null, total: number): GridCell[] {
  if (of === null) return []
  if (of.places === 0) return [textCell('')]
  if (of.confirmed === 0) return [textCell('niet', 'muted')]
  return [
    textCell(
      of.confirmed === total
        ? `alle ${formatNumber(total)}`
        : `${formatNumber(of.confirmed)} van ${formatNumber(total)}`,
    ),
  ]
}

export function confirmedOf(
  data: ProgrammeData,
  confirmations: Confirmations | null,
  projectIds: readonly Id[],
  on: IsoDate,
  statuses: readonly ReviewStatus[],
): ConfirmedPlaces | null {
  if (confirmations === null) return null
  let sum: ConfirmedPlaces = { places: 0, confirmed: 0, last: null }
  for (const id of projectIds) {
    const project = data.projects.get(id)
    // Without an association there is nobody to ask.
    if (project !== undefined && project.associationId !== null)
      sum = addConfirmed(sum, confirmedPlaces(data, confirmations, project, on, statuses))
  }
  return sum
}

export const sumConfirmed = (
  parts: readonly { readonly confirmed: ConfirmedPlaces | null }[],
): ConfirmedPlaces | null =>
  parts.reduce<ConfirmedPlaces | null>(
    (sum, { confirmed }) => (confirmed === null ? sum : addConfirmed(sum ?? undefined, confirmed)),
    null,
  )
