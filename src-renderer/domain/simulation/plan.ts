import type { CapacityStep, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { CapacityStatus } from '../model/values'
import type { Certainty, PlaceLot } from './inputs'

/** Places that went through the same moves of a track together. */
interface Walk {
  places: number
  status: CapacityStatus
  /** Status on the start date; null when the places did not exist yet. */
  atStart: CapacityStatus | null
  first: CapacityStatus
  /** Date of the last move that wasn't an end. */
  date: IsoDate
  available: boolean
  ended: IsoDate | null
}

/** Follows the places of one track through all its moves; a move takes the places that came into the status first. */
function walks(steps: readonly CapacityStep[], start: IsoDate): Walk[] {
  const all: Walk[] = []
  for (const step of steps) {
    if (step.from === null) {
      all.push({
        places: step.places,
        status: step.to,
        atStart: step.date <= start ? step.to : null,
        first: step.to,
        date: step.date,
        available: step.to === 'available',
        ended: step.to === 'ended' ? step.date : null,
      })
      continue
    }
    let left = step.places
    for (const walk of [...all]) {
      if (left === 0) break
      if (walk.status !== step.from) continue
      const moved = Math.min(left, walk.places)
      left -= moved
      let target = walk
      if (moved < walk.places) {
        walk.places -= moved
        target = { ...walk, places: moved }
        all.push(target)
      }
      target.status = step.to
      if (step.date <= start) target.atStart = step.to
      if (step.to === 'ended') target.ended = step.date
      else {
        target.date = step.date
        target.available = step.to === 'available'
      }
    }
  }
  return all
}

function certaintyOf(walk: Walk): Certainty | null {
  if (walk.atStart === 'ended') return null
  if (walk.atStart === 'available') return 'present'
  const today = walk.atStart ?? walk.first
  if (today === 'ended') return null
  // Already planned to become available without an earlier status: as sure as what is being prepared.
  return today === 'available' ? 'preparing' : today
}

/**
 * The places of one project as the simulation takes them. What is available on the start date is present. Everything
 * else comes on the date of its last move, with the certainty of its status today (or its first status when it still
 * has to appear); a date that has passed counts from the start date. Places that end before they come are left out.
 */
export function lotsOf(data: ProgrammeData, project: Project, start: IsoDate): PlaceLot[] {
  const type = data.arrangementTypes.get(project.typeId)
  if (type === undefined) return []
  const lots: PlaceLot[] = []
  const add = (track: PlaceLot['track'], steps: readonly CapacityStep[]): void => {
    for (const walk of walks(steps, start)) {
      const certainty = certaintyOf(walk)
      if (certainty === null || (walk.ended !== null && !walk.available)) continue
      lots.push({
        projectId: project.id,
        projectName: project.name,
        municipalityId: project.municipalityId,
        track,
        typeId: project.typeId,
        places: walk.places,
        certainty,
        confidence: project.confidence,
        date: walk.date > start ? walk.date : start,
        ends: walk.ended,
      })
    }
  }
  if (type.family === 'shelter') add('shelter', project.homes)
  else {
    add('homes', project.homes)
    if (type.supportBandId !== null) add('support', project.support)
  }
  return lots
}

/** The lots of all projects: the part of the inputs that is plan, not assumption. */
export function planLots(data: ProgrammeData, start: IsoDate): PlaceLot[] {
  return [...data.projects.values()].flatMap((project) => lotsOf(data, project, start))
}
