import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  type Decision,
  type DecisionFigure,
  type KeyFigure,
  mayDecide,
  type Settlement,
} from '@/domain/regie'

/** What stands in the dialog. */
export interface SettleDraft {
  status: Settlement['status']
  on: IsoDate | null
  mandateId: string | null
  withoutMandate: string
  reason: string
  /** Labels of proposed figures that the user left out. */
  leftOut: string[]
}

/** Begins with the mandate that is nearest to the work. */
export const freshSettle = (data: ProgrammeData, decision: Decision, today: IsoDate): SettleDraft => ({
  status: 'taken',
  on: today,
  mandateId: mayDecide(data, decision, today)[0]?.id ?? null,
  withoutMandate: '',
  reason: '',
  leftOut: [],
})

/** What was withdrawn was decided by nobody, so it has no mandate and no figures. */
export function settlementOf(
  draft: SettleDraft,
  figures: readonly KeyFigure[],
  newId: () => string,
): Settlement {
  const decided = draft.status !== 'withdrawn'
  const kept: DecisionFigure[] = figures
    .filter(({ label }) => decided && !draft.leftOut.includes(label))
    .map((figure) => ({ id: newId(), ...figure }))
  return {
    status: draft.status,
    on: draft.on ?? '',
    mandateId: decided ? draft.mandateId : null,
    withoutMandate: draft.status === 'taken' ? draft.withoutMandate : '',
    reason: draft.reason,
    figures: kept,
  }
}
