import { formatDate, formatPercent, joinDutch, plural } from '../labels'
import type { Id, IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { compareAnswer, projectOf } from './compare'
import { planValue } from './fields'
import type { AnsweredCell, CellDecision, ReviewAnswer, ReviewField, ReviewRound, ReviewValue } from './model'
import { askedAssociations, rowsFor } from './round'
import { latestAnswer } from './takeIn'

/** Cells by what was said about them. */
export interface Agreement {
  readonly confirmed: number
  readonly corrected: number
  readonly asked: number
}

export interface AssociationProgress {
  readonly associationId: Id
  readonly name: string
  /** Rows that were asked, and how many of those were answered. */
  readonly rows: number
  readonly answeredRows: number
  readonly answer: ReviewAnswer | null
  readonly agreement: Agreement
  /** Differences that somebody still has to decide about. */
  readonly openCells: number
  readonly openQuestions: number
}

/** Who answered and how, association by association. */
export function roundProgress(data: ProgrammeData, round: ReviewRound): AssociationProgress[] {
  return askedAssociations(round).map(({ id, name }) => {
    const answer = latestAnswer(data, round.id, id)
    const rows = rowsFor(round, id).length
    const cells = answer?.rows.flatMap((row) => row.cells) ?? []
    return {
      associationId: id,
      name,
      rows,
      answeredRows: answer?.rows.length ?? 0,
      answer,
      agreement: agreementOf(cells),
      openCells:
        answer === null
          ? 0
          : compareAnswer(data, round, answer).reduce((n, r) => n + r.cells.filter((c) => c.open).length, 0),
      openQuestions: openQuestions(data, round.id, id).length,
    }
  })
}

export function agreementOf(cells: readonly AnsweredCell[]): Agreement {
  const count = (kind: AnsweredCell['kind']): number => cells.filter((cell) => cell.kind === kind).length
  return { confirmed: count('confirm'), corrected: count('correct'), asked: count('question') }
}

export function addAgreements(parts: readonly Agreement[]): Agreement {
  return parts.reduce<Agreement>(
    (sum, part) => ({
      confirmed: sum.confirmed + part.confirmed,
      corrected: sum.corrected + part.corrected,
      asked: sum.asked + part.asked,
    }),
    { confirmed: 0, corrected: 0, asked: 0 },
  )
}

/** Confirmed ÷ answered cells; null when nothing was answered. */
export function agreementRate({ confirmed, corrected, asked }: Agreement): number | null {
  const answered = confirmed + corrected + asked
  return answered === 0 ? null : confirmed / answered
}

export const agreementText = (agreement: Agreement): string => {
  const rate = agreementRate(agreement)
  return rate === null ? 'nog geen antwoord' : formatPercent(rate)
}

export interface OpenReviewQuestion {
  readonly answer: ReviewAnswer
  readonly question: ReviewAnswer['questions'][number]
}

/** Questions of a round that aren't settled, also those of an earlier answer of the same association. */
export function openQuestions(data: ProgrammeData, roundId: Id, associationId?: Id): OpenReviewQuestion[] {
  const found: OpenReviewQuestion[] = []
  for (const answer of data.reviewAnswers.values()) {
    if (answer.roundId !== roundId) continue
    if (associationId !== undefined && answer.associationId !== associationId) continue
    for (const question of answer.questions) if (question.settledOn === null) found.push({ answer, question })
  }
  return found.sort((a, b) =>
    a.question.due < b.question.due ? -1 : a.question.due > b.question.due ? 1 : 0,
  )
}

/** A text to copy into a message to those who didn't answer; empty when all did. */
export function reminderText(data: ProgrammeData, round: ReviewRound, today: IsoDate): string {
  const silent = roundProgress(data, round).filter((p) => p.answer === null)
  if (silent.length === 0) return ''
  const late = round.dueDate < today
  const when = late
    ? `Wij vroegen om een antwoord voor of op ${formatDate(round.dueDate)}. Dat hebben wij nog niet ontvangen.`
    : `Graag ontvangen wij uw antwoord voor of op ${formatDate(round.dueDate)}.`
  return [
    `Aan: ${joinDutch(silent.map((p) => p.name))}`,
    `Onderwerp: herinnering reviewronde ${String(round.number)} van ${round.programmeName}`,
    '',
    `U ontving van ons een tabel met de capaciteit op ${formatDate(round.referenceDate)}. ${when}`,
    '',
    ...(round.question === '' ? [] : [`Onze vraag: ${round.question}`, '']),
    'Kloppen de aantallen? Kies dan bij die rijen "klopt". Klopt iets niet? Verbeter het getal, of stel een vraag in de laatste kolom. Stuur daarna het bestand terug. U hoeft niets te installeren.',
    '',
    `Het gaat om ${joinDutch(silent.map((p) => `${plural(p.rows, 'rij', 'rijen')} van ${p.name}`))}.`,
  ].join('\n')
}

/** What was asked, said and decided about one cell, round by round, the last first. */
export interface CellMoment {
  readonly round: ReviewRound
  readonly asked: ReviewValue
  readonly answer: AnsweredCell | null
  readonly by: string
  readonly receivedOn: IsoDate | null
  readonly decision: CellDecision | null
}

export function cellHistory(data: ProgrammeData, projectId: Id, field: ReviewField): CellMoment[] {
  const moments: CellMoment[] = []
  for (const round of [...data.reviewRounds.values()].sort((a, b) => b.number - a.number)) {
    const row = round.rows.find((r) => r.projectId === projectId)
    const asked = row?.cells.find((c) => c.field === field)
    if (row === undefined || asked === undefined) continue
    const answer = latestAnswer(data, round.id, row.associationId)
    moments.push({
      round,
      asked: asked.value,
      answer: answer?.rows.find((r) => r.rowId === row.id)?.cells.find((c) => c.field === field) ?? null,
      by: row.associationName,
      receivedOn: answer?.receivedOn ?? null,
      decision: answer?.decisions.find((d) => d.rowId === row.id && d.field === field) ?? null,
    })
  }
  return moments
}

/** Who stood for a figure, when and in which round. */
export interface Confirmation {
  readonly by: string
  readonly on: IsoDate
  readonly roundId: Id
  readonly roundNumber: number
  readonly referenceDate: IsoDate
  readonly value: ReviewValue
  /** False when the plan says something else by now about that same reference date. */
  readonly current: boolean
}

/**
 * The last word of an association about a cell, when it stands for what the plan took: confirmed as asked, or corrected
 * and taken over. A question, or a correction that was rejected or is still open, takes an earlier confirmation away.
 */
export function confirmationOf(data: ProgrammeData, projectId: Id, field: ReviewField): Confirmation | null {
  const last = cellHistory(data, projectId, field).find((moment) => moment.answer !== null)
  return last === undefined ? null : confirmationIn(data, last, projectId, field)
}

/** The same for one moment of the history of a cell, whatever was said before or after it. */
export function confirmationIn(
  data: ProgrammeData,
  moment: CellMoment,
  projectId: Id,
  field: ReviewField,
): Confirmation | null {
  const { answer, round, decision, receivedOn } = moment
  if (answer === null || receivedOn === null) return null
  if (answer.kind === 'question') return null
  if (answer.kind === 'correct' && decision?.verdict !== 'accepted') return null
  const row = round.rows.find((r) => r.projectId === projectId)
  const project = row === undefined ? null : projectOf(data, row)
  const now = project === null ? undefined : planValue(data, project, field, round.referenceDate)
  return {
    by: moment.by,
    on: receivedOn,
    roundId: round.id,
    roundNumber: round.number,
    referenceDate: round.referenceDate,
    value: answer.value,
    current: now === answer.value,
  }
}
