import { applyPatches } from '../history/patch'
import type { Id } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { type PlaceLot, ranged, type RangedInput, type SimulationInputs } from '../simulation/inputs'
import { lotsOf } from '../simulation/plan'
import type { ChangeOf, Scenario, ScenarioChange, ScenarioConflict } from './model'
import { planPart } from './patches'

export interface AppliedScenario {
  readonly data: ProgrammeData
  readonly inputs: SimulationInputs
  /** What no longer fits the plan; the rest has been applied. */
  readonly conflicts: readonly ScenarioConflict[]
}

/** The plan and the inputs as the scenario would have them. Never fails: what doesn't fit is reported and left out. */
export function applyScenario(
  data: ProgrammeData,
  inputs: SimulationInputs,
  scenario: Scenario,
): AppliedScenario {
  const { patches, conflicts } = planPart(data, scenario, inputs.start, false)
  const changed = applyPatches(data, patches)
  const touched = new Set<Id>(patches.map((p) => p.id))
  const lots: PlaceLot[] = inputs.lots.filter((lot) => !touched.has(lot.projectId))
  for (const id of touched) {
    const project = changed.projects.get(id)
    if (project !== undefined) lots.push(...lotsOf(changed, project, inputs.start))
  }
  const problems: ScenarioConflict[] = [...conflicts]
  let next: SimulationInputs = { ...inputs, lots }
  scenario.changes.forEach((change, index) => {
    const result = assumed(next, change, scenario.name)
    if (typeof result === 'string') problems.push({ change: index, kind: 'gone', message: result })
    else next = result
  })
  return { data: changed, inputs: next, conflicts: problems.sort((a, b) => a.change - b.change) }
}

/** The inputs after one change of an assumption; a text says why it can't be made. Plan changes leave them as they are. */
function assumed(inputs: SimulationInputs, change: ScenarioChange, name: string): SimulationInputs | string {
  const source = `scenario "${name}"`
  switch (change.kind) {
    case 'inflow':
      return withInflow(inputs, change, source)
    case 'mix':
      return withMix(inputs, change, source)
    case 'stay': {
      if (!inputs.types.some((t) => t.id === change.typeId))
        return 'Het arrangementtype met een andere verblijfsduur bestaat niet meer. De wijziging vervalt.'
      return {
        ...inputs,
        types: inputs.types.map((t) =>
          t.id === change.typeId
            ? { ...t, stay: scaled(t.stay, ratio(change.months, t.stay.value), source, inputs.start) }
            : t,
        ),
      }
    }
    case 'support': {
      if (!inputs.bands.some((b) => b.id === change.bandId))
        return 'De soort begeleiding van deze wijziging bestaat niet meer. De wijziging vervalt.'
      return {
        ...inputs,
        bands: inputs.bands.map((b) =>
          b.id === change.bandId
            ? { ...b, staffed: scaled(b.staffed, change.factor, source, inputs.start) }
            : b,
        ),
      }
    }
    case 'extraSupport':
      return withSupport(inputs, change, name)
    case 'verdict':
      // A project that is gone was reported with the plan; a verdict about nothing does no harm.
      return { ...inputs, verdicts: { ...inputs.verdicts, [change.projectId]: change.verdict } }
    default:
      return inputs
  }
}

const ratio = (wanted: number, now: number): number => (now > 0 ? wanted / now : 1)

/** The range keeps its width relative to the value: a scenario changes the expectation, not how sure we are. */
function scaled(range: RangedInput, factor: number, source: string, date: string): RangedInput {
  return ranged(range.value * factor, range.low * factor, range.high * factor, source, date, 'entered')
}

function withInflow(
  inputs: SimulationInputs,
  { factor, from }: ChangeOf<'inflow'>,
  source: string,
): SimulationInputs {
  if (from === null || from <= inputs.start)
    return inputs.inflow === null
      ? inputs
      : { ...inputs, inflow: scaled(inputs.inflow, factor, source, inputs.start) }
  const range = ranged(factor, factor, factor, source, inputs.start, 'entered')
  return { ...inputs, inflowChange: { from, factor: range } }
}

function withMix(
  inputs: SimulationInputs,
  { weights }: ChangeOf<'mix'>,
  source: string,
): SimulationInputs | string {
  const known = new Set(inputs.profiles.map((p) => p.id))
  if (Object.keys(weights).some((id) => !known.has(id)))
    return 'Een behoefteprofiel in de verdeling bestaat niet meer. De andere verdeling vervalt.'
  return {
    ...inputs,
    profiles: inputs.profiles.map((p) => {
      const weight = weights[p.id]
      if (weight === undefined) return p
      const share =
        p.share.value > 0
          ? scaled(p.share, weight / p.share.value, source, inputs.start)
          : ranged(weight, weight, weight, source, inputs.start, 'entered')
      return { ...p, share }
    }),
  }
}

function withSupport(
  inputs: SimulationInputs,
  change: ChangeOf<'extraSupport'>,
  name: string,
): SimulationInputs | string {
  const band = inputs.bands.find((b) => b.id === change.bandId)
  const type = inputs.types.find((t) => t.supportBandId === change.bandId)
  if (
    band === undefined ||
    type === undefined ||
    !inputs.municipalities.some((m) => m.id === change.municipalityId)
  )
    return 'De gemeente of de soort begeleiding van de extra uren bestaat niet meer. De wijziging vervalt.'
  const places = Math.floor(change.hoursPerWeek / band.hoursPerWeek)
  if (places <= 0) return inputs
  const lot: PlaceLot = {
    projectId: `support/${change.bandId}/${change.municipalityId}/${change.from}`,
    projectName: `extra begeleiding, scenario "${name}"`,
    municipalityId: change.municipalityId,
    track: 'support',
    typeId: type.id,
    places,
    certainty: 'sure',
    confidence: 'certain',
    date: change.from,
    ends: null,
  }
  return { ...inputs, lots: [...inputs.lots, lot] }
}
