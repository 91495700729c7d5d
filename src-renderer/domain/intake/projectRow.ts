import { type CommandContext } from '../commands/context'
import { gateLabels, joinDutch, phaseLabels } from '../labels'
import type { Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { CAPACITY_STATUSES, CONFIDENCES, PHASES, type Phase } from '../model/values'
import { missingToKeep } from '../planning/gate'
import type { DomainError } from '../result'
import { normaliseProject, projectProblems } from '../validation/project'
import type { FieldKey, ProjectField } from './fields'
import type { Mapping } from './mapping'
import type { RowProblem, RowValues } from './outcome'
import { withPlaces } from './placeSteps'
import { keyOf } from './words'

type Letter = (key: FieldKey) => string | null
type Told = (level: RowProblem['level'], key: ProjectField, message: string) => void

const TEXTS = ['owner', 'nextStep', 'neighbourhoodContact', 'note'] as const
const CHOICES = {
  municipality: 'municipalityId',
  type: 'typeId',
  association: 'associationId',
  supportProvider: 'supportProviderId',
} as const

const oneOf = <T extends string>(codes: readonly T[], code: string | undefined): T | undefined =>
  codes.find((known) => known === code)

/**
 * The project as a row makes it. Fields that the row says nothing about stay as they are.
 * @param blank what a new project begins as
 */
export function projectFromRow(
  data: ProgrammeData,
  ctx: CommandContext,
  before: Project | null,
  blank: Project,
  values: RowValues,
  mapping: Mapping,
  sameText: (a: string, b: string) => boolean,
  letter: Letter,
  problems: RowProblem[],
): Project {
  const told: Told = (level, key, message) => {
    problems.push({ level, column: letter(key), message })
  }
  let next: Project = before ?? { ...blank, id: ctx.newId() }
  const name = values.texts.name
  // A name in other capitals is the same name.
  if (name !== undefined && (before === null || keyOf(name) !== keyOf(next.name))) next = { ...next, name }
  for (const key of TEXTS) {
    const text = values.texts[key]
    if (text !== undefined && !sameText(text, next[key])) next = { ...next, [key]: text }
  }
  const fixed = (key: ProjectField): string | undefined => (before === null ? mapping.fixed[key] : undefined)
  for (const key of ['municipality', 'type', 'association', 'supportProvider'] as const) {
    const id = values.choices[key]?.[0] ?? fixed(key)
    if (id !== undefined) next = { ...next, [CHOICES[key]]: id }
  }
  const confidence = oneOf(CONFIDENCES, values.choices.confidence?.[0] ?? fixed('confidence'))
  if (confidence !== undefined) next = { ...next, confidence }
  for (const track of ['homes', 'support'] as const) {
    const placed = withPlaces(
      next[track],
      track,
      {
        places: values.counts[`${track}Places`],
        date: values.dates[`${track}Date`],
        status: oneOf(CAPACITY_STATUSES, values.choices[`${track}Status`]?.[0]),
        fixedDate: mapping.fixed[`${track}Date`],
        fixedStatus: oneOf(CAPACITY_STATUSES, mapping.fixed[`${track}Status`]),
      },
      () => ctx.newId(),
    )
    next = { ...next, [track]: placed.steps }
    for (const { level, field, message } of placed.problems) told(level, field, message)
  }
  const phase = oneOf(PHASES, values.choices.phase?.[0] ?? fixed('phase'))
  if (phase !== undefined && phase !== next.phase) next = inPhase(data, before, next, phase, told)
  next = normaliseProject(next)
  for (const error of projectProblems(data, next)) told('error', fieldOf(error), error.message)
  const type = data.arrangementTypes.get(next.typeId)
  if (type?.retired === true && before?.typeId !== next.typeId)
    told(
      'error',
      'type',
      `"${type.name}" wordt niet meer gebruikt voor nieuwe projecten. Kies een ander type.`,
    )
  return next
}

export function nameOf(data: ProgrammeData, project: Project, key: keyof typeof CHOICES): string | null {
  const id = project[CHOICES[key]]
  if (id === null) return null
  if (key === 'municipality') return data.municipalities.get(id)?.name ?? null
  if (key === 'type') return data.arrangementTypes.get(id)?.name ?? null
  return data.partners.get(id)?.name ?? null
}

/** In the phase of the sheet, or as far towards it as the start gates let a project come without what they ask. */
function inPhase(
  data: ProgrammeData,
  before: Project | null,
  project: Project,
  phase: Phase,
  told: Told,
): Project {
  const missing = missingToKeep(data, { ...project, phase })
  if (missing.length === 0) return { ...project, phase }
  const asked = `voor de fase "${phaseLabels[phase]}" moet nog worden vastgelegd: ${joinDutch(missing.map((key) => gateLabels[key]))}.`
  if (before !== null) {
    told('warning', 'phase', `${asked} De fase is niet overgenomen; vul dit in het project aan.`)
    return project
  }
  const reached = PHASES.slice(0, PHASES.indexOf(phase))
    .reverse()
    .find((earlier) => missingToKeep(data, { ...project, phase: earlier }).length === 0)
  const into = reached ?? 'idea'
  told('warning', 'phase', `${asked} Het project komt binnen in de fase "${phaseLabels[into]}".`)
  return { ...project, phase: into }
}

const FIELDS: Readonly<Record<string, ProjectField>> = {
  name: 'name',
  typeId: 'type',
  municipalityId: 'municipality',
  associationId: 'association',
  supportProviderId: 'supportProvider',
  homes: 'homesPlaces',
  support: 'supportPlaces',
  phase: 'phase',
  owner: 'owner',
  nextStep: 'nextStep',
  neighbourhoodContact: 'neighbourhoodContact',
  note: 'note',
}

const fieldOf = ({ field = '' }: DomainError): ProjectField => FIELDS[field.split('.')[0] ?? ''] ?? 'name'
