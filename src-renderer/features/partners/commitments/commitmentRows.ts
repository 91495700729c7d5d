import {
  commitmentAmount,
  commitmentKindLabels,
  commitmentStateLabels,
  compareDutch,
  formatShortDate,
} from '../../../domain/labels'
import type { Id, IsoDate } from '../../../domain/model/basics'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import type { Commitment } from '../../../domain/regie'
import { foldDutch } from '../../../domain/search'
import type { ExportTable } from '../../../exchange'

/** A commitment as a line of the table. */
export interface CommitmentRow {
  readonly commitment: Commitment
  readonly partner: string
  readonly kind: string
  /** `12 plekken`; empty when no number was given. */
  readonly amount: string
  readonly from: string
  readonly until: string
  readonly state: string
}

const day = (date: IsoDate | null): string => (date === null ? '' : formatShortDate(date))

/** By partner, and then by name. */
export function commitmentRows(data: ProgrammeData): CommitmentRow[] {
  return [...data.commitments.values()]
    .map((commitment) => ({
      commitment,
      partner: data.partners.get(commitment.partnerId)?.name ?? '',
      kind: commitmentKindLabels[commitment.kind],
      amount: commitment.amount === null ? '' : commitmentAmount(commitment.kind, commitment.amount),
      from: day(commitment.from),
      until: day(commitment.until),
      state: commitmentStateLabels[commitment.status],
    }))
    .sort((a, b) => compareDutch(a.partner, b.partner) || compareDutch(a.commitment.name, b.commitment.name))
}

export interface CommitmentFilter {
  readonly text: string
  /** Empty means: every partner. */
  readonly partnerIds: readonly Id[]
  /** Empty means: every state. */
  readonly states: readonly Commitment['status'][]
}

export function filterCommitments(
  rows: readonly CommitmentRow[],
  { text, partnerIds, states }: CommitmentFilter,
): CommitmentRow[] {
  const words = foldDutch(text).split(' ').filter(Boolean)
  return rows.filter(({ commitment: c, partner, kind }) => {
    if (partnerIds.length > 0 && !partnerIds.includes(c.partnerId)) return false
    if (states.length > 0 && !states.includes(c.status)) return false
    const folded = foldDutch([c.name, partner, kind, c.conditions].join(' '))
    return words.every((word) => folded.includes(word))
  })
}

export function commitmentTable(rows: readonly CommitmentRow[]): ExportTable {
  return {
    columns: [
      { key: 'partner', label: 'Partner', kind: 'text' },
      { key: 'name', label: 'Toezegging', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'amount', label: 'Hoeveel', kind: 'number' },
      { key: 'madeOn', label: 'Toegezegd op', kind: 'date' },
      { key: 'from', label: 'Vanaf', kind: 'date' },
      { key: 'until', label: 'Tot en met', kind: 'date' },
      { key: 'state', label: 'Stand', kind: 'text' },
      { key: 'conditions', label: 'Voorwaarden', kind: 'text' },
    ],
    rows: rows.map(({ commitment: c, partner, kind, state }) => [
      ...[partner, c.name, kind, c.amount, c.madeOn, c.from, c.until, state, c.conditions],
    ]),
  }
}
