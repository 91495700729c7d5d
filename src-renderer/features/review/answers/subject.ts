import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  checkAnswer,
  compareAnswer,
  draftAnswer,
  latestAnswer,
  type Notice,
  type ReviewAnswer,
} from '@/domain/review'
import type { PendingAnswer } from '@/state/answers'
import type { Compared } from './decisions'

/** The answer on the screen: one that waits to be taken in, or one that was. */
export interface Subject extends Compared {
  /** Tells two answers apart. */
  readonly key: string
  readonly associationName: string
  readonly notices: readonly Notice[]
  readonly pending: PendingAnswer | null
  /** It comes after a later answer that is there already. */
  readonly older: boolean
  /** The answer that counts instead of this one. */
  readonly overtakenBy: ReviewAnswer | null
  readonly closed: boolean
}

/** Why there is nothing to compare, in words. */
export interface Missing {
  readonly title: string
  readonly text: string
}

export function pendingSubject(
  data: ProgrammeData,
  pending: PendingAnswer | null,
  today: IsoDate,
): Subject | Missing {
  if (pending === null)
    return {
      title: 'Er is geen antwoord gekozen',
      text: 'Kies het bestand dat een corporatie terugstuurde, of sleep het op dit venster.',
    }
  const checked = checkAnswer(data, pending.file)
  if (!checked.ok)
    return { title: `"${pending.file.source.name}" is niet in te lezen`, text: checked.error.message }
  const { round, notices, older, associationName } = checked.value
  const answer = draftAnswer(pending.file, checked.value, 'inlezen', today)
  return {
    key: pending.file.source.hash,
    data,
    round,
    answer,
    rows: compareAnswer(data, round, answer),
    associationName,
    notices,
    pending,
    older,
    overtakenBy: null,
    closed: false,
  }
}

export function keptSubject(data: ProgrammeData, answerId: Id): Subject | Missing {
  const answer = data.reviewAnswers.get(answerId)
  const round = answer === undefined ? undefined : data.reviewRounds.get(answer.roundId)
  if (answer === undefined || round === undefined)
    return {
      title: 'Dit antwoord is er niet meer',
      text: 'Het inlezen is ongedaan gemaakt, of de reviewronde is verwijderd.',
    }
  const latest = latestAnswer(data, round.id, answer.associationId)
  return {
    key: answer.id,
    data,
    round,
    answer,
    rows: compareAnswer(data, round, answer),
    associationName: round.rows.find((r) => r.associationId === answer.associationId)?.associationName ?? '',
    notices: [],
    pending: null,
    older: false,
    overtakenBy: latest === null || latest.id === answer.id ? null : latest,
    closed: round.closedOn !== null,
  }
}

export const isSubject = (of: Subject | Missing): of is Subject => 'answer' in of
