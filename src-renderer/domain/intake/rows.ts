import { plural } from '../labels'
import type { Mapping } from './mapping'
import { headingsOf, type CellReaders, type TableCells } from './sheet'
import { keyOf } from './words'

/** What a row below the heads is. */
export type RowKind = 'data' | 'empty' | 'total' | 'head' | 'hidden'

const TOTAL = /^(sub-?|eind-?|algemeen )?tota(al|len)\b|^som\b|^opgeteld\b/i
/** A line that stands in our own templates to show how it is done. */
const EXAMPLE = /^voorbeeld\b/i

/** Tells the rows of the table from what people put between and below them. */
export class RowSorter {
  private readonly heads: readonly string[]
  private readonly columns: readonly number[]
  readonly left = {
    total: [] as number[],
    head: [] as number[],
    hidden: [] as number[],
    example: [] as number[],
  }

  constructor(
    private readonly cells: TableCells,
    private readonly mapping: Pick<Mapping, 'columns' | 'hiddenRows'>,
    private readonly readers: CellReaders,
  ) {
    this.heads = headingsOf(cells.sheet, cells.head, readers).map(keyOf)
    this.columns = [...new Set(Object.values(mapping.columns))]
  }

  kindOf(row: number): RowKind {
    const line = this.cells.sheet.rows[row]
    if (line === undefined) return 'empty'
    if (!this.columns.some((column) => (line[column] ?? null) !== null)) return 'empty'
    const first = line.find((cell) => cell !== null && cell !== '') ?? null
    const name = this.mapping.columns.name
    const words = [first, name === undefined ? null : (line[name] ?? null)].map((cell) =>
      typeof cell === 'string' ? this.readers.text(cell) : '',
    )
    if (words.some((word) => TOTAL.test(word))) return 'total'
    const filled = this.columns.filter((column) => (line[column] ?? null) !== null)
    if (
      filled.length > 1 &&
      filled.every((column) => keyOf(this.readers.text(line[column] ?? null)) === this.heads[column])
    )
      return 'head'
    return this.cells.sheet.hiddenRows.has(row) && !this.mapping.hiddenRows ? 'hidden' : 'data'
  }

  /** The same, and keeps the rows that are left out, to tell about. True for a row to read. */
  take(row: number): boolean {
    const kind = this.kindOf(row)
    if (kind === 'total' || kind === 'head' || kind === 'hidden') this.left[kind].push(row + 1)
    if (kind !== 'data') return false
    const name = this.mapping.columns.name
    const isExample =
      name !== undefined &&
      EXAMPLE.test(this.readers.text(this.cells.at(row, name))) &&
      row === this.cells.head + 1
    if (isExample) this.left.example.push(row + 1)
    return !isExample
  }

  /** What was left out, and what was strange about the sheet as a whole, in Dutch. */
  notices(): string[] {
    const { total, head, hidden, example } = this.left
    const { sheet, mergedRows } = this.cells
    const lines: string[] = []
    const rows = (list: readonly number[]): string =>
      list.length === 1
        ? `Rij ${String(list[0])}`
        : `${plural(list.length, 'rij', 'rijen')} (${shortList(list)})`
    if (total.length > 0)
      lines.push(`${rows(total)} ${is(total)} een optelling en ${blijft(total)} weg: Palet telt zelf.`)
    if (head.length > 0)
      lines.push(`${rows(head)} ${is(head)} een herhaling van de kopjes en ${blijft(head)} weg.`)
    if (example.length > 0) lines.push(`${rows(example)} is het voorbeeld van het sjabloon en blijft weg.`)
    if (hidden.length > 0)
      lines.push(`${rows(hidden)} ${is(hidden)} verborgen in het bestand en ${blijft(hidden)} weg.`)
    else {
      const seen = [...sheet.hiddenRows].filter((row) => row > this.cells.head && this.kindOf(row) === 'data')
      if (seen.length > 0)
        lines.push(
          `${rows(seen.map((row) => row + 1))} ${is(seen)} verborgen in het bestand. Ook die ${seen.length === 1 ? 'is' : 'zijn'} gelezen.`,
        )
    }
    if (mergedRows.size > 0)
      lines.push(
        `Op het blad "${sheet.name}" zijn cellen samengevoegd. Een waarde geldt voor alle rijen die zij beslaat (${plural(mergedRows.size, 'rij', 'rijen')}).`,
      )
    return lines
  }
}

const is = (list: readonly unknown[]): string => (list.length === 1 ? 'is' : 'zijn')
const blijft = (list: readonly unknown[]): string => (list.length === 1 ? 'blijft' : 'blijven')

function shortList(list: readonly number[]): string {
  const some = list.slice(0, 6).map(String).join(', ')
  return list.length > 6 ? `${some} …` : some
}
