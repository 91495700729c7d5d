import type { Id, ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'

/** The report that looks at the latest day; null when there is none. */
export function newestReport(data: ProgrammeData): Id | null {
  let newest: ProgressReport | null = null
  for (const report of data.reports.values())
    if (newest === null || report.referenceDate > newest.referenceDate) newest = report
  return newest?.id ?? null
}
