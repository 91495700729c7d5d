import { fieldLabels, formatDate, joinDutch, plural } from '@/domain/labels'
import {
  type ReviewAnswer,
  reviewFieldLabels,
  type ReviewRound,
  valueText,
  verdictLabels,
} from '@/domain/review'
import type { Writer } from './fieldText'

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`)

/** A review round as a person reads it in the history. */
export const writeRound: Writer<ReviewRound> = (record, write, { nameOf }) => {
  const label = fieldLabels.reviewRounds
  write('number', label.number, String(record.number))
  write('programmeName', label.programmeName, record.programmeName)
  write('referenceDate', label.referenceDate, formatDate(record.referenceDate))
  write('startedOn', label.startedOn, formatDate(record.startedOn))
  write('dueDate', label.dueDate, formatDate(record.dueDate))
  write('question', label.question, record.question)
  const scope = [
    ...record.scope.associationIds.map((id) => nameOf('partners', id)),
    ...record.scope.municipalityIds.map((id) => nameOf('municipalities', id)),
    ...record.scope.typeIds.map((id) => nameOf('arrangementTypes', id)),
    ...record.scope.statuses.map((status) => reviewFieldLabels[status]),
  ]
  write('scope', label.scope, scope.length === 0 ? 'hele programma' : joinDutch(scope))
  write('closedOn', label.closedOn, record.closedOn === null ? '' : formatDate(record.closedOn))
  for (const row of record.rows)
    write(
      `rows/${row.id}`,
      label.rows,
      `${row.id} ${row.projectName}, ${row.associationName}: ${row.cells.map((c) => `${reviewFieldLabels[c.field]} ${valueText(c.field, c.value)}`).join(', ')}`,
    )
}

/** An answer to one, with what was decided about it. */
export const writeAnswer: Writer<ReviewAnswer> = (record, write, { nameOf, data }) => {
  const label = fieldLabels.reviewAnswers
  const round = data.reviewRounds.get(record.roundId)
  write('roundId', label.roundId, round === undefined ? '' : `reviewronde ${String(round.number)}`)
  write('associationId', label.associationId, nameOf('partners', record.associationId))
  write('sequence', label.sequence, String(record.sequence))
  const { name, format, hash } = record.source
  write('source', label.source, `${name}, ${format}, kenmerk ${hash.slice(0, 12)}`)
  write('sender', label.sender, record.sender)
  write(
    'answeredAt',
    label.answeredAt,
    record.answeredAt === null ? '' : formatDate(record.answeredAt.slice(0, 10)),
  )
  write('receivedOn', label.receivedOn, formatDate(record.receivedOn))
  const names = new Map(round?.rows.map((row) => [row.id, row.projectName]))
  const row = (rowId: string): string => `${rowId} ${names.get(rowId) ?? ''}`.trim()
  for (const answered of record.rows) {
    const counts = (['confirm', 'correct', 'question'] as const).map(
      (kind) => answered.cells.filter((c) => c.kind === kind).length,
    )
    const [confirmed = 0, corrected = 0, asked = 0] = counts
    write(
      `rows/${answered.rowId}`,
      label.rows,
      `${row(answered.rowId)}: ${String(confirmed)} bevestigd, ${String(corrected)} gewijzigd, ${plural(asked, 'vraag', 'vragen')}${inBrackets(answered.remark)}`,
    )
  }
  record.proposed.forEach((proposed, i) => {
    write(
      `proposed/${String(i)}`,
      label.proposed,
      `${`${proposed.code} ${proposed.projectName}`.trim()}${inBrackets(proposed.remark)}`,
    )
  })
  for (const { rowId, field, verdict, reason, before, after } of record.decisions)
    write(
      `decisions/${rowId}/${field}`,
      label.decisions,
      `${row(rowId)}, ${reviewFieldLabels[field]}: ${verdictLabels[verdict]}${verdict === 'accepted' ? `, van ${valueText(field, before)} naar ${valueText(field, after)}` : ''}${inBrackets(reason)}`,
    )
  for (const question of record.questions)
    write(
      `questions/${question.id}`,
      label.questions,
      `${question.text}${inBrackets(question.owner)}, voor ${formatDate(question.due)}${question.settledOn === null ? '' : `, afgehandeld op ${formatDate(question.settledOn)}: ${question.outcome}`}`,
    )
}
