import type { CommandContext } from '../../domain/commands/context'
import {
  DryRun,
  type FoundValue,
  guessHead,
  guessSheet,
  HEAD_ROWS,
  headingsOf,
  type Mapping,
  RowSorter,
  type Sheet,
  TableCells,
  wordsInColumns,
} from '../../domain/intake'
import type { ProgrammeData } from '../../domain/model/programmeData'
import { ok, type Result } from '../../domain/result'
import { cellReaders, readWorkbook } from '../../exchange/workbook'
import type { Look, Overview, Place, Words } from './messages'

/** Columns beyond these are no part of a table that somebody made by hand. */
const MOST_COLUMNS = 200
const SAMPLES = 3
const SAMPLED_ROWS = 300
const MAX_SAMPLE = 60

/** A workbook that is open, and everything that is asked about it. Plain code: the worker and Node run the same. */
export class SheetDesk {
  private constructor(private readonly sheets: readonly Sheet[]) {}

  static async open(bytes: Uint8Array): Promise<Result<SheetDesk>> {
    const book = await readWorkbook(bytes)
    return book.ok ? ok(new SheetDesk(book.value.sheets)) : book
  }

  overview(): Overview {
    return {
      sheets: this.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
      chosen: guessSheet(this.sheets, cellReaders),
    }
  }

  /** @param head row with the heads, from 0; null to guess it */
  look(at: number, head: number | null): Look {
    const sheet = this.sheet(at)
    const row = head ?? guessHead(sheet, cellReaders)
    const cells = new TableCells(sheet, row, cellReaders)
    const headings = headingsOf(sheet, row, cellReaders).slice(0, MOST_COLUMNS)
    const below = Math.min(sheet.rows.length, row + 1 + SAMPLED_ROWS)
    return {
      head: row,
      rows: Math.max(0, sheet.rows.length - row - 1),
      columns: headings.map((heading, column) => {
        const samples: string[] = []
        for (let r = row + 1; r < below && samples.length < SAMPLES; r += 1) {
          const text = cellReaders.text(cells.at(r, column))
          if (text !== '' && !samples.includes(text)) samples.push(text.slice(0, MAX_SAMPLE))
        }
        return { heading, letter: cellReaders.columnName(column), samples }
      }),
      top: sheet.rows
        .slice(0, HEAD_ROWS)
        .map((line) => line.slice(0, 12).map((cell) => cellReaders.text(cell).slice(0, MAX_SAMPLE))),
    }
  }

  words(data: ProgrammeData, { sheet, head }: Place, mapping: Mapping): Words {
    const cells = new TableCells(this.sheet(sheet), head, cellReaders)
    const sorter = new RowSorter(cells, mapping, cellReaders)
    return wordsInColumns(cells, data, mapping, cellReaders, (row) => sorter.kindOf(row) === 'data')
  }

  dryRun(
    data: ProgrammeData,
    { sheet, head }: Place,
    mapping: Mapping,
    values: readonly FoundValue[],
    ctx: CommandContext,
  ): DryRun {
    const cells = new TableCells(this.sheet(sheet), head, cellReaders)
    return new DryRun(data, cells, mapping, values, ctx, cellReaders)
  }

  private sheet(at: number): Sheet {
    const sheet = this.sheets[at]
    if (sheet === undefined) throw new Error(`no sheet ${String(at)}`)
    return sheet
  }
}
