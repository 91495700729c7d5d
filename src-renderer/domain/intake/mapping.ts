import type { ProgrammeData } from '../model/programmeData'
import { type ColumnChoice } from './columns'
import { definitionOf, fieldsOf, type FieldKey, isChoice, type Subject } from './fields'
import type { CellReaders, TableCells } from './sheet'
import { guessValue, isEverywhere, partsOf, targetsOf } from './values'
import { keyOf } from './words'

/** How the rows of a sheet become records. */
export interface Mapping {
  readonly subject: Subject
  readonly columns: ColumnChoice
  /** For new records, where the sheet has no column: an id, a code, or a date. */
  readonly fixed: Readonly<Partial<Record<FieldKey, string>>>
  /** Per field what a word of the sheet stands for, by `keyOf`; null: leave it out. */
  readonly values: Readonly<Partial<Record<FieldKey, Readonly<Record<string, string | null>>>>>
  readonly hiddenRows: boolean
}

/** A word of the sheet, how often it stands there, and what it stands for. */
export interface FoundValue {
  readonly field: FieldKey
  readonly text: string
  readonly key: string
  readonly count: number
  /** `same`: known by its name. `chosen`: somebody said so. `alike`: offered. `unknown`: somebody has to say. */
  readonly state: 'same' | 'chosen' | 'alike' | 'unknown'
  /** Null: left out, or nothing to offer. */
  readonly to: string | null
}

/** More different words than this in one column are no list of names. */
export const MAX_VALUES = 300

/** The different words in the columns that are chosen from a list, in the order in which they appear. */
export function wordsInColumns(
  cells: TableCells,
  data: ProgrammeData,
  mapping: Pick<Mapping, 'subject' | 'columns'>,
  readers: CellReaders,
  isRow: (row: number) => boolean,
): Partial<Record<FieldKey, { text: string; count: number }[]>> {
  const found: Partial<Record<FieldKey, { text: string; count: number }[]>> = {}
  for (const definition of fieldsOf(mapping.subject)) {
    const column = mapping.columns[definition.key]
    if (column === undefined || !isChoice(definition)) continue
    const words = new Map<string, { text: string; count: number }>()
    const known = new Set(targetsOf(data, definition.key).map((t) => keyOf(t.label)))
    for (let row = cells.head + 1; row < cells.sheet.rows.length; row += 1) {
      const cell = cells.at(row, column)
      if (cell === null || !isRow(row)) continue
      const text = readers.text(cell)
      for (const part of definition.kind === 'list' ? partsOf(text, known) : [text]) {
        if (part === '' || (definition.kind === 'list' && isEverywhere(part))) continue
        const key = keyOf(part)
        const known = words.get(key)
        if (known !== undefined) known.count += 1
        else if (words.size <= MAX_VALUES) words.set(key, { text: part.slice(0, 200), count: 1 })
      }
    }
    found[definition.key] = [...words.values()]
  }
  return found
}

/** What each word stands for: as it was chosen, else by its name, else by what it looks like. */
export function foundValues(
  data: ProgrammeData,
  mapping: Pick<Mapping, 'subject' | 'columns' | 'values'>,
  words: Readonly<Partial<Record<FieldKey, readonly { readonly text: string; readonly count: number }[]>>>,
): FoundValue[] {
  return fieldsOf(mapping.subject).flatMap(({ key: field }) => {
    const list = words[field]
    if (mapping.columns[field] === undefined || list === undefined) return []
    const targets = targetsOf(data, field)
    const ids = new Set(targets.map((t) => t.id))
    return list.map(({ text, count }): FoundValue => {
      const key = keyOf(text)
      const chosen = mapping.values[field]?.[key]
      const base = { field, text, key, count }
      // What was chosen another time may be gone since.
      if (chosen === null || (chosen !== undefined && ids.has(chosen)))
        return { ...base, state: 'chosen', to: chosen }
      const guess = guessValue(text, targets)
      return guess.kind === 'unknown'
        ? { ...base, state: 'unknown', to: null }
        : { ...base, state: guess.kind, to: guess.id }
    })
  })
}

/** Words that somebody still has to decide about. */
export const openValues = (values: readonly FoundValue[]): FoundValue[] =>
  values.filter(({ state }) => state === 'alike' || state === 'unknown')

/** Why a dry run would make no sense yet; Dutch, empty when it would. */
export function missingColumns(mapping: Mapping): string[] {
  return fieldsOf(mapping.subject)
    .filter((f) => f.required && mapping.columns[f.key] === undefined)
    .filter((f) => mapping.fixed[f.key] === undefined)
    .map((f) => definitionOf(mapping.subject, f.key).label)
}
