import { createHash } from 'node:crypto'
import type { Command, CommandContext } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type AnswerFile,
  closeRound,
  planValue,
  projectOf,
  decideCells,
  type FileCell,
  type FileRow,
  type ReviewField,
  type ReviewRound,
  type ReviewRow,
  type ReviewValue,
  rowsFor,
  saveQuestion,
  startRound,
  takeInAnswer,
  wholeScope,
} from '@/domain/review'

/**
 * Two review rounds: one of the third quarter that was answered by four of the five associations and closed, and one of
 * the fourth quarter that was just sent. The plan stays as it is: what was corrected had been asked with an older figure.
 */

interface Correction {
  readonly projectId: string
  readonly field: ReviewField
  /** What was asked, when the plan was different at that time. */
  readonly asked?: number
  /** What the association answered; by default what the plan says. */
  readonly said?: number
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
}

interface SampleAnswer {
  readonly associationId: string
  readonly fileName: string
  readonly sender: string
  readonly receivedOn: string
  readonly corrections: readonly Correction[]
  readonly question: { readonly projectId: string; readonly text: string; readonly outcome: string } | null
}

const OWNER = 'opgavemanager'

export const REVIEW_STARTED = '2026-10-01'
export const REVIEW_CLOSED = '2026-10-23'

const QUESTION =
  'Voorbeeld: kloppen de plekken en de datums van oplevering? Verbeter wat niet klopt en vul aan wat er mist.'

const ANSWERS: readonly SampleAnswer[] = [
  {
    associationId: 'partner-site',
    fileName: 'reviewronde-1-site ingevuld.xlsx',
    sender: 'manager wonen',
    receivedOn: '2026-10-08',
    corrections: [
      {
        projectId: 'project-doe-3',
        field: 'available',
        asked: 3,
        verdict: 'accepted',
        reason: 'Voorbeeld: in september zijn er twee kamers bij gekomen.',
      },
      {
        projectId: 'project-doe-3',
        field: 'preparing',
        asked: 5,
        verdict: 'accepted',
        reason: 'Voorbeeld: in september zijn er twee kamers bij gekomen.',
      },
    ],
    question: null,
  },
  {
    associationId: 'partner-prowonen',
    fileName: 'Reviewronde 1 ProWonen retour.xlsx',
    sender: 'beleidsadviseur wonen',
    receivedOn: '2026-10-12',
    corrections: [
      {
        projectId: 'project-ber-2',
        field: 'available',
        asked: 5,
        verdict: 'accepted',
        reason: 'Voorbeeld: een van de woningen bleek aan iemand anders verhuurd.',
      },
    ],
    question: null,
  },
  {
    associationId: 'partner-wonion',
    fileName: 'reviewronde-1-wonion.xlsx',
    sender: 'manager vastgoed',
    receivedOn: '2026-10-14',
    corrections: [
      {
        projectId: 'project-oij-1',
        field: 'available',
        said: 5,
        verdict: 'rejected',
        reason: 'Voorbeeld: voor twee van deze woningen is er nog geen begeleiding. Ze tellen nog niet mee.',
      },
    ],
    question: {
      projectId: 'project-oij-2',
      text: 'Voorbeeld: telt een woning ook mee in de maand dat er nog wordt geschilderd?',
      outcome: 'Voorbeeld: ja, zodra de sleutel is overgedragen.',
    },
  },
  {
    associationId: 'partner-woonplaats',
    fileName: 'De Woonplaats reviewronde 1.xlsx',
    sender: 'manager wonen',
    receivedOn: '2026-10-16',
    corrections: [],
    question: {
      projectId: 'project-oog-3',
      text: 'Voorbeeld: wie levert vanaf maart de begeleiding voor de laatste twee woningen?',
      outcome: '',
    },
  },
]

