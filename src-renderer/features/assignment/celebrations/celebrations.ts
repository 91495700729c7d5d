import { compareDutch, formatDate, joinDutch } from '../../../domain/labels'
import type { Id, IsoDate } from '../../../domain/model/basics'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import type { Celebration } from '../../../domain/regie'
import type { ExportTable } from '../../../exchange'
import type { Problem } from '../../../ui/recordEditor'

/** First day of the half year that the board looks at: the first or the second of the calendar year. */
export const halfYearOf = (today: IsoDate): IsoDate =>
  `${today.slice(0, 4)}-${Number(today.slice(5, 7)) <= 6 ? '01' : '07'}-01`

export interface Celebrations {
  /** The nearest first. */
  readonly ahead: readonly Celebration[]
  /** What was celebrated this half year and before, the newest first. */
  readonly now: readonly Celebration[]
  readonly before: readonly Celebration[]
}

export function celebrationsOf(data: ProgrammeData, today: IsoDate): Celebrations {
  const all = [...data.celebrations.values()]
  const from = halfYearOf(today)
  const done = all
    .filter((each) => each.celebratedOn !== null)
    .sort((a, b) => ((a.celebratedOn ?? '') > (b.celebratedOn ?? '') ? -1 : 1))
  return {
    ahead: all
      .filter((each) => each.celebratedOn === null)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareDutch(a.name, b.name))),
    now: done.filter((each) => (each.celebratedOn ?? '') >= from),
    before: done.filter((each) => (each.celebratedOn ?? '') < from),
  }
}

/** The partners that are thanked, side by side. */
export const thanksTo = (data: ProgrammeData, ids: readonly Id[]): string =>
  joinDutch(ids.flatMap((id) => data.partners.get(id)?.name ?? []).sort(compareDutch))

/** `Gevierd op 8 september 2026, dankzij ProWonen`. */
export function whenWords(data: ProgrammeData, each: Celebration, today: IsoDate): string {
  const expected = each.date < today ? 'Was verwacht op' : 'Verwacht op'
  const when =
    each.celebratedOn === null
      ? `${expected} ${formatDate(each.date)}`
      : `Gevierd op ${formatDate(each.celebratedOn)}`
  const thanks = thanksTo(data, each.partnerIds)
  return thanks === '' ? when : `${when}, dankzij ${thanks}`
}

/** What was celebrated says what is appreciated: that is what reaches the report. */
export function appreciationMissing({ celebratedOn, appreciation }: Celebration): Problem[] {
  return celebratedOn !== null && appreciation.trim() === ''
    ? [
        {
          field: 'appreciation',
          message: 'Schrijf op wat u waardeert. Dit komt in het rapport aan het bestuur.',
        },
      ]
    : []
}

export function celebrationTable(data: ProgrammeData, celebrations: readonly Celebration[]): ExportTable {
  return {
    columns: [
      { key: 'name', label: 'Mijlpaal', kind: 'text' },
      { key: 'date', label: 'Verwacht op', kind: 'date' },
      { key: 'celebratedOn', label: 'Gevierd op', kind: 'date' },
      { key: 'appreciation', label: 'Waardering', kind: 'text' },
      { key: 'partners', label: 'Dankzij', kind: 'text' },
    ],
    rows: celebrations.map((each) => [
      each.name,
      each.date,
      each.celebratedOn,
      each.appreciation,
      thanksTo(data, each.partnerIds),
    ]),
  }
}
