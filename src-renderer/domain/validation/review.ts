import { PROGRAMME_ID, type ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import { checkValue } from '../review/fields'
import type { ReviewAnswer, ReviewRound, ReviewValue, ReviewField } from '../review/model'
import { Problems } from './checks'

/** Rows in one round. */
export const MAX_REVIEW_ROWS = 100_000

/** All problems of a review round. Like a frozen plan it stands on its own: what it names needn't exist any more. */
export function validateRound(data: ProgrammeData, round: ReviewRound): DomainError[] {
  const problems = new Problems()
  problems.id(round.id, 'id')
  problems.whole(round.number, 1, 10_000, 'Het nummer van de ronde', 'number')
  problems.name(round.programmeName, 'programmeName')
  for (const field of ['referenceDate', 'startedOn', 'dueDate'] as const) problems.date(round[field], field)
  problems.dateOrNull(round.closedOn, 'closedOn')
  problems.text(round.question, 'question')
  if (round.dueDate < round.startedOn)
    problems.add(
      'date-order',
      'De dag waarop het antwoord terug moet zijn, ligt voor het begin van de ronde. Kies een latere dag.',
      'dueDate',
    )
  if (!data.programme.has(PROGRAMME_ID))
    problems.add('programme-missing', 'Het programma bestaat niet (meer).', 'programmeName')
  for (const other of data.reviewRounds.values())
    if (other.id !== round.id && other.number === round.number)
      problems.add('duplicate', `Er is al een reviewronde ${String(round.number)}.`, 'number')
  problems.unique(
    round.rows,
    (row) => row.id,
    (i) => `rows.${String(i)}.id`,
    'Twee rijen van de ronde hebben dezelfde code.',
  )
  problems.unique(
    round.rows,
    (row) => row.projectId,
    (i) => `rows.${String(i)}.projectId`,
    'Een project staat twee keer in de ronde.',
  )
  round.rows.forEach((row, i) => {
    const path = `rows.${String(i)}`
    for (const field of ['id', 'projectId', 'municipalityId', 'associationId', 'typeId'] as const)
      problems.id(row[field], `${path}.${field}`)
    for (const field of ['projectName', 'municipalityName', 'associationName', 'typeName'] as const)
      problems.name(row[field], `${path}.${field}`)
    problems.unique(
      row.cells,
      (cell) => cell.field,
      (j) => `${path}.cells.${String(j)}.field`,
      'Een cel staat twee keer in een rij.',
    )
    row.cells.forEach((cell, j) => {
      value(problems, cell.field, cell.value, `${path}.cells.${String(j)}.value`)
    })
  })
  return problems.list
}

/** All problems of an answer: its round exists, and it speaks of rows and cells that were asked. */
export function validateAnswer(data: ProgrammeData, answer: ReviewAnswer): DomainError[] {
  const problems = new Problems()
  problems.id(answer.id, 'id')
  problems.id(answer.associationId, 'associationId')
  problems.date(answer.receivedOn, 'receivedOn')
  problems.whole(answer.sequence, 1, 10_000, 'Het volgnummer van het antwoord', 'sequence')
  problems.text(answer.sender, 'sender')
  const round = data.reviewRounds.get(answer.roundId)
  if (round === undefined) {
    problems.add('round-unknown', 'De reviewronde van dit antwoord bestaat niet (meer).', 'roundId')
    return problems.list
  }
  for (const other of data.reviewAnswers.values())
    if (
      other.id !== answer.id &&
      other.roundId === answer.roundId &&
      other.associationId === answer.associationId &&
      other.sequence === answer.sequence
    )
      problems.add('duplicate', 'Dit antwoord staat er twee keer in.', 'sequence')
  const asked = new Map(
    round.rows
      .filter((row) => row.associationId === answer.associationId)
      .map((row) => [row.id, new Set(row.cells.map((cell) => cell.field))]),
  )
  const known = (rowId: string, field: ReviewField | null, path: string): void => {
    const cells = asked.get(rowId)
    if (cells === undefined || (field !== null && !cells.has(field)))
      problems.add('cell-unknown', 'Deze cel is in de ronde niet aan deze corporatie gevraagd.', path)
  }
  problems.unique(
    answer.rows,
    (row) => row.rowId,
    (i) => `rows.${String(i)}.rowId`,
    'Een rij is twee keer beantwoord.',
  )
  answer.rows.forEach((row, i) => {
    const path = `rows.${String(i)}`
    known(row.rowId, null, `${path}.rowId`)
    problems.text(row.remark, `${path}.remark`)
    problems.unique(
      row.cells,
      (cell) => cell.field,
      (j) => `${path}.cells.${String(j)}.field`,
      'Een cel is twee keer beantwoord.',
    )
    row.cells.forEach((cell, j) => {
      known(row.rowId, cell.field, `${path}.cells.${String(j)}.field`)
      value(problems, cell.field, cell.value, `${path}.cells.${String(j)}.value`)
      problems.text(cell.remark, `${path}.cells.${String(j)}.remark`)
    })
  })
  answer.decisions.forEach((decision, i) => {
    const path = `decisions.${String(i)}`
    known(decision.rowId, decision.field, `${path}.field`)
    problems.date(decision.on, `${path}.on`)
    problems.text(decision.reason, `${path}.reason`)
    value(problems, decision.field, decision.before, `${path}.before`)
    value(problems, decision.field, decision.after, `${path}.after`)
  })
  problems.unique(
    answer.decisions,
    (d) => `${d.rowId} ${d.field}`,
    (i) => `decisions.${String(i)}.field`,
    'Over een cel is twee keer besloten.',
  )
  checkQuestions(problems, answer)
  return problems.list
}

function checkQuestions(problems: Problems, answer: ReviewAnswer): void {
  answer.questions.forEach((question, i) => {
    const path = `questions.${String(i)}`
    problems.id(question.id, `${path}.id`)
    if (question.text.trim() === '') problems.add('text-missing', 'Beschrijf de vraag.', `${path}.text`)
    problems.text(question.text, `${path}.text`)
    problems.text(question.owner, `${path}.owner`)
    problems.text(question.outcome, `${path}.outcome`)
    problems.date(question.due, `${path}.due`)
    problems.dateOrNull(question.settledOn, `${path}.settledOn`)
  })
  problems.unique(
    answer.questions,
    (q) => q.id,
    (i) => `questions.${String(i)}.id`,
    'Twee vragen hebben dezelfde code.',
  )
}

function value(problems: Problems, field: ReviewField, given: ReviewValue, path: string): void {
  const checked = checkValue(field, given)
  if (!checked.ok) problems.add(checked.error.code, checked.error.message, path)
}
