import { matches, type ProjectFilter, projectPlaces } from '../capacity/places'
import type { StatusCounts } from '../capacity/statusCounts'
import { compareDutch, formatDate, formatNumber, formatShortDate, NO_ASSOCIATION, plural } from '../labels'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { CapacityStatus } from '../model/values'
import { projectOf } from './compare'
import { planValues } from './fields'
import { REVIEW_STATUSES, type ReviewField, type ReviewStatus } from './model'
import type { Confirmation } from './overview'
import { latestAnswer } from './takeIn'

/** The confirmed cells of each project. Null: an association spoke of it last, and didn't confirm it. */
export type Confirmations = ReadonlyMap<Id, ReadonlyMap<ReviewField, Confirmation | null>>

/** What `confirmationOf` says about every cell, in one walk over the rounds. */
export function allConfirmations(data: ProgrammeData): Confirmations {
  const all = new Map<Id, Map<ReviewField, Confirmation | null>>()
  for (const round of [...data.reviewRounds.values()].sort((a, b) => b.number - a.number)) {
    const rows = new Map(round.rows.map((row) => [row.id, row]))
    for (const associationId of new Set(round.rows.map((row) => row.associationId))) {
      const answer = latestAnswer(data, round.id, associationId)
      if (answer === null) continue
      const decisions = new Map(answer.decisions.map((d) => [`${d.rowId} ${d.field}`, d.verdict]))
      for (const { rowId, cells } of answer.rows) {
        const row = rows.get(rowId)
        if (row?.associationId !== associationId) continue
        const project = projectOf(data, row)
        const plan = project === null ? null : planValues(data, project, round.referenceDate)
        const known = all.get(row.projectId) ?? new Map<ReviewField, Confirmation | null>()
        all.set(row.projectId, known)
        for (const { field, kind, value } of cells) {
          // A later round has the last word.
          if (known.has(field)) continue
          const stands =
            kind === 'confirm' || (kind === 'correct' && decisions.get(`${rowId} ${field}`) === 'accepted')
          known.set(
            field,
            stands
              ? {
                  by: row.associationName,
                  on: answer.receivedOn,
                  roundId: round.id,
                  roundNumber: round.number,
                  referenceDate: round.referenceDate,
                  value,
                  current: plan?.(field) === value,
                }
              : null,
          )
        }
      }
    }
  }
  return all
}

/** Places, how many of them an association stands for, and the last time it did so. */
export interface ConfirmedPlaces {
  readonly places: number
  readonly confirmed: number
  readonly last: Confirmation | null
}

/**
 * How many places of a project on a date are confirmed. Those of a status are when its association confirmed their
 * number on the reference date of a round, and the plan still says that number, on that date and on this one.
 */
export function confirmedPlaces(
  data: ProgrammeData,
  confirmations: Confirmations,
  project: Project,
  on: IsoDate,
  statuses: readonly ReviewStatus[] = REVIEW_STATUSES,
): ConfirmedPlaces {
  return confirmedCounts(confirmations, project.id, projectPlaces(data, project, on), statuses)
}

function confirmedCounts(
  confirmations: Confirmations,
  projectId: Id,
  counts: StatusCounts,
  statuses: readonly ReviewStatus[],
): ConfirmedPlaces {
  const known = confirmations.get(projectId)
  let places = 0
  let confirmed = 0
  let last: Confirmation | null = null
  for (const status of statuses) {
    const count = counts[status]
    if (count === 0) continue
    places += count
    const word = known?.get(status) ?? null
    if (word?.current !== true || word.value !== count) continue
    confirmed += count
    last = later(last, word)
  }
  return { places, confirmed, last }
}

const later = (a: Confirmation | null, b: Confirmation | null): Confirmation | null =>
  a === null || (b !== null && b.on > a.on) ? b : a

export interface ConfirmedLine extends ConfirmedPlaces {
  /** Null for projects without an association: nobody can confirm those. */
  readonly associationId: Id | null
  readonly name: string
}

