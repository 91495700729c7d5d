import type { Baseline } from '@/domain/model/baseline'
import type { CapacityStep, Project } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { PHASES } from '@/domain/model/values'
import { frozen } from '@/domain/planning'
import { addMonths } from '@/domain/time/day'
import type { ProjectSpec } from './spec'

/** The day of the decision on the allocation key, when the plan of the region was adopted too. */
const FROZEN_ON = '2026-06-24'

/** Came up after the plan was adopted. */
const NEW_SINCE: ReadonlySet<string> = new Set(['project-oij-5'])

/** Was in the adopted plan, and has been given up since. */
const GIVEN_UP: Project['id'] = 'project-win-5'

/** The plan as it was in June 2026: without the delays known since, and with what was still to come then. */
export function adoptedPlan(data: ProgrammeData, specs: readonly ProjectSpec[]): Baseline {
  const slips = new Map(specs.map((spec) => [`project-${spec.key}`, spec.slip ?? 0]))
  const projects = new Map<string, Project>()
  for (const project of data.projects.values())
    if (!NEW_SINCE.has(project.id)) projects.set(project.id, asThen(project, slips.get(project.id) ?? 0))
  const model = projects.get('project-win-4')
  if (model !== undefined) projects.set(GIVEN_UP, givenUp(model))
  return frozen(
    { ...data, projects },
    {
      id: 'baseline-2026-06',
      name: 'Vastgesteld plan juni 2026',
      frozenOn: FROZEN_ON,
      note: 'Voorbeeld: het plan zoals de stuurgroep het vaststelde, samen met de verdeelsleutel.',
    },
  )
}

function asThen(project: Project, slip: number): Project {
  const step = (s: CapacityStep): CapacityStep => {
    if (s.date <= FROZEN_ON) return s
    // What has come since was being prepared then; what is still to come was expected before its delay.
    return {
      ...s,
      date: addMonths(s.date, -slip),
      to: s.from === null && s.to === 'available' ? 'preparing' : s.to,
    }
  }
  const begun = project.phases.filter((p) => p.actual !== null && p.actual <= FROZEN_ON).map((p) => p.phase)
  const decision = project.closingDecision
  return {
    ...project,
    phase: PHASES.findLast((phase) => begun.includes(phase)) ?? 'idea',
    phases: project.phases.map((p) => {
      if (p.actual !== null) return { ...p, actual: p.actual <= FROZEN_ON ? p.actual : null }
      return { ...p, planned: p.planned === null ? null : addMonths(p.planned, -slip) }
    }),
    homes: project.homes.map(step),
    support: project.support.map(step),
    closingDecision: decision === null ? null : { ...decision, date: addMonths(decision.date, -slip) },
  }
}

/** A second address for rooms in Winterswijk, until its building went to another buyer. */
function givenUp(model: Project): Project {
  return {
    ...model,
    id: GIVEN_UP,
    name: 'Kamers met Kansen Winterswijk-Centrum',
    phase: 'exploration',
    phases: model.phases.map((p) => ({
      phase: p.phase,
      planned: p.planned === null ? null : addMonths(p.planned, 12),
      actual: null,
    })),
    homes: [{ id: `${GIVEN_UP}-h1`, date: '2028-12-01', from: null, to: 'explored', places: 6, note: '' }],
    support: [{ id: `${GIVEN_UP}-s1`, date: '2028-12-01', from: null, to: 'explored', places: 6, note: '' }],
    closingDecision: null,
  }
}
