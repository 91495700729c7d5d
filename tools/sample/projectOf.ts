import type { CapacityStep, PhaseDates, Project, StatusRating } from '@/domain/model/entities'
import { startingTypes } from '@/domain/model/startingSet'
import { PHASES, type Phase } from '@/domain/model/values'
import { addMonths, toDay, toIso } from '@/domain/time/day'
import { dependenciesOf } from './dependencies'
import { gateOf } from './gates'
import { between } from './random'
import type { ProjectSpec, RatingSpec, StepSpec } from './spec'

/** The day on which the sample is set: what lies before it has happened. */
export const SAMPLE_TODAY = '2026-11-02'

/** Months before the first day in use at which a phase starts by plan; negative = after it. */
const LEAD_MONTHS: Readonly<Record<Exclude<Phase, 'ended'>, number>> = {
  idea: 23,
  exploration: 19,
  agreements: 15,
  location: 12,
  neighbourhood: 9,
  decision: 7,
  preparation: 5,
  inUse: 0,
  evaluation: -12,
}

/** @param index place in the list of projects, to vary standing texts */
export function projectOf(spec: ProjectSpec, random: () => number, index: number): Project {
  const type = startingTypes.find((t) => t.id === spec.type)
  if (type === undefined) throw new Error(`${spec.key}: unknown type ${spec.type}`)
  const id = `project-${spec.key}`
  const support = type.supportBandId === null ? [] : (spec.support ?? spec.homes)
  return {
    id,
    name: spec.name,
    typeId: spec.type,
    municipalityId: spec.municipality,
    associationId: spec.association ?? null,
    supportProviderId: spec.provider,
    neighbourhoodContact: spec.contact,
    phase: spec.phase,
    phases: type.family === 'shelter' ? shelterPhases(spec) : phasesOf(spec, random),
    confidence: spec.confidence,
    homes: spec.homes.map((s, i) => stepOf(s, `${id}-h${String(i + 1)}`)),
    support: support.map((s, i) => stepOf(s, `${id}-s${String(i + 1)}`)),
    rating: ratingOf(spec.rating),
    owner: spec.owner,
    nextStep: spec.next,
    closingDecision: spec.closing === undefined ? null : { date: spec.closing[0], text: spec.closing[1] },
    dependencies: dependenciesOf(spec.key),
    gate: gateOf(spec, type.family === 'shelter', index),
    note: spec.note ?? '',
  }
}

function stepOf([date, from, to, places, note = '']: StepSpec, id: string): CapacityStep {
  return { id, date, from, to, places, note }
}

function ratingOf(spec: RatingSpec): StatusRating {
  if (typeof spec === 'string') return { colour: spec, cause: '', consequence: '', adjustment: '' }
  const [colour, cause, consequence, adjustment] = spec
  return { colour, cause, consequence, adjustment }
}

/**
 * Of phases that have begun: the date of the first plan, and the real one, a little off as in real life. Of phases to come:
 * the date as planned now, so with the delay in it.
 */
function phasesOf(spec: ProjectSpec, random: () => number): PhaseDates[] {
  const now = PHASES.indexOf(spec.phase)
  let previous = ''
  return PHASES.map((phase, index) => {
    const drift = between(random, -6, 16)
    if (phase === 'ended') {
      const last = [previous, spec.homes.at(-1)?.[0] ?? previous].sort()[1] ?? previous
      return { phase, planned: null, actual: spec.phase === 'ended' ? last : null }
    }
    if (index > now) return { phase, planned: addMonths(spec.delivery, -LEAD_MONTHS[phase]), actual: null }
    const planned = addMonths(spec.delivery, -LEAD_MONTHS[phase] - (spec.slip ?? 0))
    const late = index < 3 ? 0 : Math.min(index - 2, 4) * ((spec.slip ?? 0) / 4)
    const reckoned = toIso(toDay(addMonths(planned, Math.round(late))) + drift)
    const actual = phase === 'inUse' ? spec.delivery : [reckoned, SAMPLE_TODAY].sort()[0]
    // Never before the phase ahead of it, and never in the future.
    previous = [actual ?? SAMPLE_TODAY, previous].sort()[1] ?? SAMPLE_TODAY
    return { phase, planned, actual: previous }
  })
}

/** A shelter was there before the programme: of its past only the opening is known, of its future the last closing. */
function shelterPhases(spec: ProjectSpec): PhaseDates[] {
  const moves = spec.homes.map(([date, from, , places]) => ({ date, left: from === null ? places : -places }))
  const left = moves.reduce((sum, m) => sum + m.left, 0)
  const end = left === 0 ? (moves.at(-1)?.date ?? null) : null
  return PHASES.map((phase) => {
    if (phase === 'inUse') return { phase, planned: spec.delivery, actual: spec.delivery }
    if (phase !== 'ended' || end === null) return { phase, planned: null, actual: null }
    return { phase, planned: end, actual: end <= SAMPLE_TODAY ? end : null }
  })
}
