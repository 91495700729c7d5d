import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Check,
  CircleCheck,
  CircleHelp,
  CircleX,
  Equal,
  Minus,
  Zap,
} from '@lucide/vue'
import type { Component } from 'vue'
import {
  type CellState,
  cellStateLabels,
  type ComparedCell,
  type Verdict,
  verdictLabels,
} from '@/domain/review'

export type Tone = 'quiet' | 'accent' | 'green' | 'orange' | 'red'

/** How a state or a decision looks: a word and a symbol, and a colour as well. */
export interface Face {
  readonly text: string
  readonly icon: Component
  readonly tone: Tone
}

const states: Readonly<Record<CellState, Omit<Face, 'text'>>> = {
  unchanged: { icon: Check, tone: 'quiet' },
  theirs: { icon: ArrowDownToLine, tone: 'accent' },
  ours: { icon: ArrowUpFromLine, tone: 'orange' },
  same: { icon: Equal, tone: 'green' },
  conflict: { icon: Zap, tone: 'red' },
}

export function stateFace({ state, answer }: ComparedCell): Face {
  if (answer === null)
    return {
      text: state === 'ours' ? 'niet beantwoord, wij wijzigden' : 'niet beantwoord',
      icon: Minus,
      tone: 'quiet',
    }
  if (answer.kind === 'question') return { text: 'vraag gesteld', icon: CircleHelp, tone: 'orange' }
  return { text: cellStateLabels[state], ...states[state] }
}

const verdicts: Readonly<Record<Verdict, Omit<Face, 'text'>>> = {
  accepted: { icon: CircleCheck, tone: 'green' },
  rejected: { icon: CircleX, tone: 'red' },
  asked: { icon: CircleHelp, tone: 'orange' },
}

const planned: Readonly<Record<Verdict, string>> = {
  accepted: 'overnemen',
  rejected: 'weigeren',
  asked: 'vraag maken',
}
/** @param carriedOut false while it only stands on the screen */
export function verdictFace(verdict: Verdict, carriedOut: boolean): Face {
  return { text: (carriedOut ? verdictLabels : planned)[verdict], ...verdicts[verdict] }
}
