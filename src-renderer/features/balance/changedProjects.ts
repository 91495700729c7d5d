import { compareDutch, joinDutch, phaseLabels, statusGroupLabels } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import { type BaselineComparison, movedPhrase, type MovedProject, type PlanPlaces } from '@/domain/planning'
import { signed } from './measures'

export const CHANGE_KINDS = ['moved', 'appeared', 'vanished', 'places'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One project that differs from a frozen plan, with everything that differs. */
export interface ChangedProject {
  readonly id: Id
  readonly name: string
  readonly municipalityId: Id
  readonly kinds: readonly ChangeKind[]
  /** Dutch, such as "oplevering 3 maanden later". */
  readonly what: readonly string[]
  readonly difference: PlanPlaces | null
}

const PLACES = ['shelterOpen', 'realised', 'committed', 'planned'] as const

/** `+4 toegezegd, -4 gepland`; empty when no places differ. */
export function placesPhrase(difference: PlanPlaces): string {
  return PLACES.filter((key) => difference[key] !== 0)
    .map((key) => `${signed(difference[key])} ${statusGroupLabels[key]}`)
    .join(', ')
}

/** More phases than this are counted. */
const NAMED_PHASES = 2

function movesOf({ shelter, delivery, phases, decision }: MovedProject): string[] {
  const result: string[] = []
  if (delivery !== null) result.push(`${shelter ? 'sluiting' : 'oplevering'} ${movedPhrase(delivery)}`)
  if (phases.length > NAMED_PHASES) result.push(`${String(phases.length)} fasen op een andere datum`)
  else if (phases.length > 0)
    result.push(joinDutch(phases.map((p) => `${phaseLabels[p.phase]} ${movedPhrase(p)}`)))
  if (decision !== null) result.push(`besluit ${movedPhrase(decision)}`)
  return result
}

/** All projects that moved, appeared, vanished or have other places, each once, by name. */
export function changedProjects(comparison: BaselineComparison): ChangedProject[] {
  const found = new Map<
    Id,
    { name: string; municipalityId: Id; kinds: ChangeKind[]; what: string[]; difference: PlanPlaces | null }
  >()
  const entry = (projectId: Id, name: string, municipalityId: Id) => {
    let known = found.get(projectId)
    if (known === undefined) {
      known = { name, municipalityId, kinds: [], what: [], difference: null }
      found.set(projectId, known)
    }
    return known
  }
  for (const p of comparison.appeared) {
    const row = entry(p.projectId, p.name, p.municipalityId)
    row.kinds.push('appeared')
    row.what.push('nieuw in het plan')
    row.difference = p.difference
  }
  for (const p of comparison.vanished) {
    const row = entry(p.projectId, p.name, p.municipalityId)
    row.kinds.push('vanished')
    row.what.push('niet meer in het plan')
    row.difference = p.difference
  }
  for (const moved of comparison.moved) {
    const row = entry(moved.projectId, moved.name, moved.municipalityId)
    row.kinds.push('moved')
    row.what.push(...movesOf(moved))
  }
  for (const p of comparison.changed) {
    const row = entry(p.projectId, p.name, p.municipalityId)
    row.kinds.push('places')
    row.difference = p.difference
    row.what.push(placesPhrase(p.difference) === '' ? 'in een andere gemeente' : 'andere plekken')
  }
  return [...found].map(([id, row]) => ({ id, ...row })).sort((a, b) => compareDutch(a.name, b.name))
}
