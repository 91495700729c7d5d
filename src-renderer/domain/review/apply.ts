import { hasSupportTrack, projectPlaces } from '../capacity/places'
import { formatDate } from '../labels'
import type { Id, IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { normaliseProject, validateProject } from '../validation/project'
import { nextDelivery, withNextDelivery } from './deliveries'
import { checkValue, reviewFieldLabels } from './fields'
import { isDateField, REVIEW_STATUSES, type ReviewField, type ReviewValue } from './model'
import { type OpenCounts, withPlaces } from './places'

/** What of one project is taken over. */
export type AcceptedCells = ReadonlyMap<ReviewField, ReviewValue>

/**
 * The project with the accepted values in it: the places on the reference date are exactly those, cells that weren't
 * accepted stay as they are, and nothing but the two tracks changes. Dates come first, so that an answer about places
 * has the last word about what is still to come. Refuses with `date-side`, `no-delivery`, or what `validateProject`
 * finds.
 */
export function withAccepted(
  data: ProgrammeData,
  project: Project,
  on: IsoDate,
  accepted: AcceptedCells,
  newId: () => Id,
  note: string,
): Result<Project> {
  let next = project
  for (const [field, value] of accepted) {
    const checked = checkValue(field, value)
    if (!checked.ok) return checked
    if (!isDateField(field)) continue
    const moved = withDelivery(next, field, on, value)
    if (!moved.ok) return moved
    next = moved.value
  }
  const supported = hasSupportTrack(data, project)
  const asked = askedPlaces(projectPlaces(data, project, on), accepted)
  next = withPlaces(next, supported, on, asked, (from, to, places) => ({
    id: newId(),
    from,
    to,
    places,
    note,
  }))
  next = normaliseProject(next)
  const [problem] = validateProject(data, next)
  return problem === undefined ? ok(next) : { ok: false, error: problem }
}

function askedPlaces(now: OpenCounts, accepted: AcceptedCells): OpenCounts {
  const asked = { ...now }
  for (const status of REVIEW_STATUSES) {
    const value = accepted.get(status)
    if (typeof value === 'number') asked[status] = value
  }
  return asked
}

function withDelivery(
  project: Project,
  field: 'homesOn' | 'supportFrom',
  on: IsoDate,
  value: ReviewValue,
): Result<Project> {
  const track = field === 'homesOn' ? 'homes' : 'support'
  if (nextDelivery(project[track], on) === null || typeof value !== 'string')
    return refuse(
      'no-delivery',
      `Het plan verwacht na ${formatDate(on)} niets meer bij "${reviewFieldLabels[field]}". Pas het project zelf aan, of maak er een vraag van.`,
      field,
    )
  if (value <= on)
    return refuse(
      'date-side',
      `${formatDate(value)} ligt op of voor de peildatum (${formatDate(on)}). Wat er dan al is, hoort in de kolommen met aantallen plekken.`,
      field,
    )
  return ok({ ...project, [track]: withNextDelivery(project[track], on, value) })
}
