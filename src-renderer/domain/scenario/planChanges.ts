import { trackCounts } from '../capacity/statusCounts'
import type { CapacityStep, IsoDate, Project } from '../model/entities'
import { toDay, toIso } from '../time/day'
import { normaliseProject } from '../validation/project'

/** What a change makes of a project. Everything up to and including `today` has happened and stays as it is. */

const isClosing = (step: CapacityStep): boolean => step.from === 'available' && step.to === 'ended'

/**
 * A shelter is closed on a date: its closings after today move along with the last of them, and what would still be open
 * closes then. New places after that date fall away. Null when there is nothing to close.
 */
export function closedOn(project: Project, date: IsoDate, today: IsoDate): Project | null {
  const ahead = project.homes.filter((step) => isClosing(step) && step.date > today)
  const last = ahead.at(-1)?.date ?? date
  const shift = toDay(date) - toDay(last)
  const move = (step: CapacityStep): CapacityStep => {
    const moved = toIso(toDay(step.date) + shift)
    return { ...step, date: moved > today ? moved : toIso(toDay(today) + 1) }
  }
  const moved = project.homes
    .map((step) => (ahead.includes(step) ? move(step) : step))
    .filter((step) => step.date <= date)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const open = trackCounts(moved, date).available
  if (open < 0 || (open === 0 && ahead.length === 0)) return null
  const closing: readonly CapacityStep[] =
    open === 0
      ? []
      : [
          {
            id: freshStepId(project, 'closing'),
            date,
            from: 'available',
            to: 'ended',
            places: open,
            note: '',
          },
        ]
  return normaliseProject({ ...project, homes: [...moved, ...closing] })
}

/** Does the project still have places to deliver? */
export function hasPlacesAhead(project: Project, today: IsoDate): boolean {
  const open = (steps: readonly CapacityStep[]): boolean => {
    if (steps.some((step) => step.date > today && !isClosing(step))) return true
    const counts = trackCounts(steps, today)
    return counts.idea + counts.explored + counts.committed + counts.preparing > 0
  }
  return open(project.homes) || open(project.support)
}

/** The project doesn't go on: what is in use stays, what isn't yet ends today. */
export function abandoned(project: Project, today: IsoDate): Project {
  const track = (steps: readonly CapacityStep[], name: string): CapacityStep[] => {
    const kept = steps.filter((step) => step.date <= today)
    const counts = trackCounts(kept, today)
    let available = counts.available
    const closings = steps.flatMap((step) => {
      if (step.date <= today || !isClosing(step)) return []
      const places = Math.min(step.places, available)
      available -= places
      return places <= 0 ? [] : [{ ...step, places }]
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
  const next = { ...project, homes, support: track(project.support, 'support') }
  return normaliseProject(trackCounts(homes, today).available > 0 ? next : { ...next, phase: 'ended' })
}

/** An id that no step of the project has. The same project always gives the same id, so a scenario can be repeated. */
function freshStepId(project: Project, what: string): string {
  const taken = new Set([...project.homes, ...project.support].map((step) => step.id))
  let id = `${project.id}-${what}`
  for (let i = 2; taken.has(id); i += 1) id = `${project.id}-${what}-${String(i)}`
  return id
}
