import { capitalise, compareDutch, statusLabels } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  REVIEW_STATUSES,
  type ReviewRound,
  type ReviewScope,
  type ReviewStatus,
  type RoundInput,
  snapshotRows,
  wholeScope,
} from '@/domain/review'
import { isIsoDate, toDay, toIso } from '@/domain/time/day'

/** Time for an answer, unless the person says otherwise. */
const DAYS_TO_ANSWER = 21

export const USUAL_QUESTION =
  'Kloppen de aantallen plekken en de datums? Verbeter wat niet klopt en vul aan wat er mist.'

/** What stands in the dialog; a date may be half typed. */
export interface StartDraft {
  referenceDate: string | null
  dueDate: string | null
  question: string
  scope: ReviewScope
}

export const freshDraft = (today: IsoDate, referenceDate: IsoDate): StartDraft => ({
  referenceDate,
  dueDate: toIso(toDay(today) + DAYS_TO_ANSWER),
  question: USUAL_QUESTION,
  scope: wholeScope,
})

export const inputOf = ({ referenceDate, dueDate, question, scope }: StartDraft): RoundInput => ({
  referenceDate: referenceDate ?? '',
  dueDate: dueDate ?? '',
  question,
  scope,
})

export interface PreviewLine {
  readonly id: string
  readonly name: string
  readonly rows: number
}

/** Rows per association as the round would ask them; null while the date can't be read. */
export function previewOf(data: ProgrammeData, { referenceDate, scope }: StartDraft): PreviewLine[] | null {
  if (referenceDate === null || !isIsoDate(referenceDate)) return null
  const found = new Map<string, PreviewLine>()
  for (const { associationId: id, associationName: name } of snapshotRows(data, 1, referenceDate, scope))
    found.set(id, { id, name, rows: (found.get(id)?.rows ?? 0) + 1 })
  return [...found.values()].sort((a, b) => compareDutch(a.name, b.name))
}

interface Choice {
  readonly value: string
  readonly label: string
}

const byName = (records: readonly { readonly id: string; readonly name: string }[]): Choice[] =>
  records.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => compareDutch(a.label, b.label))

/** What can be chosen for each part of the scope. */
export const scopeChoices = (data: ProgrammeData) => ({
  associations: byName([...data.partners.values()].filter((p) => p.kind === 'housingAssociation')),
  municipalities: byName([...data.municipalities.values()]),
  types: byName([...data.arrangementTypes.values()].filter((t) => !t.retired)),
  statuses: REVIEW_STATUSES.map((value): { value: ReviewStatus; label: string } => ({
    value,
    label: capitalise(statusLabels[value]),
  })),
})

export const newestRound = (data: ProgrammeData): ReviewRound | null =>
  [...data.reviewRounds.values()].reduce<ReviewRound | null>(
    (newest, round) => (newest === null || round.number > newest.number ? round : newest),
    null,
  )
