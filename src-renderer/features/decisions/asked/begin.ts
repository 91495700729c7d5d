import type { Id, IsoDate, ProgressReport } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Decision, Link } from '@/domain/regie'

/** The report that is being made: the one that looks at the latest day, as long as that day isn't past. */
export function reportInTheMaking(data: ProgrammeData, today: IsoDate): Id | null {
  let newest: ProgressReport | null = null
  for (const report of data.reports.values())
    if (report.referenceDate >= today && (newest === null || report.referenceDate > newest.referenceDate))
      newest = report
  return newest?.id ?? null
}

/** A decision that another screen begins, in the field where what it is about belongs. */
export function aboutIt(fresh: Decision, about: Link): Decision {
  switch (about.table) {
    case 'sessions':
      return { ...fresh, sessionId: about.id }
    case 'dilemmas':
      return { ...fresh, dilemmaIds: [about.id] }
    case 'municipalities':
      return { ...fresh, municipalityIds: [about.id] }
    case 'partners':
      return { ...fresh, askedOfId: about.id }
    case 'reports':
      return { ...fresh, level: 'board', reportId: about.id }
    default:
      return { ...fresh, links: [about] }
  }
}