/** Per association which of its places on a date are confirmed; without an association comes last. */
export function confirmedByAssociation(
  data: ProgrammeData,
  confirmations: Confirmations,
  on: IsoDate,
  filter: ProjectFilter = {},
): ConfirmedLine[] {
  const lines = new Map<Id | null, ConfirmedPlaces>()
  for (const project of data.projects.values()) {
    if (!matches(data, project, filter)) continue
    const part = confirmedPlaces(data, confirmations, project, on)
    if (part.places === 0) continue
    lines.set(project.associationId, addConfirmed(lines.get(project.associationId), part))
  }
  return [...lines]
    .map(([associationId, line]) => ({
      associationId,
      name: (associationId === null ? undefined : data.partners.get(associationId)?.name) ?? NO_ASSOCIATION,
      ...line,
    }))
    .sort(
      (a, b) =>
        Number(a.associationId === null) - Number(b.associationId === null) || compareDutch(a.name, b.name),
    )
}

export function addConfirmed(a: ConfirmedPlaces | undefined, b: ConfirmedPlaces): ConfirmedPlaces {
  if (a === undefined) return b
  return { places: a.places + b.places, confirmed: a.confirmed + b.confirmed, last: later(a.last, b.last) }
}

/** What is confirmed of the records behind a figure: each project with the statuses that the figure counts of it. */
export function confirmedParts(
  data: ProgrammeData,
  confirmations: Confirmations,
  parts: readonly { readonly projectId: Id | null; readonly statuses: readonly CapacityStatus[] }[],
  on: IsoDate,
): ConfirmedPlaces[] {
  return parts.map(({ projectId, statuses }) => {
    const project = projectId === null ? undefined : data.projects.get(projectId)
    // Without an association there is nobody to ask.
    if (project === undefined || project.associationId === null)
      return { places: 0, confirmed: 0, last: null }
    const asked = REVIEW_STATUSES.filter((status) => statuses.includes(status))
    return confirmedPlaces(data, confirmations, project, on, asked)
  })
}

export type ConfirmedState = 'all' | 'part' | 'none'

export const confirmedState = ({ places, confirmed }: ConfirmedPlaces): ConfirmedState =>
  confirmed === 0 ? 'none' : confirmed === places ? 'all' : 'part'

/** `Wonion op 3 december 2026 (ronde 2)`. */
export const confirmedBy = ({ by, on, roundNumber }: Confirmation): string =>
  `${by} op ${formatDate(on)} (ronde ${String(roundNumber)})`

/** `bevestigd door Wonion op 3 december 2026 (ronde 2)`, `4 van 9 bevestigd door …` or `niet bevestigd`. */
export function confirmedText(of: ConfirmedPlaces): string {
  if (of.last === null) return 'niet bevestigd'
  return `${partly(of)}bevestigd door ${confirmedBy(of.last)}`
}

/** The same for a column with that head: `Wonion, 03-12-2026, ronde 2`; empty where there is nothing to confirm. */
export function confirmedShort(of: ConfirmedPlaces): string {
  if (of.places === 0) return ''
  if (of.last === null) return 'niet bevestigd'
  const { by, on, roundNumber } = of.last
  return `${partly(of)}${by}, ${formatShortDate(on)}, ronde ${String(roundNumber)}`
}

const partly = (of: ConfirmedPlaces): string =>
  confirmedState(of) === 'all' ? '' : `${formatNumber(of.confirmed)} van ${formatNumber(of.places)} `

/** `24 van de 36 plekken bij corporaties zijn bevestigd`. */
export const confirmedShare = ({ places, confirmed }: Omit<ConfirmedPlaces, 'last'>): string => {
  const how = confirmed === places ? 'alle' : `${formatNumber(confirmed)} van de`
  return `${how} ${plural(places, 'plek', 'plekken')} bij corporaties ${confirmed === 1 ? 'is' : 'zijn'} bevestigd`
}
