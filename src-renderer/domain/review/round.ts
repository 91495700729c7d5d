import type { Command } from '../commands/context'
import { drop } from '../commands/patches'
import { firstProblem, gone, saved } from '../commands/save'
import { compareDutch, formatDate, plural } from '../labels'
import type { Id, IsoDate, Partner, Project } from '../model/entities'
import { programmeOf, type ProgrammeData } from '../model/programmeData'
import { ok, refuse } from '../result'
import { validateRound } from '../validation/review'
import { askedCell } from './fields'
import {
  type AskedCell,
  isPlacesField,
  REVIEW_FIELDS,
  type ReviewField,
  type ReviewRound,
  type ReviewRow,
  type ReviewScope,
} from './model'

export interface RoundInput {
  readonly referenceDate: IsoDate
  readonly dueDate: IsoDate
  readonly question: string
  readonly scope: ReviewScope
}

export const roundLabel = (round: Pick<ReviewRound, 'number'>): string =>
  `reviewronde ${String(round.number)}`

/** The whole region, every place that isn't shelter or ended: where a form begins. */
export const wholeScope: ReviewScope = {
  associationIds: [],
  municipalityIds: [],
  typeIds: [],
  statuses: [],
}

/**
 * Freezes the table of now and gives it the next number. Refuses `scope-unknown`, `no-rows`, and what `validateRound`
 * finds, such as `date-order`.
 */
export function startRound(input: RoundInput): Command {
  return (data, ctx) => {
    const unknown = unknownInScope(data, input.scope)
    if (unknown !== null) return refuse('scope-unknown', unknown, 'scope')
    const number = 1 + Math.max(0, ...[...data.reviewRounds.values()].map((r) => r.number))
    const round: ReviewRound = {
      id: ctx.newId(),
      number,
      programmeName: programmeOf(data).name,
      referenceDate: input.referenceDate,
      startedOn: ctx.today,
      dueDate: input.dueDate,
      question: input.question.trim(),
      scope: input.scope,
      closedOn: null,
      rows: snapshotRows(data, number, input.referenceDate, input.scope),
    }
    const problem = firstProblem(validateRound(data, round))
    if (problem !== null) return problem
    if (round.rows.length === 0)
      return refuse(
        'no-rows',
        'Er is geen project van een woningcorporatie dat in deze keuze past. Kies meer gemeenten, arrangementtypen of corporaties.',
        'scope',
      )
    const associations = new Set(round.rows.map((r) => r.associationId)).size
    return ok({
      patches: [{ table: 'reviewRounds', id: round.id, before: null, after: round }],
      summary: `${roundLabel(round)} gestart: ${plural(round.rows.length, 'rij', 'rijen')} voor ${plural(associations, 'corporatie', 'corporaties')}, peildatum ${formatDate(round.referenceDate)}`,
    })
  }
}

function unknownInScope(data: ProgrammeData, scope: ReviewScope): string | null {
  if (scope.associationIds.some((id) => data.partners.get(id)?.kind !== 'housingAssociation'))
    return 'Kies woningcorporaties die bij de partners staan.'
  if (scope.municipalityIds.some((id) => !data.municipalities.has(id)))
    return 'Kies gemeenten van dit programma.'
  return scope.typeIds.some((id) => !data.arrangementTypes.has(id))
    ? 'Kies arrangementtypen die in het palet staan.'
    : null
}

/** Municipality, type, name: the order in which people look for a project. */
export function snapshotRows(
  data: ProgrammeData,
  number: number,
  on: IsoDate,
  scope: ReviewScope,
): ReviewRow[] {
  const within = (ids: readonly Id[], id: Id): boolean => ids.length === 0 || ids.includes(id)
  const fields = askedFields(scope)
  const found: Omit<ReviewRow, 'id'>[] = []
  for (const project of data.projects.values()) {
    const association = project.associationId === null ? undefined : data.partners.get(project.associationId)
    if (association === undefined || !within(scope.associationIds, association.id)) continue
    if (!within(scope.municipalityIds, project.municipalityId) || !within(scope.typeIds, project.typeId))
      continue
    found.push(rowOf(data, project, association, fields, on))
  }
  found.sort(
    (a, b) =>
      compareDutch(a.municipalityName, b.municipalityName) ||
      compareDutch(a.typeName, b.typeName) ||
      compareDutch(a.projectName, b.projectName) ||
      (a.projectId < b.projectId ? -1 : 1),
  )
  return found.map((row, i) => ({ id: `R${String(number)}-${String(i + 1).padStart(3, '0')}`, ...row }))
}

