import type { Command, CommandContext } from '../commands/context'
import { put } from '../commands/patches'
import { firstProblem, gone, NO_CHANGE } from '../commands/save'
import type { Patch } from '../history/patch'
import { formatDate, joinDutch, plural } from '../labels'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { validateAnswer } from '../validation/review'
import type { AnswerFile } from './answerFile'
import { withAccepted } from './apply'
import { type ComparedCell, type ComparedRow, compareAnswer, decisionKey } from './compare'
import { reviewFieldLabels, valueText } from './fields'
import type {
  CellDecision,
  ReviewAnswer,
  ReviewField,
  ReviewQuestion,
  ReviewRound,
  ReviewValue,
  Verdict,
} from './model'
import { capitalRound, roundLabel } from './round'
import { checkAnswer, draftAnswer } from './takeIn'

export interface DecisionInput {
  readonly rowId: Id
  readonly field: ReviewField
  readonly verdict: Verdict
  /** Obliged when an answer is rejected. */
  readonly reason: string
}

/** Who settles the questions that come out of an answer, and when. */
export interface QuestionDefaults {
  readonly owner: string
  readonly due: IsoDate
}

/**
 * Keeps an answer and carries out what was decided about it, as one change. Its remarks become questions. Refuses as
 * `checkAnswer` and `decideCells` do, and `older-answer` unless that is wanted.
 */
export function takeInAnswer(
  file: AnswerFile,
  decisions: readonly DecisionInput[],
  ask: QuestionDefaults,
  options: { readonly evenIfOlder?: boolean; readonly expectedRoundId?: Id } = {},
): Command {
  return (data, ctx) => {
    const checked = checkAnswer(data, file, options.expectedRoundId ?? null)
    if (!checked.ok) return checked
    const { round, older, associationName } = checked.value
    if (older && options.evenIfOlder !== true)
      return refuse(
        'older-answer',
        `Dit antwoord van ${associationName} is ouder dan het antwoord dat er al is. Lees het alleen in als dat de bedoeling is.`,
      )
    const answer = draftAnswer(file, checked.value, ctx.newId(), ctx.today)
    const kept = { ...answer, questions: remarkQuestions(round, answer, ask, ctx) }
    const decided = withDecisions(data, round, kept, decisions, ask, ctx)
    if (!decided.ok) return decided
    const problem = firstProblem(validateAnswer(data, decided.value.answer))
    if (problem !== null) return problem
    const { name, hash } = file.source
    return ok({
      patches: [...put(data, 'reviewAnswers', decided.value.answer), ...decided.value.patches],
      summary: `antwoord van ${associationName} op ${roundLabel(round)} ingelezen (bestand "${name}", kenmerk ${hash.slice(0, 12)}, ontvangen ${formatDate(ctx.today)}${file.sender === '' ? '' : `, van ${file.sender}`}): ${tally(decided.value.answer)}`,
    })
  }
}

/** Decides about cells of an answer that was taken in. A later decision about a cell replaces the one before. */
export function decideCells(
  answerId: Id,
  decisions: readonly DecisionInput[],
  ask: QuestionDefaults,
): Command {
  return (data, ctx) => {
    const answer = data.reviewAnswers.get(answerId)
    const round = answer === undefined ? undefined : data.reviewRounds.get(answer.roundId)
    if (answer === undefined || round === undefined) return gone('Dit antwoord')
    if (round.closedOn !== null)
      return refuse(
        'round-closed',
        `${capitalRound(round)} is afgesloten op ${formatDate(round.closedOn)}. Er valt niets meer te beslissen.`,
      )
    const decided = withDecisions(data, round, answer, decisions, ask, ctx)
    if (!decided.ok) return decided
    const problem = firstProblem(validateAnswer(data, decided.value.answer))
    if (problem !== null) return problem
    const patches = [...put(data, 'reviewAnswers', decided.value.answer), ...decided.value.patches]
    if (patches.length === 0) return ok(NO_CHANGE)
    const name = round.rows.find((r) => r.associationId === answer.associationId)?.associationName ?? ''
    return ok({
      patches,
      summary: `besluiten over het antwoord van ${name} op ${roundLabel(round)}: ${tally({ ...decided.value.answer, decisions: decided.value.made })}`,
    })
  }
}

