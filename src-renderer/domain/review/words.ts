import type { CellState } from './compare'
import type { AnswerKind, Verdict } from './model'

/** Dutch words of the codes of a review, for screens, history and reports. */
export const cellStateLabels: Readonly<Record<CellState, string>> = {
  unchanged: 'niets gewijzigd',
  theirs: 'zij wijzigden',
  ours: 'wij wijzigden',
  same: 'beide hetzelfde gewijzigd',
  conflict: 'botsing',
}

export const verdictLabels: Readonly<Record<Verdict, string>> = {
  accepted: 'overgenomen',
  rejected: 'afgewezen',
  asked: 'vraag geworden',
}

export const answerKindLabels: Readonly<Record<AnswerKind, string>> = {
  confirm: 'bevestigd',
  correct: 'gewijzigd',
  question: 'vraag gesteld',
}
