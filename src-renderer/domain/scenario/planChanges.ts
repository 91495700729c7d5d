import { trackCounts } from '../capacity/statusCounts'
import type { CapacityStep, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { addMonths, toDay, toIso } from '../time/day'
import { normaliseProject } from '../validation/project'

/** What a change makes of a project. Everything up to and including `today` has happened and stays as it is. */

/** Later (or earlier) by whole months; nothing comes before the day after today. */
export function delayed(project: Project, months: number, today: IsoDate): Project {
  const move = (date: IsoDate): IsoDate => {
    const moved = addMonths(date, months)
    return moved > today ? moved : toIso(toDay(today) + 1)
  }
  const track = (steps: readonly CapacityStep[]): readonly CapacityStep[] =>
    steps.map((step) => (step.date > today ? { ...step, date: move(step.date) } : step))
  return normaliseProject({
    ...project,
    homes: track(project.homes),
    support: track(project.support),
    phases: project.phases.map((p) =>
      p.actual === null && p.planned !== null && p.planned > today ? { ...p, planned: move(p.planned) } : p,
    ),
  })
}

/** All places open on the date close then. Closings planned after today, and all that comes later, give way to this one. */
export function closedOn(project: Project, date: IsoDate, today: IsoDate): Project {
  const homes = project.homes.filter(
    (step) => step.date <= date && (step.date <= today || step.from !== 'available' || step.to !== 'ended'),
  )
  const open = trackCounts(homes, date).available
  if (open <= 0) return project
  const closing: CapacityStep = {
    id: freshStepId(project, 'closing'),
    date,
    from: 'available',
    to: 'ended',
    places: open,
    note: '',
  }
  return normaliseProject({ ...project, homes: [...homes, closing] })
}

/** The project doesn't go on: what is in use stays, what isn't yet ends today. */
export function abandoned(data: ProgrammeData, project: Project, today: IsoDate): Project {
  const track = (steps: readonly CapacityStep[], name: string): CapacityStep[] => {
    const kept = steps.filter((step) => step.date <= today)
    const counts = trackCounts(kept, today)
    let available = counts.available
    const closings = steps.flatMap((step) => {
      if (step.date <= today || step.from !== 'available' || step.to !== 'ended') return []
      const places = Math.min(step.places, available)
      available -= places
      return places === 0 ? [] : [{ ...step, places }]
    })
    const ends = (['idea', 'explored', 'committed', 'preparing'] as const).flatMap((from): CapacityStep[] =>
      counts[from] <= 0
        ? []
        : [
            {
              id: freshStepId(project, `${name}-${from}`),
              date: today,
              from,
              to: 'ended',
              places: counts[from],
              note: '',
            },
          ],
    )
    return [...kept, ...ends, ...closings]
  }
  const homes = track(project.homes, 'homes')
  const inUse = trackCounts(homes, today).available > 0
  const next = { ...project, homes, support: track(project.support, 'support') }
  return normaliseProject(inUse || !data.projects.has(project.id) ? next : { ...next, phase: 'ended' })
}

/** An id that no step of the project has. The same project always gives the same id, so a scenario can be repeated. */
function freshStepId(project: Project, what: string): string {
  const taken = new Set([...project.homes, ...project.support].map((step) => step.id))
  let id = `${project.id}-${what}`
  for (let i = 2; taken.has(id); i += 1) id = `${project.id}-${what}-${String(i)}`
  return id
}
