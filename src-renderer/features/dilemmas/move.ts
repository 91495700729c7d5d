import type { Id } from '@/domain/model/basics'
import type { Dilemma } from '@/domain/regie'
import { placeNow } from './marks'

/** A move that is being thought over: nothing changes on the line before it is kept with a reason. */
export interface Move {
  /** Of the dilemma. */
  readonly id: Id
  readonly at: number
  readonly why: string
}

/** Begins where it stands today. */
export const moveOf = (dilemma: Dilemma): Move => ({
  id: dilemma.id,
  at: placeNow(dilemma)?.at ?? 0,
  why: '',
})
