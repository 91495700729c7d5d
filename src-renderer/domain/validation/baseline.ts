import type { Baseline } from '../model/baseline'
import type { DomainError } from '../result'
import { Problems } from './checks'
import { MAX_COUNT } from './limits'
import { checkPhases } from './phases'
import { checkTrack } from './track'

/**
 * All problems of a frozen plan. It stands on its own: its projects needn't be in the plan any more, but the types and
 * municipalities that they name are in the baseline itself.
 */
export function validateBaseline(baseline: Baseline): DomainError[] {
  const problems = new Problems()
  problems.id(baseline.id, 'id')
  problems.name(baseline.name)
  problems.date(baseline.frozenOn, 'frozenOn')
  problems.text(baseline.note, 'note')
  for (const list of ['projects', 'milestones', 'types', 'municipalities'] as const)
    problems.unique(
      baseline[list] as readonly { readonly id: string }[],
      (record) => record.id,
      (i) => `${list}.${String(i)}.id`,
      'Deze code staat er twee keer in.',
    )
  const types = new Set(baseline.types.map((t) => t.id))
  const municipalities = new Set(baseline.municipalities.map((m) => m.id))
  const known = (id: string, field: string): void => {
    if (!municipalities.has(id))
      problems.add('municipality-unknown', 'Deze gemeente staat niet in het vastgestelde plan.', field)
  }
  baseline.projects.forEach((project, i) => {
    const path = `projects.${String(i)}`
    const own = new Problems()
    own.id(project.id, 'id')
    own.name(project.name)
    checkPhases(own, project.phases)
    checkTrack(own, project.homes, 'homes')
    checkTrack(own, project.support, 'support')
    if (project.closingDecision !== null) own.date(project.closingDecision.date, 'closingDecision.date')
    for (const { code, message, field } of own.list)
      problems.add(code, `Project "${project.name}": ${message}`, `${path}.${field ?? ''}`)
    known(project.municipalityId, `${path}.municipalityId`)
    if (!types.has(project.typeId))
      problems.add(
        'type-unknown',
        'Dit arrangementtype staat niet in het vastgestelde plan.',
        `${path}.typeId`,
      )
  })
  baseline.milestones.forEach((milestone, i) => {
    problems.date(milestone.date, `milestones.${String(i)}.date`)
    problems.whole(milestone.places, 0, MAX_COUNT, 'De ambitie', `milestones.${String(i)}.places`)
    known(milestone.municipalityId, `milestones.${String(i)}.municipalityId`)
  })
  return problems.list
}
