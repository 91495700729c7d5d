import type { LogEntry } from '@/data/history'
import type { RecordRef } from '@/data/repository'
import type { CommitKind } from '@/domain/history/patch'
import { capitalise } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { TableName } from '@/domain/model/programmeData'
import { dayOfMoment, KIND_LABELS, momentOf } from './moment'

/** What the log is narrowed down to; null means: whatever. */
export interface LogFilter {
  readonly text: string
  readonly who: string | null
  readonly kind: CommitKind | null
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly table: TableName | null
  readonly record: { readonly table: TableName; readonly id: Id; readonly title: string } | null
}

export const NO_FILTER: LogFilter = {
  ...{ text: '', who: null, kind: null, from: null, to: null, table: null, record: null },
}

/** Whether the filter needs to know which records an entry touched. */
export const asksRecords = ({ table, record }: LogFilter): boolean => table !== null || record !== null

export const isEmpty = (filter: LogFilter): boolean =>
  filter.text.trim() === '' &&
  [filter.who, filter.kind, filter.from, filter.to, filter.table, filter.record].every((v) => v === null)

/**
 * Whether an entry passes. Every word of the text must occur somewhere in what the row shows; days count on the person's
 * own clock, the last one included.
 * @param touched the records that the entry touched; undefined when that isn't known (any more)
 */
export function passes(
  entry: LogEntry,
  filter: LogFilter,
  touched: readonly RecordRef[] | undefined,
): boolean {
  if (filter.who !== null && entry.who !== filter.who) return false
  if (filter.kind !== null && entry.kind !== filter.kind) return false
  const day = dayOfMoment(entry.at)
  if (filter.from !== null && day < filter.from) return false
  if (filter.to !== null && day > filter.to) return false
  const { table, record } = filter
  if (table !== null && touched?.some((ref) => ref.table === table) !== true) return false
  if (record !== null && touched?.some((ref) => ref.table === record.table && ref.id === record.id) !== true)
    return false
  return matches(entry, filter.text)
}

function matches(entry: LogEntry, text: string): boolean {
  const words = text.trim().toLocaleLowerCase('nl').split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const kind = entry.kind === 'change' ? '' : KIND_LABELS[entry.kind]
  const shown = [
    ...[momentOf(entry.at), entry.who, kind, capitalise(entry.summary), entry.why],
    entry.source?.fileName ?? '',
  ]
    .join(' ')
    .toLocaleLowerCase('nl')
  return words.every((word) => shown.includes(word))
}
