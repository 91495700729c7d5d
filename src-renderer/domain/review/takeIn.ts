import { sameContent } from '../commands/patches'
import { formatDate } from '../labels'
import type { Id, IsoDate } from '../model/entities'
import { programmeOf, type ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import type { AnswerFile, Notice } from './answerFile'
import type { ReviewAnswer, ReviewRound } from './model'
import { type ResolvedAnswer, resolveAnswer } from './resolve'
import { capitalRound } from './round'

/** An answer that fits a round of this programme, ready to be looked at and taken in. */
export interface CheckedAnswer extends ResolvedAnswer {
  readonly round: ReviewRound
  readonly associationName: string
  /** The answer of the same association that this one would come after. */
  readonly previous: ReviewAnswer | null
  /** True when `previous` was made later than this one. */
  readonly older: boolean
}

/**
 * Finds the round of an answer and says whether it may be taken in. Refuses `other-programme`, `round-unknown`,
 * `other-round` (when another one was expected), `round-closed`, `not-in-round`, `same-file`. Warns about the rest.
 */
export function checkAnswer(
  data: ProgrammeData,
  file: AnswerFile,
  expectedRoundId: Id | null = null,
): Result<CheckedAnswer> {
  const { stamp } = file
  const round = data.reviewRounds.get(stamp.roundId)
  if (round === undefined) return noRound(data, file)
  if (expectedRoundId !== null && round.id !== expectedRoundId) {
    const expected = data.reviewRounds.get(expectedRoundId)
    const other = expected === undefined ? 'een andere ronde' : `ronde ${String(expected.number)}`
    return refuse(
      'other-round',
      `Dit is een antwoord op reviewronde ${String(round.number)}, niet op ${other}. Open het bij die ronde.`,
    )
  }
  const row = round.rows.find((r) => r.associationId === stamp.associationId)
  if (row === undefined)
    return refuse(
      'not-in-round',
      `Dit antwoord komt van een corporatie die in reviewronde ${String(round.number)} niets is gevraagd.`,
    )
  const same = [...data.reviewAnswers.values()].find((a) => a.source.hash === file.source.hash)
  if (same !== undefined)
    return refuse(
      'same-file',
      `Dit bestand is al ingelezen op ${formatDate(same.receivedOn)}, als "${same.source.name}". Er is niets veranderd.`,
    )
  if (round.closedOn !== null)
    return refuse(
      'round-closed',
      `${capitalRound(round)} is afgesloten op ${formatDate(round.closedOn)}. Er kan geen antwoord meer bij.`,
    )
  const resolved = resolveAnswer(round, file)
  const previous = latestAnswer(data, round.id, stamp.associationId)
  const before = previous?.answeredAt ?? null
  const older = before !== null && file.answeredAt !== null && file.answeredAt < before
  return ok({
    ...resolved,
    round,
    associationName: row.associationName,
    previous,
    older,
    notices: [...earlierNotices(previous, older, resolved, file), ...resolved.notices],
  })
}

/** The answer as it would be kept, to compare and show before anything is taken in. */
export function draftAnswer(
  file: AnswerFile,
  { round, rows, proposed, previous }: CheckedAnswer,
  id: Id,
  receivedOn: IsoDate,
): ReviewAnswer {
  return {
    id,
    roundId: round.id,
    associationId: file.stamp.associationId,
    sequence: (previous?.sequence ?? 0) + 1,
    source: file.source,
    sender: file.sender,
    answeredAt: file.answeredAt,
    receivedOn,
    rows,
    proposed,
    decisions: [],
    questions: [],
  }
}

/** The answer that counts for an association in a round; null when there is none. */
export function latestAnswer(data: ProgrammeData, roundId: Id, associationId: Id): ReviewAnswer | null {
  let latest: ReviewAnswer | null = null
  for (const answer of data.reviewAnswers.values())
    if (
      answer.roundId === roundId &&
      answer.associationId === associationId &&
      answer.sequence > (latest?.sequence ?? 0)
    )
      latest = answer
  return latest
}

function noRound(data: ProgrammeData, { stamp }: AnswerFile): Result<never> {
  const { name } = programmeOf(data)
  if (stamp.programmeName !== name)
    return refuse(
      'other-programme',
      `Dit antwoord hoort bij het programma "${stamp.programmeName}", en dit is "${name}". Open eerst dat programma.`,
    )
  return refuse(
    'round-unknown',
    `Dit antwoord hoort bij reviewronde ${String(stamp.roundNumber)}, maar die staat niet (meer) in dit programma.`,
  )
}

function earlierNotices(
  previous: ReviewAnswer | null,
  older: boolean,
  resolved: ResolvedAnswer,
  file: AnswerFile,
): Notice[] {
  if (previous === null) return []
  const notice = (code: string, message: string): Notice => ({ code, level: 'warning', message, place: null })
  if (older)
    return [
      notice(
        'older-answer',
        `Dit antwoord is ouder dan "${previous.source.name}", dat al is ingelezen op ${formatDate(previous.receivedOn)}.`,
      ),
    ]
  if (sameContent(previous.rows, resolved.rows) && sameContent(previous.proposed, resolved.proposed))
    return [
      notice(
        'same-content',
        `In "${file.source.name}" staat hetzelfde als in "${previous.source.name}" van ${formatDate(previous.receivedOn)}.`,
      ),
    ]
  return [
    notice(
      'answered-before',
      `Deze corporatie antwoordde al met "${previous.source.name}", ingelezen op ${formatDate(previous.receivedOn)}. Vanaf nu telt dit antwoord.`,
    ),
  ]
}
