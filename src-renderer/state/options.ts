import { capitalise, compareDutch } from '../domain/labels'
import type { Id } from '../domain/model/basics'

export interface Option<T extends string | null = string> {
  readonly value: T
  readonly label: string
}

/** Records by name, for a list to choose from. */
export function recordOptions(
  records: ReadonlyMap<Id, { readonly id: Id; readonly name: string }>,
): Option<Id>[] {
  return [...records.values()]
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => compareDutch(a.label, b.label))
}

/** The same with a first line for "none". */
export const optionalRecord = (
  records: Parameters<typeof recordOptions>[0],
  none: string,
): Option<Id | null>[] => [{ value: null, label: none }, ...recordOptions(records)]

/** The codes of a closed list in their own order, by their Dutch words. */
export const codeOptions = <T extends string>(
  codes: readonly T[],
  labels: Readonly<Record<T, string>>,
): Option<T>[] => codes.map((value) => ({ value, label: capitalise(labels[value]) }))
