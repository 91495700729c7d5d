import { boardKind } from './board/boardReport'
import type { ReportKind } from './kind'
import { timelineKind } from './timeline/timelineReport'

/** All kinds of report, by the word that the command line takes. */
export const reportKinds = {
  bestuur: boardKind,
  tijdlijn: timelineKind,
} as const satisfies Record<string, ReportKind>

export type ReportKindName = keyof typeof reportKinds

export function isReportKind(name: string): name is ReportKindName {
  return Object.hasOwn(reportKinds, name)
}
