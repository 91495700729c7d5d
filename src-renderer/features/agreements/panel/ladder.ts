import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Agreement, holdsOn, ladderFrom, type Mandate, nextRung } from '@/domain/regie'
import { ok, type Result } from '@/domain/result'

/** A rung of the ladder as it is shown before somebody escalates. */
export interface Rung {
  readonly mandate: Mandate
  /** It was there already, it goes there now, it can go there later, or it is skipped as it doesn't hold today. */
  readonly state: 'been' | 'next' | 'above' | 'skipped'
}

/** The rungs from the lowest to the highest; refuses as `nextRung` does when there is nowhere to go. */
export function ladderOf(data: ProgrammeData, agreement: Agreement, today: IsoDate): Result<readonly Rung[]> {
  const next = nextRung(data, agreement, today)
  if (!next.ok) return next
  const been = agreement.steps.flatMap((step) =>
    step.mandateId === null ? [] : (data.mandates.get(step.mandateId) ?? []),
  )
  const above = ladderFrom(data, next.value.id) ?? []
  return ok([
    ...been.map((mandate) => ({ mandate, state: 'been' as const })),
    { mandate: next.value, state: 'next' as const },
    ...above.map((mandate) => ({
      mandate,
      state: holdsOn(mandate, today) ? ('above' as const) : ('skipped' as const),
    })),
  ])
}