/** What was decided, in words. */
function tally(answer: Pick<ReviewAnswer, 'decisions' | 'questions'>): string {
  const count = (verdict: Verdict): number => answer.decisions.filter((d) => d.verdict === verdict).length
  const open = answer.questions.filter((q) => q.settledOn === null).length
  return joinDutch([
    plural(count('accepted'), 'wijziging overgenomen', 'wijzigingen overgenomen'),
    `${String(count('rejected'))} afgewezen`,
    plural(open, 'open vraag', 'open vragen'),
  ])
}

interface Decided {
  readonly answer: ReviewAnswer
  readonly made: readonly CellDecision[]
  readonly patches: readonly Patch[]
}

function withDecisions(
  data: ProgrammeData,
  round: ReviewRound,
  answer: ReviewAnswer,
  inputs: readonly DecisionInput[],
  ask: QuestionDefaults,
  ctx: CommandContext,
): Result<Decided> {
  const rows = new Map(compareAnswer(data, round, answer).map((row) => [row.row.id, row]))
  const made = new Map<string, CellDecision>()
  const questions: ReviewQuestion[] = []
  const accepted = new Map<Id, Map<ReviewField, ReviewValue>>()
  for (const input of inputs) {
    const row = rows.get(input.rowId)
    const cell = row?.cells.find((c) => c.field === input.field)
    const answered = cell?.answer ?? null
    if (row === undefined || cell === undefined || answered === null)
      return refuse('cell-unknown', 'Over deze cel is in dit antwoord niets gezegd.', input.rowId)
    if (input.verdict === 'rejected' && input.reason.trim() === '')
      return refuse(
        'reason-missing',
        `Schrijf erbij waarom de opgave voor "${reviewFieldLabels[cell.field]}" van "${row.row.projectName}" niet wordt overgenomen.`,
        decisionKey(input.rowId, input.field),
      )
    const verdict = carriedOut(input.verdict, cell)
    if (verdict === 'accepted') {
      const cells = accepted.get(input.rowId) ?? new Map<ReviewField, ReviewValue>()
      accepted.set(input.rowId, cells.set(cell.field, answered.value))
    }
    if (verdict === 'asked' && !isAsked(answer, input))
      questions.push(cellQuestion(row, cell, input.reason, ask, ctx))
    made.set(decisionKey(input.rowId, input.field), {
      rowId: input.rowId,
      field: input.field,
      verdict,
      reason: input.reason.trim(),
      on: ctx.today,
      before: cell.now,
      after: verdict === 'accepted' ? answered.value : cell.now,
    })
  }
  const patches = projectPatches(data, round, rows, accepted, ctx)
  if (!patches.ok) return patches
  const kept = answer.decisions.filter((d) => !made.has(decisionKey(d.rowId, d.field)))
  return ok({
    answer: {
      ...answer,
      decisions: [...kept, ...made.values()],
      questions: [...answer.questions, ...questions],
    },
    made: [...made.values()],
    patches: patches.value,
  })
}

/** What can't be put in the plan, and what was a question, is asked. */
function carriedOut(wanted: Verdict, cell: ComparedCell): Verdict {
  if (wanted === 'rejected') return 'rejected'
  return wanted === 'asked' || cell.answer?.kind === 'question' || !cell.applies ? 'asked' : 'accepted'
}

const isAsked = (answer: ReviewAnswer, { rowId, field }: DecisionInput): boolean =>
  answer.questions.some((q) => q.rowId === rowId && q.field === field && q.settledOn === null)

