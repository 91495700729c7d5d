import type { IsoDate, ProgressReport } from '../domain/model/entities'
import type { ProgrammeData } from '../domain/model/programmeData'

/**
 * The words to print on a date: of the report with that reference date, else of the nearest earlier one, else none.
 * Its reference date becomes the date asked for, since all figures are those of that date.
 */
export function chooseReport(data: ProgrammeData, date: IsoDate): ProgressReport {
  let best: ProgressReport | undefined
  for (const report of data.reports.values())
    if (report.referenceDate <= date && (best === undefined || report.referenceDate >= best.referenceDate))
      best = report
  return best === undefined ? wordless(date) : { ...best, referenceDate: date }
}

function wordless(date: IsoDate): ProgressReport {
  return {
    id: 'wordless',
    name: 'Voortgangsrapportage',
    referenceDate: date,
    scope: [],
    coreMessage: '',
    requestedDecision: '',
    rating: { colour: 'grey', cause: '', consequence: '', adjustment: '' },
    risks: [],
    outlook: '',
  }
}
