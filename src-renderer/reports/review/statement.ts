import type { Id, IsoDate } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import {
  askedFields,
  type CellMoment,
  cellHistory,
  confirmationIn,
  isPlacesField,
  latestAnswer,
  openQuestions,
  planValue,
  projectOf,
  reviewFieldLabels,
  type ReviewField,
  type ReviewRound,
  type ReviewRow,
  type ReviewValue,
  rowsFor,
  valueText,
} from '../../domain/review'
import type { CapacityStatement, OpenFigure, StatedCell, StatedQuestion } from './model'
import { sheetHead, sheetRow } from './table'

/** One figure of the plan beside what was said about it in this round. */
interface Judged {
  readonly row: ReviewRow
  readonly field: ReviewField
  readonly now: ReviewValue
  readonly confirmed: boolean
  readonly moment: CellMoment | undefined
}

/**
 * What the plan says now on the reference date of the round, cell by cell, and which of it the association stands for: a
 * figure that changed after it was confirmed is no longer confirmed.
 */
export function capacityStatement(
  data: ProgrammeData,
  round: ReviewRound,
  associationId: Id,
  options: { readonly generatedOn: IsoDate },
): CapacityStatement {
  const fields = askedFields(round.scope)
  const rows = rowsFor(round, associationId).filter((row) => projectOf(data, row) !== null)
  const judged = rows.map((row) => judgedCells(data, round, row))
  const all = judged.flat()
  const answer = latestAnswer(data, round.id, associationId)
  const totals = fields.filter(isPlacesField).map((field) => [field, totalOf(all, field)] as const)
  return {
    kind: 'statement',
    head: sheetHead(data, round, associationId, options.generatedOn),
    fields,
    rows: rows.map((row, i) => sheetRow(row, statedCells(judged[i] ?? []))),
    totals: Object.fromEntries(totals),
    cells: all.length,
    confirmedCells: all.filter((cell) => cell.confirmed).length,
    answer:
      answer === null
        ? null
        : { sender: answer.sender, receivedOn: answer.receivedOn, fileName: answer.source.name },
    openFigures: all.flatMap(openFigure),
    questions: openQuestions(data, round.id, associationId).map(({ question }): StatedQuestion => ({
      about: aboutOf(rows, question.rowId, question.field),
      text: question.text,
      owner: question.owner,
      due: question.due,
    })),
  }
}

function judgedCells(data: ProgrammeData, round: ReviewRound, row: ReviewRow): Judged[] {
  const project = projectOf(data, row)
  if (project === null) return []
  return row.cells.flatMap(({ field }) => {
    const now = planValue(data, project, field, round.referenceDate)
    if (now === undefined) return []
    const moment = cellHistory(data, row.projectId, field).find((m) => m.round.id === round.id)
    const confirmation = moment === undefined ? null : confirmationIn(data, moment, row.projectId, field)
    return [{ row, field, now, confirmed: confirmation?.current === true, moment }]
  })
}

const statedCells = (cells: readonly Judged[]): Partial<Record<ReviewField, StatedCell>> =>
  Object.fromEntries(
    cells.map(({ field, now, confirmed }) => [field, { text: valueText(field, now), confirmed }]),
  )

function totalOf(cells: readonly Judged[], field: ReviewField): { all: number; confirmed: number } {
  const total = { all: 0, confirmed: 0 }
  for (const cell of cells) {
    if (cell.field !== field || typeof cell.now !== 'number') continue
    total.all += cell.now
    if (cell.confirmed) total.confirmed += cell.now
  }
  return total
}

/** Why a figure about which something was said isn't confirmed. What nobody answered needs no line of its own. */
function openFigure({ row, field, now, confirmed, moment }: Judged): OpenFigure[] {
  const answer = moment?.answer ?? null
  if (confirmed || answer === null) return []
  const said = valueText(field, answer.value)
  const plan = valueText(field, now)
  const line = (text: string): OpenFigure[] => [{ project: row.projectName, field, text }]
  if (answer.kind === 'question') return line(`vraag gesteld; in het plan staat ${plan}`)
  if (answer.value === now) return line(`opgave ${said}, gelijk aan het plan, nog niet vastgelegd`)
  if (answer.kind === 'confirm')
    return line(`bevestigd was ${said}; het plan is sindsdien gewijzigd in ${plan}`)
  const verdict = moment?.decision?.verdict
  if (verdict === 'accepted')
    return line(`overgenomen was ${said}; het plan is sindsdien gewijzigd in ${plan}`)
  if (verdict === 'rejected') return line(`opgave ${said} is niet overgenomen; in het plan staat ${plan}`)
  return line(`opgave ${said}; in het plan staat ${plan}; hierover is nog niet besloten`)
}

function aboutOf(rows: readonly ReviewRow[], rowId: Id | null, field: ReviewField | null): string {
  const row = rows.find(({ id }) => id === rowId)
  if (row === undefined) return 'de tabel als geheel'
  return field === null ? row.projectName : `${row.projectName}, ${reviewFieldLabels[field]}`
}