function projectPatches(
  data: ProgrammeData,
  round: ReviewRound,
  rows: ReadonlyMap<Id, ComparedRow>,
  accepted: ReadonlyMap<Id, ReadonlyMap<ReviewField, ReviewValue>>,
  ctx: CommandContext,
): Result<Patch[]> {
  const patches: Patch[] = []
  for (const [rowId, cells] of accepted) {
    const row = rows.get(rowId)
    const project: Project | null = row?.project ?? null
    if (row === undefined || project === null) return gone('Het project van deze rij')
    const note = `${capitalRound(round)}, opgave van ${row.row.associationName}`
    const next = withAccepted(data, project, round.referenceDate, cells, () => ctx.newId(), note)
    if (!next.ok)
      return refuse(
        next.error.code,
        `De opgave voor "${project.name}" kan niet worden overgenomen. ${next.error.message}`,
        `${rowId}${next.error.field === undefined ? '' : ` ${next.error.field}`}`,
      )
    patches.push(...put(data, 'projects', next.value))
  }
  return ok(patches)
}

/** Every remark in an answer, and every row that isn't in the round, is something to settle. */
function remarkQuestions(
  round: ReviewRound,
  answer: ReviewAnswer,
  ask: QuestionDefaults,
  ctx: CommandContext,
): ReviewQuestion[] {
  const names = new Map(round.rows.map((row) => [row.id, row.projectName]))
  const question = (rowId: Id | null, field: ReviewField | null, text: string): ReviewQuestion => ({
    id: ctx.newId(),
    rowId,
    field,
    text: text.slice(0, 10_000),
    owner: ask.owner,
    due: ask.due,
    settledOn: null,
    outcome: '',
  })
  const found: ReviewQuestion[] = []
  for (const row of answer.rows) {
    if (row.remark !== '') found.push(question(row.rowId, null, row.remark))
    for (const cell of row.cells)
      if (cell.remark !== '' || cell.kind === 'question')
        found.push(
          question(
            row.rowId,
            cell.field,
            cell.remark === ''
              ? `Vraag over "${reviewFieldLabels[cell.field]}" van "${names.get(row.rowId) ?? ''}", zonder toelichting.`
              : cell.remark,
          ),
        )
  }
  for (const row of answer.proposed)
    found.push(
      question(
        null,
        null,
        `${row.code === '' ? 'Nieuwe rij' : `Vreemde rij ${row.code}`}: ${[row.projectName, row.typeName, row.municipalityName].filter((t) => t !== '').join(', ')}${row.values.map((v) => `; ${reviewFieldLabels[v.field]} ${valueText(v.field, v.value)}`).join('')}${row.remark === '' ? '' : `. ${row.remark}`}`,
      ),
    )
  return found
}

function cellQuestion(
  { row }: ComparedRow,
  cell: ComparedCell,
  reason: string,
  ask: QuestionDefaults,
  ctx: CommandContext,
): ReviewQuestion {
  const said = cell.answer === null ? '' : valueText(cell.field, cell.answer.value)
  const why = reason.trim() === '' ? '' : ` ${reason.trim()}`
  return {
    id: ctx.newId(),
    rowId: row.id,
    field: cell.field,
    text: `"${row.projectName}", ${reviewFieldLabels[cell.field]}: volgens ${row.associationName} ${said}, volgens het plan ${valueText(cell.field, cell.now)}.${why}`,
    owner: ask.owner,
    due: ask.due,
    settledOn: null,
    outcome: '',
  }
}

/** Changes a question of an answer: another owner or date, or what came of it. Refuses what `validateAnswer` finds. */
export function saveQuestion(answerId: Id, question: ReviewQuestion): Command {
  return (data) => {
    const answer = data.reviewAnswers.get(answerId)
    if (answer?.questions.some((q) => q.id === question.id) !== true) return gone('Deze vraag')
    const next = {
      ...answer,
      questions: answer.questions.map((q) => (q.id === question.id ? question : q)),
    }
    const problem = firstProblem(validateAnswer(data, next))
    if (problem !== null) return problem
    const patches = put(data, 'reviewAnswers', next)
    return ok(
      patches.length === 0
        ? NO_CHANGE
        : {
            patches,
            summary: `vraag uit een reviewronde ${question.settledOn === null ? 'gewijzigd' : 'afgehandeld'}`,
          },
    )
  }
}
