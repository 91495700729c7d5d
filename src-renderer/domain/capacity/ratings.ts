import type { ProgrammeData } from '../model/programmeData'
import type { RatingColour } from '../model/values'
import { matches, type ProjectFilter } from './places'

/** Number of projects per stoplicht; projects that ended don't count. */
export function ratingCounts(data: ProgrammeData, filter: ProjectFilter = {}): Record<RatingColour, number> {
  const counts: Record<RatingColour, number> = { green: 0, orange: 0, red: 0, grey: 0 }
  for (const project of data.projects.values())
    if (project.phase !== 'ended' && matches(data, project, filter)) counts[project.rating.colour] += 1
  return counts
}