/** Runs commands one after the other, each on its own day. */
export function withReviews(start: ProgrammeData): ProgrammeData {
  let number = 0
  let data = start
  const run = (today: string, command: Command): void => {
    const ctx: CommandContext = { newId: () => `review-${String(++number).padStart(3, '0')}`, today }
    const result = command(data, ctx)
    if (!result.ok)
      throw new Error(`${result.error.code} ${result.error.field ?? ''}: ${result.error.message}`)
    data = applyPatches(data, result.value.patches)
  }
  run(
    REVIEW_STARTED,
    startRound({
      referenceDate: '2026-09-30',
      dueDate: '2026-10-16',
      question: QUESTION,
      scope: wholeScope,
    }),
  )
  data = withRound(data, (round) =>
    asThen(
      round,
      ANSWERS.flatMap((a) => a.corrections),
    ),
  )
  for (const answer of ANSWERS) {
    const round = newest(data)
    run(
      answer.receivedOn,
      takeInAnswer(answerFile(data, round, answer), [], { owner: OWNER, due: '2026-11-13' }),
    )
    const kept = [...data.reviewAnswers.values()].find((a) => a.associationId === answer.associationId)
    if (kept === undefined) throw new Error(`no answer of ${answer.associationId}`)
    run(
      answer.receivedOn,
      decideCells(
        kept.id,
        answer.corrections.map(({ projectId, field, verdict, reason }) => ({
          rowId: rowOf(round, projectId).id,
          field,
          verdict,
          reason,
        })),
        { owner: OWNER, due: '2026-11-13' },
      ),
    )
    const [asked] = kept.questions
    if (asked !== undefined && answer.question !== null && answer.question.outcome !== '')
      run(
        REVIEW_CLOSED,
        saveQuestion(kept.id, { ...asked, settledOn: REVIEW_CLOSED, outcome: answer.question.outcome }),
      )
  }
  run(REVIEW_CLOSED, closeRound(newest(data).id))
  run(
    '2026-11-02',
    startRound({ referenceDate: '2026-12-31', dueDate: '2026-11-27', question: QUESTION, scope: wholeScope }),
  )
  if (data.projects !== start.projects) throw new Error('A review of the sample changed its plan')
  return data
}

const newest = (data: ProgrammeData): ReviewRound => {
  const round = [...data.reviewRounds.values()].sort((a, b) => b.number - a.number)[0]
  if (round === undefined) throw new Error('no round')
  return round
}

function withRound(data: ProgrammeData, change: (round: ReviewRound) => ReviewRound): ProgrammeData {
  const before = newest(data)
  return applyPatches(data, [{ table: 'reviewRounds', id: before.id, before, after: change(before) }])
}

function rowOf(round: ReviewRound, projectId: string): ReviewRow {
  const row = round.rows.find((r) => r.projectId === projectId)
  if (row === undefined) throw new Error(`no row of ${projectId}`)
  return row
}

/** The round with the figures as they stood in the plan when it began. */
function asThen(round: ReviewRound, corrections: readonly Correction[]): ReviewRound {
  const then = new Map(corrections.map((c) => [`${c.projectId} ${c.field}`, c.asked]))
  return {
    ...round,
    rows: round.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const asked = then.get(`${row.projectId} ${cell.field}`)
        return asked === undefined ? cell : { ...cell, value: asked }
      }),
    })),
  }
}

function answerFile(
  data: ProgrammeData,
  round: ReviewRound,
  { associationId, fileName, sender, receivedOn, corrections, question }: SampleAnswer,
): AnswerFile {
  const now = (row: ReviewRow, field: ReviewField, asked: ReviewValue): ReviewValue => {
    const correction = corrections.find((c) => c.projectId === row.projectId && c.field === field)
    if (correction === undefined) return asked
    if (correction.said !== undefined) return correction.said
    const project = projectOf(data, row)
    return project === null ? asked : (planValue(data, project, field, round.referenceDate) ?? asked)
  }
  return {
    stamp: {
      roundId: round.id,
      roundNumber: round.number,
      associationId,
      programmeName: round.programmeName,
    },
    source: {
      name: fileName,
      hash: createHash('sha256').update(`voorbeeld ${fileName}`).digest('hex'),
      format: 'xlsx',
    },
    sender,
    answeredAt: `${receivedOn}T09:30:00.000Z`,
    rows: rowsFor(round, associationId).map((row): FileRow => {
      const asked = question?.projectId === row.projectId ? question.text : ''
      return {
        rowId: row.id,
        verdict: 'agreed',
        remark: asked,
        cells: row.cells.map((cell): FileCell => ({
          field: cell.field,
          kind: 'given',
          value: now(row, cell.field, cell.value),
          remark: '',
          column: null,
        })),
        locked: null,
        place: null,
      }
    }),
    proposed: [],
    notices: [],
  }
}
