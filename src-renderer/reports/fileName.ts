import type { IsoDate, ProgressReport } from '../domain/model/entities'
import { type ProgrammeData, programmeOf } from '../domain/model/programmeData'

/** A name that sorts by date in a folder: `2026-09-30 Voortgangsrapportage Achterhoek.pdf`. */
export function reportFileName(data: ProgrammeData, report: ProgressReport): string {
  return datedFileName(report.referenceDate, `Voortgangsrapportage ${inFileName(programmeOf(data).region)}`)
}

/** Words as they can stand in a file name: characters that one of the systems refuses become a space. */
export const inFileName = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)

export const datedFileName = (date: IsoDate, words: string): string => `${date} ${words}`.trim() + '.pdf'
