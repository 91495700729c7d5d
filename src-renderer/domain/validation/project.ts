import { hasSupportTrack } from '../capacity/places'
import type { Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import { Problems } from './checks'
import { checkDependencies, ownCycle } from './dependencies'
import { checkPhases, sortPhases } from './phases'
import { checkRating } from './rating'
import { checkTrack, sortSteps } from './track'

/** The form in which a project is kept: steps by date, phases by chain, no spaces around the name. */
export function normaliseProject(project: Project): Project {
  const name = project.name.trim()
  const phases = sortPhases(project.phases)
  const homes = sortSteps(project.homes)
  const support = sortSteps(project.support)
  const same =
    name === project.name &&
    phases === project.phases &&
    homes === project.homes &&
    support === project.support
  return same ? project : { ...project, name, phases, homes, support }
}

/**
 * Everything that is wrong with a project, for a form. Messages stand beside their field, so they don't repeat the
 * project's name. Whether a retired type may be chosen depends on what was there before: see `saveProject`.
 */
export function validateProject(data: ProgrammeData, project: Project): DomainError[] {
  const problems = projectProblems(data, project)
  const cycle = ownCycle(data.projects, project)
  return cycle === null ? problems : [...problems, cycle]
}

/** The same, but for dependencies that go round: over a whole programme these are found in one walk. */
export function projectProblems(data: ProgrammeData, project: Project): DomainError[] {
  const problems = new Problems()
  problems.id(project.id, 'id')
  problems.name(project.name)
  checkReferences(problems, data, project)
  for (const field of ['neighbourhoodContact', 'owner', 'nextStep', 'note'] as const)
    problems.text(project[field], field)
  checkPhases(problems, project.phases)
  checkTrack(problems, project.homes, 'homes')
  checkSupport(problems, data, project)
  problems.unique(
    [...project.homes, ...project.support],
    (step) => step.id,
    (i) =>
      i < project.homes.length ? `homes.${String(i)}.id` : `support.${String(i - project.homes.length)}.id`,
    'Twee stappen hebben dezelfde code.',
  )
  checkRating(problems, project.rating)
  checkDependencies(problems, data, project)
  for (const [key, text] of Object.entries(project.gate)) problems.text(String(text), `gate.${key}`)
  if (project.closingDecision !== null) {
    problems.date(project.closingDecision.date, 'closingDecision.date')
    problems.text(project.closingDecision.text, 'closingDecision.text')
    if (project.closingDecision.text.trim() === '')
      problems.add('decision-text-missing', 'Beschrijf het besluit of de afspraak.', 'closingDecision.text')
  }
  return problems.list
}

function checkReferences(problems: Problems, data: ProgrammeData, project: Project): void {
  if (!data.arrangementTypes.has(project.typeId))
    problems.add('type-unknown', 'Kies een arrangementtype dat in het palet staat.', 'typeId')
  if (!data.municipalities.has(project.municipalityId))
    problems.add('municipality-unknown', 'Kies een gemeente van dit programma.', 'municipalityId')
  if (project.associationId !== null) {
    const association = data.partners.get(project.associationId)
    if (association === undefined)
      problems.add('partner-unknown', 'Kies een woningcorporatie die bij de partners staat.', 'associationId')
    else if (association.kind !== 'housingAssociation')
      problems.add(
        'partner-kind',
        `${association.name} staat niet bij de partners als woningcorporatie.`,
        'associationId',
      )
  }
  if (project.supportProviderId !== null && !data.partners.has(project.supportProviderId))
    problems.add('partner-unknown', 'Kies een begeleider die bij de partners staat.', 'supportProviderId')
}

function checkSupport(problems: Problems, data: ProgrammeData, project: Project): void {
  const type = data.arrangementTypes.get(project.typeId)
  if (type !== undefined && !hasSupportTrack(data, project) && project.support.length > 0)
    problems.add(
      'support-not-allowed',
      `Bij het type "${type.name}" hoort geen begeleiding. Verwijder de stappen van het spoor begeleiding, of kies een ander type.`,
      'support',
    )
  checkTrack(problems, project.support, 'support')
}