export function askedFields(scope: ReviewScope): ReviewField[] {
  return REVIEW_FIELDS.filter(
    (field) => !isPlacesField(field) || scope.statuses.length === 0 || scope.statuses.includes(field),
  )
}

function rowOf(
  data: ProgrammeData,
  project: Project,
  association: Partner,
  fields: readonly ReviewField[],
  on: IsoDate,
): Omit<ReviewRow, 'id'> {
  return {
    projectId: project.id,
    projectName: project.name,
    municipalityId: project.municipalityId,
    municipalityName: data.municipalities.get(project.municipalityId)?.name ?? '',
    associationId: association.id,
    associationName: association.name,
    typeId: project.typeId,
    typeName: data.arrangementTypes.get(project.typeId)?.name ?? '',
    cells: fields
      .map((field) => askedCell(data, project, field, on))
      .filter((cell): cell is AskedCell => cell !== null),
  }
}

/** Nothing is taken in or decided any more; what is there stays to be read. */
export function closeRound(id: Id): Command {
  return (data, ctx) => {
    const round = data.reviewRounds.get(id)
    if (round === undefined) return gone('Deze reviewronde')
    if (round.closedOn !== null)
      return refuse(
        'round-closed',
        `${capitalRound(round)} is al afgesloten op ${formatDate(round.closedOn)}.`,
      )
    const change = saved(data, 'reviewRounds', { ...round, closedOn: ctx.today }, roundLabel(round))
    return change.ok ? ok({ ...change.value, summary: `${roundLabel(round)} afgesloten` }) : change
  }
}

/** Another due date or question; the frozen table stays. Refuses what `validateRound` finds. */
export function changeRound(id: Id, fields: Partial<Pick<ReviewRound, 'dueDate' | 'question'>>): Command {
  return (data) => {
    const before = data.reviewRounds.get(id)
    if (before === undefined) return gone('Deze reviewronde')
    const round = { ...before, ...fields }
    return firstProblem(validateRound(data, round)) ?? saved(data, 'reviewRounds', round, roundLabel(round))
  }
}

/** The round with all its answers; what was taken over into the plan stays in the plan. */
export function removeRound(id: Id): Command {
  return (data) => {
    const round = data.reviewRounds.get(id)
    if (round === undefined) return gone('Deze reviewronde')
    const answers = [...data.reviewAnswers.values()].filter((a) => a.roundId === id)
    const rest = answers.length === 0 ? '' : `, met ${plural(answers.length, 'antwoord', 'antwoorden')}`
    return ok({
      patches: [
        ...answers.flatMap((a) => drop(data, 'reviewAnswers', a.id)),
        ...drop(data, 'reviewRounds', id),
      ],
      summary: `${roundLabel(round)} verwijderd${rest}`,
    })
  }
}

export const capitalRound = (round: Pick<ReviewRound, 'number'>): string =>
  `Reviewronde ${String(round.number)}`

/** The rows of one association, in order. */
export const rowsFor = (round: ReviewRound, associationId: Id): ReviewRow[] =>
  round.rows.filter((row) => row.associationId === associationId)

/** Who is asked something in this round, by name. */
export function askedAssociations(round: ReviewRound): { readonly id: Id; readonly name: string }[] {
  const found = new Map(round.rows.map((row) => [row.associationId, row.associationName]))
  return [...found].map(([id, name]) => ({ id, name })).sort((a, b) => compareDutch(a.name, b.name))
}
