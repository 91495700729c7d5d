import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  addAgreements,
  type Agreement,
  type AssociationProgress,
  roundProgress,
  type ReviewRound,
} from '@/domain/review'

/** A round with its progress added up. */
export interface RoundLine {
  readonly round: ReviewRound
  readonly associations: readonly AssociationProgress[]
  readonly answered: number
  readonly agreement: Agreement
  readonly openCells: number
  readonly openQuestions: number
}

export function roundLine(data: ProgrammeData, round: ReviewRound): RoundLine {
  const associations = roundProgress(data, round)
  return {
    round,
    associations,
    answered: associations.filter((a) => a.answer !== null).length,
    agreement: addAgreements(associations.map((a) => a.agreement)),
    openCells: associations.reduce((n, a) => n + a.openCells, 0),
    openQuestions: associations.reduce((n, a) => n + a.openQuestions, 0),
  }
}

/** The rounds of a programme, the last first. */
export const roundLines = (data: ProgrammeData): RoundLine[] =>
  [...data.reviewRounds.values()].sort((a, b) => b.number - a.number).map((round) => roundLine(data, round))
