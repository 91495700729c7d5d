import type { IsoDate } from '../model/entities'
import { type FieldKey, fieldsOf, type Subject } from './fields'
import type { Mapping } from './mapping'
import { keyOf } from './words'

/** How a file of a known form was read the last time. Headings stand for columns: those may be moved. */
export interface RememberedSource {
  readonly fingerprint: string
  readonly subject: Subject
  readonly columns: Readonly<Partial<Record<FieldKey, string>>>
  readonly fixed: Mapping['fixed']
  readonly values: Mapping['values']
  readonly usedOn: IsoDate
}

/** So many forms are remembered; the one that was used longest ago goes first. */
const MOST = 30

/** The same for files with the same headings, in whatever order. Two numbers of 32 bits (FNV-1a), as text. */
export function fingerprintOf(headings: readonly string[]): string {
  const text = [...new Set(headings.map(keyOf))]
    .filter((key) => key !== '')
    .sort()
    .join('|')
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x85ebca6b)
  }
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`
}

export function remember(
  kept: readonly RememberedSource[],
  headings: readonly string[],
  mapping: Mapping,
  usedOn: IsoDate,
): RememberedSource[] {
  const fingerprint = fingerprintOf(headings)
  const columns: Partial<Record<FieldKey, string>> = {}
  for (const { key } of fieldsOf(mapping.subject)) {
    const column = mapping.columns[key]
    if (column !== undefined) columns[key] = keyOf(headings[column] ?? '')
  }
  const { subject, fixed, values } = mapping
  return [
    { fingerprint, subject, columns, fixed, values, usedOn },
    ...kept.filter((source) => source.fingerprint !== fingerprint),
  ].slice(0, MOST)
}

/** The mapping of the last time for a file with these headings; null when there was none. */
export function recall(
  kept: readonly RememberedSource[],
  headings: readonly string[],
): Pick<Mapping, 'subject' | 'columns' | 'fixed' | 'values'> | null {
  const fingerprint = fingerprintOf(headings)
  const source = kept.find((s) => s.fingerprint === fingerprint)
  if (source === undefined) return null
  const keys = headings.map(keyOf)
  const columns: Partial<Record<FieldKey, number>> = {}
  for (const { key } of fieldsOf(source.subject)) {
    const heading = source.columns[key]
    const column = heading === undefined ? -1 : keys.indexOf(heading)
    if (column !== -1) columns[key] = column
  }
  return { subject: source.subject, columns, fixed: source.fixed, values: source.values }
}

/** What was kept, as far as it has the form; it comes from a disk. */
export function parseRemembered(kept: unknown): RememberedSource[] {
  return Array.isArray(kept) ? kept.filter(isRemembered) : []
}

function isRemembered(value: unknown): value is RememberedSource {
  if (typeof value !== 'object' || value === null) return false
  const of = (key: string): unknown => Reflect.get(value, key)
  const subject = of('subject')
  return (
    typeof of('fingerprint') === 'string' &&
    (subject === 'projects' || subject === 'partners') &&
    typeof of('usedOn') === 'string' &&
    isTexts(of('columns')) &&
    isTexts(of('fixed')) &&
    isObject(of('values')) &&
    Object.values(of('values') as object).every(isTexts)
  )
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string' || text === null)
