import type { ProgressReport } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'

/** A name that sorts by date in a folder: `2026-09-30 Voortgangsrapportage Achterhoek.pdf`. */
export function reportFileName(data: ProgrammeData, report: ProgressReport): string {
  // Characters that one of the systems refuses in a file name become a space.
  const region = programmeOf(data)
    .region.replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
  return `${report.referenceDate} Voortgangsrapportage ${region}`.trim() + '.pdf'
}
