import type { Id, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { Lesson, RoleMix } from './model'

export interface Learned {
  readonly lesson: Lesson
  /** Higher is nearer to the project. */
  readonly score: number
  /** In Dutch, why this lesson is shown: `zelfde arrangementtype`. */
  readonly why: readonly string[]
}

type LikeProject = Pick<Project, 'typeId' | 'municipalityId' | 'associationId' | 'supportProviderId'> & {
  /** Absent for a project that is only planned. */
  readonly id?: Id
}

/**
 * Eerder geleerd: the lessons of like projects, the nearest first. A lesson of the project itself counts, one that only
 * shares a municipality does too, and one that shares nothing isn't shown.
 */
export function learnedBefore(data: ProgrammeData, project: LikeProject): Learned[] {
  const found: Learned[] = []
  for (const lesson of data.lessons.values()) {
    const reasons = nearness(data, lesson, project)
    const score = reasons.reduce((sum, [points]) => sum + points, 0)
    if (score > 0) found.push({ lesson, score, why: reasons.map(([, why]) => why) })
  }
  return found.sort(
    (a, b) =>
      b.score - a.score ||
      (a.lesson.on > b.lesson.on ? -1 : a.lesson.on < b.lesson.on ? 1 : a.lesson.id < b.lesson.id ? -1 : 1),
  )
}

function nearness(data: ProgrammeData, lesson: Lesson, project: LikeProject): (readonly [number, string])[] {
  const reasons: (readonly [number, string])[] = []
  const linked = (table: string): Id[] => lesson.links.filter((l) => l.table === table).map((l) => l.id)
  const projects = linked('projects').flatMap((id) => data.projects.get(id) ?? [])
  if (project.id !== undefined && projects.some((p) => p.id === project.id))
    reasons.push([10, 'van dit project'])
  const types = new Set([...lesson.typeIds, ...linked('arrangementTypes'), ...projects.map((p) => p.typeId)])
  if (types.has(project.typeId)) reasons.push([8, 'zelfde arrangementtype'])
  else {
    const family = data.arrangementTypes.get(project.typeId)?.family
    if (family !== undefined && [...types].some((id) => data.arrangementTypes.get(id)?.family === family))
      reasons.push([2, 'zelfde soort arrangement'])
  }
  const towns = [...linked('municipalities'), ...projects.map((p) => p.municipalityId)]
  if (towns.includes(project.municipalityId)) reasons.push([2, 'zelfde gemeente'])
  const partners = new Set<Id | null>([
    ...linked('partners'),
    ...projects.flatMap((p) => [p.associationId, p.supportProviderId]),
  ])
  partners.delete(null)
  if ([project.associationId, project.supportProviderId].some((id) => id !== null && partners.has(id)))
    reasons.push([3, 'zelfde partner'])
  return reasons
}

/** The role mixes of one municipality, oldest first: the older ones stay visible. */
export function roleHistory(data: ProgrammeData, municipalityId: Id): RoleMix[] {
  return [...data.roleMixes.values()]
    .filter((mix) => mix.municipalityId === municipalityId)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}
