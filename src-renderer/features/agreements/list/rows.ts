import { byNumber, compareDutch, plural } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Agreement, isOverdue, type Level, openBefore } from '@/domain/regie'
import { foldDutch } from '@/domain/search'
import { toDay, toIso } from '@/domain/time/day'

/** An agreement as the lists show it. */
export interface AgreementRow {
  readonly agreement: Agreement
  readonly owner: string
  readonly overdue: boolean
  /** Agreements that have to be done first and aren't. */
  readonly waitsFor: readonly Agreement[]
}

export const STATE_FILTERS = ['open', 'overdue', 'waiting', 'done', 'dropped', 'all'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

export interface AgreementFilter {
  readonly text: string
  /** Owner or co-owner; empty means: everybody. */
  readonly ownerIds: readonly Id[]
  readonly levels: readonly Level[]
  readonly state: StateFilter
}

export const NO_FILTER: AgreementFilter = { text: '', ownerIds: [], levels: [], state: 'open' }

/** Rows in order of what asks attention first: open by date (the longest over time on top), then what is settled. */
export function agreementRows(data: ProgrammeData, today: IsoDate): AgreementRow[] {
  return [...data.agreements.values()]
    .map((agreement) => ({
      agreement,
      owner: data.partners.get(agreement.ownerId)?.name ?? '',
      overdue: isOverdue(agreement, today),
      waitsFor: agreement.status === 'open' ? openBefore(data, agreement) : [],
    }))
    .sort(byUrgency)
}

function byUrgency({ agreement: a }: AgreementRow, { agreement: b }: AgreementRow): number {
  const open = Number(a.status !== 'open') - Number(b.status !== 'open')
  if (open !== 0) return open
  const [first, second] =
    a.status === 'open' ? [a.due ?? '9', b.due ?? '9'] : [b.settledOn ?? '', a.settledOn ?? '']
  if (first !== second) return first < second ? -1 : 1
  return compareDutch(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

const IN_STATE: Readonly<Record<StateFilter, (row: AgreementRow) => boolean>> = {
  open: ({ agreement }) => agreement.status === 'open',
  overdue: ({ overdue }) => overdue,
  waiting: ({ waitsFor }) => waitsFor.length > 0,
  done: ({ agreement }) => agreement.status === 'done',
  dropped: ({ agreement }) => agreement.status === 'dropped',
  all: () => true,
}

export function filterRows(rows: readonly AgreementRow[], filter: AgreementFilter): AgreementRow[] {
  const words = foldDutch(filter.text).split(/\s+/).filter(Boolean)
  const owners = new Set(filter.ownerIds)
  const levels = new Set(filter.levels)
  return rows.filter((row) => {
    const { agreement } = row
    if (!IN_STATE[filter.state](row)) return false
    if (levels.size > 0 && !levels.has(agreement.level)) return false
    if (owners.size > 0 && ![agreement.ownerId, ...agreement.coOwnerIds].some((id) => owners.has(id)))
      return false
    if (words.length === 0) return true
    const text = foldDutch(`${agreement.name} ${agreement.text} ${row.owner} ${agreement.ownerRole}`)
    return words.every((word) => text.includes(word))
  })
}

const SOON = 14

/** `3 afspraken over tijd, 5 in de komende twee weken`; null when there is nothing to count. */
export function countsInWords(rows: readonly AgreementRow[], today: IsoDate): string | null {
  if (rows.length === 0) return null
  const open = rows.filter((row) => row.agreement.status === 'open')
  if (open.length === 0) return 'Er staan geen afspraken open.'
  const last = toIso(toDay(today) + SOON)
  const overdue = open.filter((row) => row.overdue).length
  const soon = open.filter(
    ({ agreement, overdue: late }) => !late && agreement.due !== null && agreement.due <= last,
  ).length
  const waiting = open.filter((row) => row.waitsFor.length > 0).length
  const late =
    overdue === 0 ? 'Geen afspraken over tijd' : `${plural(overdue, 'afspraak', 'afspraken')} over tijd`
  const waits =
    waiting === 0 ? '' : `, waarvan ${String(waiting)} ${byNumber(waiting, 'wacht', 'wachten')} op een andere`
  return `${late}, ${String(soon)} in de komende twee weken. ${String(open.length)} open${waits}.`
}
