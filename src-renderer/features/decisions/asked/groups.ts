import { compareDutch, plural } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type Decision,
  DECISION_STATES,
  type DecisionState,
  mandateState,
  type MandateState,
} from '@/domain/regie'

export interface DecisionRow {
  readonly decision: Decision
  readonly date: IsoDate
  readonly mandate: MandateState
  /** `2 keer`, or empty. */
  readonly dissent: string
}

export interface DecisionGroup {
  readonly status: DecisionState
  readonly title: string
  readonly rows: readonly DecisionRow[]
}

const TITLES: Readonly<Record<DecisionState, string>> = {
  asked: 'Gevraagd',
  taken: 'Genomen',
  rejected: 'Afgewezen',
  withdrawn: 'Ingetrokken',
}

/** By state, the newest first; a state without decisions is left out. */
export function decisionGroups(data: ProgrammeData, today: IsoDate): DecisionGroup[] {
  const rows = [...data.decisions.values()]
    .map((decision): DecisionRow => ({
      decision,
      date: decision.settledOn ?? decision.askedOn,
      mandate: mandateState(data, decision, today),
      dissent: decision.dissent.length === 0 ? '' : plural(decision.dissent.length, 'stem', 'stemmen'),
    }))
    .sort(
      (a, b) =>
        (a.date > b.date ? -1 : a.date < b.date ? 1 : 0) || compareDutch(a.decision.name, b.decision.name),
    )
  return DECISION_STATES.map((status) => ({
    status,
    title: TITLES[status],
    rows: rows.filter(({ decision }) => decision.status === status),
  })).filter((group) => group.rows.length > 0)
}
