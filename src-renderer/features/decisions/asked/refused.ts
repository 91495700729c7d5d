import { compareDutch } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { checkMandate, type Decision } from '@/domain/regie'

/** Mandates for the same subject that don't cover a decision, with what is in the way. */
export function refusedMandates(
  data: ProgrammeData,
  decision: Decision,
  on: IsoDate,
): { readonly id: string; readonly why: string }[] {
  return [...data.mandates.values()]
    .filter((mandate) => mandate.subject === decision.subject)
    .sort((a, b) => compareDutch(a.name, b.name))
    .flatMap((mandate) => {
      const may = checkMandate(mandate, decision, on)
      return may.ok ? [] : [{ id: mandate.id, why: may.error.message }]
    })
}
