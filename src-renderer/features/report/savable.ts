import type { ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { validateReport } from '@/domain/validation'

/**
 * The part of what was typed that may be saved: fields with an error keep their stored value, so that a half-written
 * stoplicht never holds back a core message. Risks without a single word are left out.
 * @returns null when nothing can be saved (a new report with errors)
 */
export function savableReport(
  data: ProgrammeData,
  draft: ProgressReport,
  stored: ProgressReport | undefined,
): ProgressReport | null {
  const cleaned = {
    ...draft,
    risks: draft.risks.filter((risk) => `${risk.text}${risk.measure}${risk.owner}`.trim() !== ''),
  }
  const wrong = new Set(validateReport(data, cleaned).map((error) => error.field?.split('.')[0]))
  if (wrong.size === 0) return cleaned
  if (stored === undefined) return null
  const mixed: ProgressReport = {
    ...cleaned,
    ...(wrong.has('name') ? { name: stored.name } : {}),
    ...(wrong.has('referenceDate') ? { referenceDate: stored.referenceDate } : {}),
    ...(wrong.has('scope') ? { scope: stored.scope } : {}),
    ...(wrong.has('coreMessage') ? { coreMessage: stored.coreMessage } : {}),
    ...(wrong.has('requestedDecision') ? { requestedDecision: stored.requestedDecision } : {}),
    ...(wrong.has('rating') ? { rating: stored.rating } : {}),
    ...(wrong.has('risks') ? { risks: stored.risks } : {}),
    ...(wrong.has('outlook') ? { outlook: stored.outlook } : {}),
  }
  return validateReport(data, mixed).length === 0 ? mixed : null
}

export function sameReport(a: ProgressReport, b: ProgressReport): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
