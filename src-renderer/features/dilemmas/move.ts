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

const begun = new WeakMap<Dilemma, Move>()

/** Begins where it stands today. The same one for the same dilemma: a form compares what it began with. */
export function moveOf(dilemma: Dilemma): Move {
  const move = begun.get(dilemma) ?? { id: dilemma.id, at: placeNow(dilemma)?.at ?? 0, why: '' }
  begun.set(dilemma, move)
  return move
}
