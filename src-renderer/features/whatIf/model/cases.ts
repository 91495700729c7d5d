import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData, TableName } from '@/domain/model/programmeData'
import { type AppliedScenario, applyScenario, type Scenario } from '@/domain/scenario'
import { programmeSource, type SimulationInputs, tooThin, validateInputs } from '@/domain/simulation'
import { compareDutch } from '@/domain/labels'

/** The plan as it is, or a scenario on top of it: what is simulated, compared and shown. */
export interface Case {
  /** Null: the plan as it is. */
  readonly id: Id | null
  readonly name: string
  readonly scenario: Scenario | null
  readonly applied: AppliedScenario
  /** Says everything that a result hangs on. */
  readonly key: string
  /** Why nothing can be said, in Dutch; empty when it can. */
  readonly silent: readonly string[]
}

export const PLAN_NAME = 'Plan zoals het is'

/** The plan with the inputs that follow from it; a new one only when something changed that the simulation looks at. */
export interface Plan {
  readonly version: number
  readonly data: ProgrammeData
  readonly inputs: SimulationInputs
}

/** The tables that a simulation can see. A scenario saved, or a report written, leaves every other result as it is. */
const SEEN = [
  'programme',
  'municipalities',
  'arrangementTypes',
  'projects',
] as const satisfies readonly TableName[]

export function nextPlan(before: Plan | null, data: ProgrammeData, today: IsoDate): Plan {
  if (before?.inputs.start === today && SEEN.every((table) => before.data[table] === data[table]))
    return before
  return { version: (before?.version ?? 0) + 1, data, inputs: programmeSource.inputs(data, today) }
}

export interface RunChoice {
  readonly seed: number
  readonly runs: number
}

export function makeCase(plan: Plan, scenario: Scenario | null, { seed, runs }: RunChoice): Case {
  const applied =
    scenario === null
      ? { data: plan.data, inputs: plan.inputs, conflicts: [] }
      : applyScenario(plan.data, plan.inputs, scenario)
  const silent = [
    ...tooThin(applied.inputs),
    ...validateInputs(applied.inputs).map((problem) => problem.message),
  ]
  // Words beside a change say nothing to a simulation.
  const changes = (scenario?.changes ?? []).map((change) => ({ ...change, note: '' }))
  const key = [plan.version, plan.inputs.start, seed, runs, JSON.stringify(changes)].join('|')
  return { id: scenario?.id ?? null, name: scenario?.name ?? PLAN_NAME, scenario, applied, key, silent }
}

/** Oldest first; those of one day by name. */
export function sortedScenarios(data: ProgrammeData): Scenario[] {
  return [...data.scenarios.values()].sort(
    (a, b) => a.createdOn.localeCompare(b.createdOn) || compareDutch(a.name, b.name),
  )
}

/** The months that people speak of: the ends of years, and the last month. */
export function momentsOf(dates: readonly IsoDate[]): IsoDate[] {
  return dates.filter((date, h) => date.slice(5, 7) === '12' || h === dates.length - 1)
}
