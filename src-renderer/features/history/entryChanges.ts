import { capitalise, formatDate, tableLabels } from '@/domain/labels'
import type { Patch, PatchOf } from '@/domain/history/patch'
import { calledOf } from '@/domain/model/called'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData, TableName, Tables } from '@/domain/model/programmeData'
import { TABLE_NAMES } from '@/domain/model/programmeData'
import { type Context, fieldTexts } from './recordFields'

/** One field of a record that became something else; null where there was or is nothing. */
export interface FieldChange {
  readonly key: string
  readonly label: string
  readonly from: string | null
  readonly to: string | null
}

export interface RecordChange {
  readonly table: TableName
  readonly id: Id
  /** `Project "Kamers"`. */
  readonly title: string
  readonly kind: 'added' | 'changed' | 'removed'
  readonly fields: readonly FieldChange[]
}

/** What stands where a record that is pointed to is no longer there. */
export const GONE = 'iets wat er niet meer is'

/** Names from the programme now, and else from the patches themselves: they know what has gone since. */
export function contextFor(data: ProgrammeData, patches: readonly Patch[]): Context {
  const known = new Map<string, string>()
  for (const { table, id, before, after } of patches) {
    const called = calledOf(after ?? before)
    if (called !== null) known.set(`${table}/${id}`, called)
  }
  const nameOf = (table: TableName, id: Id): string => {
    const called = calledOf(data[table].get(id))
    if (called !== null) return called
    return known.get(`${table}/${id}`) ?? GONE
  }
  return { data, nameOf }
}

/** What a record is called in a list: by its name, or by what it is about. */
export function titleOf<K extends TableName>(table: K, record: Tables[K], context: Context): string {
  const { one } = tableLabels[table]
  if (table === 'programme') return 'Gegevens van het programma'
  if ('municipalityId' in record && 'date' in record && 'places' in record) {
    const place = context.nameOf('municipalities', record.municipalityId)
    return `${capitalise(one)} ${place}, ${formatDate(record.date)}`
  }
  const called = calledOf(record)
  return called === null ? capitalise(one) : `${capitalise(one)} "${called}"`
}

/** What changed in one record, field by field. */
export function describePatch<K extends TableName>(patch: PatchOf<K>, context: Context): RecordChange | null {
  const { table, id, before, after } = patch
  const record = after ?? before
  if (record === null) return null
  const from = new Map((before === null ? [] : fieldTexts(table, before, context)).map((f) => [f.key, f]))
  const to = new Map((after === null ? [] : fieldTexts(table, after, context)).map((f) => [f.key, f]))
  const fields: FieldChange[] = []
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    const [was, is] = [from.get(key), to.get(key)]
    if ((was?.text ?? '') === (is?.text ?? '')) continue
    const text = (value: string | undefined): string | null =>
      value === undefined || value === '' ? null : value
    fields.push({ key, label: (is ?? was)?.label ?? key, from: text(was?.text), to: text(is?.text) })
  }
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return { table, id, title: titleOf(table, record, context), kind, fields }
}

/** All records that an entry changed, in the order of the tables. */
export function describePatches(patches: readonly Patch[], context: Context): RecordChange[] {
  const rank = (table: TableName): number => TABLE_NAMES.indexOf(table)
  return [...patches]
    .sort((a, b) => rank(a.table) - rank(b.table))
    .flatMap((patch) => describePatch(patch, context) ?? [])
}
