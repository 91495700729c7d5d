import { formatDate, plural } from '@/domain/labels'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { describeChange, type Scenario, type ScenarioChange } from '@/domain/scenario'
import type { SimulationInputs } from '@/domain/simulation'

/** The "gaat zeker door" that belongs to a new project of the scenario: one row on screen, two changes underneath. */
export function verdictFor(scenario: Scenario, projectId: Id): ScenarioChange | undefined {
  return scenario.changes.find((c) => c.kind === 'goNoGo' && c.verdict === 'go' && c.projectId === projectId)
}

/** One row of the list in words; a new project with its places, place and date. */
export function changeSentence(
  data: ProgrammeData,
  scenario: Scenario,
  change: ScenarioChange,
  inputs: SimulationInputs,
): string {
  if (change.kind !== 'newProject') return describeChange(data, change, inputs.profiles)
  const { project } = change
  const step = project.homes[0]
  const type = data.arrangementTypes.get(project.typeId)?.name ?? 'een type dat niet meer bestaat'
  const where = data.municipalities.get(project.municipalityId)?.name ?? 'een gemeente die niet meer bestaat'
  const what =
    step === undefined
      ? ''
      : `: ${plural(step.places, 'plek', 'plekken')} ${type}, ${where}, vanaf ${formatDate(step.date)}`
  const sure = verdictFor(scenario, project.id) === undefined ? '' : '; gaat zeker door'
  return `Nieuw project "${project.name}"${what}${sure}`
}

/** The rows of the list: a verdict that belongs to a new project is part of its row. */
export function shownChanges(scenario: Scenario): ScenarioChange[] {
  const fresh = new Set(scenario.changes.flatMap((c) => (c.kind === 'newProject' ? [c.project.id] : [])))
  return scenario.changes.filter(
    (c) => !(c.kind === 'goNoGo' && c.verdict === 'go' && fresh.has(c.projectId)),
  )
}

/** The scenario with a row put in, replaced (same id) or taken out. */
export function withRow(scenario: Scenario, id: Id, row: readonly ScenarioChange[]): Scenario {
  const old = scenario.changes.find((c) => c.id === id)
  const paired = old?.kind === 'newProject' ? verdictFor(scenario, old.project.id)?.id : undefined
  const at = scenario.changes.findIndex((c) => c.id === id)
  const rest = scenario.changes.filter((c) => c.id !== id && c.id !== paired)
  if (at < 0) return { ...scenario, changes: [...rest, ...row] }
  return { ...scenario, changes: [...rest.slice(0, at), ...row, ...rest.slice(at)] }
}
