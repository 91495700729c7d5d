import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { Family } from '../model/values'
import { combineTracks, type MutableCounts, type StatusCounts, trackCounts } from './statusCounts'

/** Narrows figures to a part of the projects. Absent = all; a null in `associationIds` = without association. */
export interface ProjectFilter {
  readonly municipalityIds?: ReadonlySet<Id>
  readonly associationIds?: ReadonlySet<Id | null>
  readonly typeIds?: ReadonlySet<Id>
  readonly families?: ReadonlySet<Family>
}

export function matches(data: ProgrammeData, project: Project, filter: ProjectFilter): boolean {
  if (filter.municipalityIds !== undefined && !filter.municipalityIds.has(project.municipalityId))
    return false
  if (filter.associationIds !== undefined && !filter.associationIds.has(project.associationId)) return false
  if (filter.typeIds !== undefined && !filter.typeIds.has(project.typeId)) return false
  return filter.families === undefined || filter.families.has(familyOf(data, project))
}

/** Family of the project's type. A project without a known type can't exist in checked data; it counts as housing. */
export function familyOf(data: ProgrammeData, project: Pick<Project, 'typeId'>): Family {
  return data.arrangementTypes.get(project.typeId)?.family ?? 'housing'
}

export function hasSupportTrack(data: ProgrammeData, project: Pick<Project, 'typeId'>): boolean {
  return (data.arrangementTypes.get(project.typeId)?.supportBandId ?? null) !== null
}

/**
 * Places of one project per status on a date, both tracks taken together. A type without support has one track.
 * Source: indicators.md, places(date, status).
 */
export function projectPlaces(
  data: ProgrammeData,
  project: Pick<Project, 'typeId' | 'homes' | 'support'>,
  date: IsoDate,
): StatusCounts {
  const homes: MutableCounts = trackCounts(project.homes, date)
  return hasSupportTrack(data, project) ? combineTracks(homes, trackCounts(project.support, date)) : homes
}
