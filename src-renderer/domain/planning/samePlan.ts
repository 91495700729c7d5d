import type { CapacityStep, Project } from '../model/entities'

/** The last project that each was compared with, and what came out: both are records that never change. */
const known = new WeakMap<Project, { readonly other: Project; readonly same: boolean }>()

/**
 * Is the plan of a project the same in both: type, municipality, places, phases and decision? Remembered, so that after a
 * change only what changed is looked at again.
 */
export function samePlan(before: Project, after: Project): boolean {
  const last = known.get(before)
  if (last?.other === after) return last.same
  const same =
    before.typeId === after.typeId &&
    before.municipalityId === after.municipalityId &&
    sameSteps(before.homes, after.homes) &&
    sameSteps(before.support, after.support) &&
    samePhases(before, after) &&
    before.closingDecision?.date === after.closingDecision?.date
  known.set(before, { other: after, same })
  return same
}

function sameSteps(a: readonly CapacityStep[], b: readonly CapacityStep[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((step, i) => {
      const other = b[i]
      return (
        other !== undefined &&
        step.date === other.date &&
        step.from === other.from &&
        step.to === other.to &&
        step.places === other.places
      )
    })
  )
}

function samePhases({ phases: a }: Project, { phases: b }: Project): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((dates, i) => {
      const other = b[i]
      return (
        other !== undefined &&
        dates.phase === other.phase &&
        dates.planned === other.planned &&
        dates.actual === other.actual
      )
    })
  )
}
