import type { Id, IsoDate } from '../../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../../domain/model/programmeData'
import {
  askedFields,
  isPlacesField,
  type ReviewField,
  type ReviewRound,
  type ReviewRow,
  rowsFor,
  valueText,
} from '../../domain/review'
import type { ReviewPaper, ReviewSheetHead, ReviewTable, SheetRow } from './model'

export function sheetHead(
  data: ProgrammeData,
  round: ReviewRound,
  associationId: Id,
  generatedOn: IsoDate,
): ReviewSheetHead {
  const { purpose, example } = programmeOf(data)
  return {
    programmeName: round.programmeName,
    purpose,
    example,
    roundNumber: round.number,
    associationName: rowsFor(round, associationId)[0]?.associationName ?? '',
    referenceDate: round.referenceDate,
    generatedOn,
  }
}

/** The frozen table of one association, as its workbook has it. */
export function reviewTable(
  data: ProgrammeData,
  round: ReviewRound,
  associationId: Id,
  options: { readonly paper: ReviewPaper; readonly generatedOn: IsoDate },
): ReviewTable {
  const rows = rowsFor(round, associationId)
  const fields = askedFields(round.scope)
  return {
    kind: 'table',
    paper: options.paper,
    head: sheetHead(data, round, associationId, options.generatedOn),
    dueDate: round.dueDate,
    question: round.question,
    fields,
    rows: rows.map((row) =>
      sheetRow(
        row,
        Object.fromEntries(row.cells.map(({ field, value }) => [field, valueText(field, value)])),
      ),
    ),
    totals: Object.fromEntries(fields.filter(isPlacesField).map((field) => [field, sumOf(rows, field)])),
  }
}

export const sheetRow = <Cell>(row: ReviewRow, cells: SheetRow<Cell>['cells']): SheetRow<Cell> => ({
  id: row.id,
  project: row.projectName,
  municipality: row.municipalityName,
  type: row.typeName,
  cells,
})

function sumOf(rows: readonly ReviewRow[], field: ReviewField): number {
  let sum = 0
  for (const row of rows) {
    const value = row.cells.find((cell) => cell.field === field)?.value
    if (typeof value === 'number') sum += value
  }
  return sum
}
