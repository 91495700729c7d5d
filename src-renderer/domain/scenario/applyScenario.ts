import { applyPatches } from '../history/patch'
import type { Id } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { NeedsProfile, PlaceLot, RangedInput, SimulationInputs } from '../simulation/inputs'
import { parameters } from '../simulation/parameters'
import { lotsOf } from '../simulation/plan'
import { assumedKey } from './assumedNumbers'
import type { ScenarioConflict } from './conflicts'
import type { AssumedRange, Scenario, ScenarioChange } from './model'
import { planPart } from './patches'

export interface AppliedScenario {
  readonly data: ProgrammeData
  readonly inputs: SimulationInputs
  /** What no longer fits the live plan, in the order of the changes; the rest has been applied. */
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
  const dropped = new Set(conflicts.map((c) => c.changeId))
  let next: SimulationInputs = { ...inputs, lots }
  for (const change of scenario.changes) {
    if (dropped.has(change.id)) continue
    const result = assumed(next, change, scenario.name)
    if (typeof result === 'string') problems.push({ changeId: change.id, kind: 'gone', message: result })
    else next = result
  }
  const order = new Map(scenario.changes.map((c, i) => [c.id, i]))
  problems.sort((a, b) => (order.get(a.changeId) ?? 0) - (order.get(b.changeId) ?? 0))
  return { data: changed, inputs: next, conflicts: problems }
}

/** The inputs after one change of an assumption; a text says why it can't be made. */
function assumed(inputs: SimulationInputs, change: ScenarioChange, name: string): SimulationInputs | string {
  const range = (r: AssumedRange): RangedInput => ({
    value: r.value,
    low: r.low,
    high: r.high,
    source: change.note.trim() === '' ? `scenario "${name}"` : `scenario "${name}": ${change.note}`,
    date: inputs.start,
    basis: 'entered',
  })
  switch (change.kind) {
    case 'inflow': {
      const { id, from, until, factor } = change
      return {
        ...inputs,
        inflowChanges: [...inputs.inflowChanges, { id, from, until, factor: range(factor) }],
      }
    }
    case 'mix':
      return inputs.profiles.some((p) => p.id === change.profileId)
        ? { ...inputs, profiles: withShare(inputs.profiles, change.profileId, range(change.share)) }
        : 'Het behoefteprofiel van deze wijziging bestaat niet meer. De wijziging vervalt.'
    case 'stay':
      return inputs.types.some((t) => t.id === change.typeId)
        ? {
            ...inputs,
            types: inputs.types.map((t) =>
              t.id === change.typeId ? { ...t, stay: range(change.months) } : t,
            ),
          }
        : 'Het arrangementtype van deze wijziging bestaat niet meer. De wijziging vervalt.'
    case 'supportHours':
      return inputs.bands.some((b) => b.id === change.bandId)
        ? {
            ...inputs,
            bands: inputs.bands.map((b) =>
              b.id === change.bandId ? { ...b, staffed: range(change.factor) } : b,
            ),
          }
        : 'De soort begeleiding van deze wijziging bestaat niet meer. De wijziging vervalt.'
    case 'assumption': {
      const key = assumedKey(change.what, change.of)
      const parameter = parameters(inputs).find((p) => p.key === key)
      return parameter === undefined
        ? 'Het getal van deze wijziging is er niet meer in de doorrekening. De wijziging vervalt.'
        : parameter.replace(range(change.range))
    }
    case 'goNoGo':
      return { ...inputs, verdicts: { ...inputs.verdicts, [change.projectId]: change.verdict } }
    default:
      return inputs
  }
}

/** One profile gets its share; the others keep their proportions in what is left. */
function withShare(profiles: readonly NeedsProfile[], id: Id, share: RangedInput): NeedsProfile[] {
  const others = profiles.reduce((sum, p) => (p.id === id ? sum : sum + p.share.value), 0)
  const factor = others > 0 ? Math.max(0, 1 - share.value) / others : 0
  return profiles.map((p) =>
    p.id === id
      ? { ...p, share }
      : {
          ...p,
          share: {
            ...p.share,
            value: p.share.value * factor,
            low: p.share.low * factor,
            high: p.share.high * factor,
          },
        },
  )
}
