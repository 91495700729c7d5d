import type { IsoDate, Programme } from '../../domain/model/entities'

/** A name that sorts by date in a folder: `2026-09-30 Tijdlijn Achterhoek.pdf`. */
export function timelineFileName(programme: Pick<Programme, 'region'>, date: IsoDate): string {
  // Characters that one of the systems refuses in a file name become a space.
  const region = programme.region
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
  return `${date} Tijdlijn ${region}`.trim() + '.pdf'
}
