import type { CommandContext } from '@/domain/commands'
import {
  DryRun,
  type FoundValue,
  foundValues,
  guessColumns,
  guessHead,
  guessSubject,
  headingsOf,
  type Mapping,
  type RowOutcome,
  RowSorter,
  type Sheet,
  TableCells,
  wordsInColumns,
} from '@/domain/intake'
import type { Cell } from '@/domain/intake'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { cellReaders } from '@/exchange/workbook'

let ids = 0
export const context = (): CommandContext => ({
  newId: () => `in-${String((ids += 1))}`,
  today: '2026-11-02',
})

export const sheetOf = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Blad1',
  hidden: false,
  rows,
  hiddenRows: new Set(),
  formulas: new Set(),
  merged: [],
  ...more,
})

export interface Tried {
  readonly head: number
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly values: readonly FoundValue[]
  readonly outcomes: readonly RowOutcome[]
  readonly notices: readonly string[]
  row(number: number): RowOutcome
}

/** Everything that the screen does without being asked, with what a person would choose on top. */
export function tried(data: ProgrammeData, sheet: Sheet, chosen: Partial<Mapping> = {}): Tried {
  const head = guessHead(sheet, cellReaders)
  const headings = headingsOf(sheet, head, cellReaders)
  const subject = chosen.subject ?? guessSubject(headings)
  const mapping: Mapping = {
    subject,
    columns: guessColumns(subject, headings),
    fixed: {},
    values: {},
    hiddenRows: true,
    ...chosen,
  }
  const cells = new TableCells(sheet, head, cellReaders)
  const sorter = new RowSorter(cells, mapping, cellReaders)
  const isRow = (row: number): boolean => sorter.kindOf(row) === 'data'
  const values = foundValues(data, mapping, wordsInColumns(cells, data, mapping, cellReaders, isRow))
  const run = new DryRun(data, cells, mapping, values, context(), cellReaders)
  const outcomes: RowOutcome[] = []
  while (!run.done) outcomes.push(...run.advance(7))
  return {
    head,
    headings,
    mapping,
    values,
    outcomes,
    notices: run.notices(),
    row: (number) => {
      const found = outcomes.find((o) => o.row === number)
      if (found === undefined) throw new Error(`no row ${String(number)}`)
      return found
    },
  }
}
