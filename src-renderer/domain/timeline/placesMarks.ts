import { projectPlaces } from '../capacity/places'
import { committedOf, openPlaces } from '../capacity/statusCounts'
import type { IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'

/** What happens to places on a date: they come into use, are expected (promised or only planned), or close. */
export type MarkKind = 'available' | 'committed' | 'planned' | 'closing'

export interface PlacesMark {
  readonly date: IsoDate
  readonly kind: MarkKind
  /** 1 or more. */
  readonly places: number
  /** Places in use from that date. */
  readonly available: number
}

/** Every date on which places come, are expected or close, in order of time. */
export function placesMarks(
  data: ProgrammeData,
  project: Pick<Project, 'typeId' | 'homes' | 'support'>,
): PlacesMark[] {
  const dates = [...new Set([...project.homes, ...project.support].map((step) => step.date))].sort()
  const marks: PlacesMark[] = []
  let before = { available: 0, committed: 0, open: 0 }
  for (const date of dates) {
    const counts = projectPlaces(data, project, date)
    const now = { available: counts.available, committed: committedOf(counts), open: openPlaces(counts) }
    const come = now.available - before.available
    const mark = (kind: MarkKind, places: number): void => {
      if (places > 0) marks.push({ date, kind, places, available: now.available })
    }
    mark('available', come)
    // New places that can't be used yet: what came into use at once is already counted.
    mark(
      now.committed > before.committed ? 'committed' : 'planned',
      now.open - before.open - Math.max(0, come),
    )
    mark('closing', -come)
    before = now
  }
  return marks
}
