import type { ProgrammeData } from '../model/programmeData'
import { type FieldDefinition, type FieldKey, fieldsOf } from './fields'
import type { FoundValue, Mapping } from './mapping'
import type { RowProblem, RowValues } from './outcome'
import type { CellReaders, TableCells } from './sheet'
import { isEverywhere, partsOf, targetsOf } from './values'
import { keyOf } from './words'

/** Reads the mapped cells of a row. Empty cells say nothing: they leave a record as it is. */
export class RowReader {
  private readonly fields: readonly (FieldDefinition & { readonly column: number })[]
  /** Per field what each word stands for; undefined for a word that nobody decided about. */
  private readonly meaning = new Map<FieldKey, Map<string, string | null>>()
  private readonly known = new Map<FieldKey, ReadonlySet<string>>()

  constructor(
    data: ProgrammeData,
    private readonly cells: TableCells,
    mapping: Mapping,
    values: readonly FoundValue[],
    private readonly readers: CellReaders,
  ) {
    this.fields = fieldsOf(mapping.subject).flatMap((definition) => {
      const column = mapping.columns[definition.key]
      return column === undefined ? [] : [{ ...definition, column }]
    })
    for (const { field, key, state, to } of values) {
      if (state !== 'same' && state !== 'chosen') continue
      const words = this.meaning.get(field) ?? new Map<string, string | null>()
      words.set(key, to)
      this.meaning.set(field, words)
    }
    for (const { key } of this.fields)
      this.known.set(key, new Set(targetsOf(data, key).map((target) => keyOf(target.label))))
  }

  /** Letter of the column of a field, for messages; null when the field has none. */
  letter(key: FieldKey): string | null {
    const found = this.fields.find((f) => f.key === key)
    return found === undefined ? null : this.readers.columnName(found.column)
  }

  read(row: number, problems: RowProblem[]): RowValues {
    const texts: Partial<Record<FieldKey, string>> = {}
    const counts: Partial<Record<FieldKey, number>> = {}
    const dates: Partial<Record<FieldKey, string>> = {}
    const choices: Partial<Record<FieldKey, readonly string[]>> = {}
    const words: Partial<Record<FieldKey, string>> = {}
    const open: Partial<Record<FieldKey, RowProblem>> = {}
    for (const field of this.fields) {
      const { key, column, kind, label, required } = field
      const cell = this.cells.at(row, column)
      const letter = this.readers.columnName(column)
      const add = (level: RowProblem['level'], message: string): void => {
        problems.push({ level, column: letter, message: `${label}: ${message}` })
      }
      if (cell === null) {
        if (this.cells.isEmptyFormula(row, column))
          add(
            'warning',
            'hier staat een formule zonder uitkomst. Open het bestand in het rekenprogramma en bewaar het opnieuw.',
          )
        continue
      }
      if (kind === 'count' || kind === 'date') {
        const read = kind === 'count' ? this.readers.count(cell) : this.readers.date(cell)
        if (read.kind === 'wrong') add('error', `${read.why}. Verbeter de cel, of laat de rij weg.`)
        else if (read.kind === 'value' && typeof read.value === 'number') counts[key] = read.value
        else if (read.kind === 'value') dates[key] = String(read.value)
        continue
      }
      const text = this.readers.text(cell)
      if (text === '') continue
      if (this.readers.isError(text)) {
        add('error', `er staat een formule met een fout (${text}). Verbeter de cel, of laat de rij weg.`)
        continue
      }
      if (kind === 'text' || kind === 'code') {
        texts[key] = text
        continue
      }
      words[key] = text
      const found = this.chosen(field, text)
      const wrong = (message: string): void => {
        open[key] = { level: 'error', column: letter, message: `${label}: ${message}` }
      }
      if (!Array.isArray(found))
        wrong(`kies bij stap 4 wat "${found.unknown.slice(0, 60)}" betekent, of laat het weg.`)
      else if (found.length > 0 || kind === 'list') choices[key] = found
      else if (required) wrong(`"${text.slice(0, 60)}" laat u weg. Daarom blijft deze rij weg.`)
    }
    return { texts, counts, dates, choices, words, open }
  }

  /** True when the cell names exactly what is named already, whatever else goes by those names. */
  names(key: FieldKey, text: string, names: readonly string[]): boolean {
    const field = this.fields.find((f) => f.key === key)
    if (field === undefined) return false
    const parts = field.kind === 'list' ? this.parts(key, text) : [text]
    const keys = (list: readonly string[]): string => list.map(keyOf).sort().join('|')
    return keys(parts) === keys(names)
  }

  private parts(key: FieldKey, text: string): string[] {
    return partsOf(text, this.known.get(key) ?? new Set())
  }

  private chosen({ key, kind }: FieldDefinition, text: string): string[] | { readonly unknown: string } {
    if (kind === 'list' && isEverywhere(text)) return []
    const ids: string[] = []
    for (const part of kind === 'list' ? this.parts(key, text) : [text]) {
      const to = this.meaning.get(key)?.get(keyOf(part))
      if (to === undefined) return { unknown: part }
      if (to !== null && !ids.includes(to)) ids.push(to)
    }
    return ids
  }
}
