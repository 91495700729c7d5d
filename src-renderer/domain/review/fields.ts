import { hasSupportTrack, projectPlaces } from '../capacity/places'
import type { StatusCounts } from '../capacity/statusCounts'
import { contractLabels, formatNumber, formatShortDate, statusLabels } from '../labels'
import type { IsoDate, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { CONTRACT_FORMS } from '../model/values'
import { refuse, type Result } from '../result'
import { isIsoDate } from '../time/day'
import { MAX_PLACES } from '../validation/limits'
import { deliveryOf, nextDelivery } from './deliveries'
import { type AskedCell, isDateField, isPlacesField, type ReviewField, type ReviewValue } from './model'

/** Heads of columns and names in sentences. */
export const reviewFieldLabels: Readonly<Record<ReviewField, string>> = {
  available: statusLabels.available,
  preparing: statusLabels.preparing,
  committed: statusLabels.committed,
  explored: statusLabels.explored,
  idea: statusLabels.idea,
  homesOn: 'woningen opgeleverd op',
  supportFrom: 'begeleiding vanaf',
  contract: 'contract',
}

/** How a value reads in a table: `12`, `01-07-2027`, `eigen huurcontract`, or `onbekend` for no date. */
export function valueText(field: ReviewField, value: ReviewValue): string {
  if (typeof value === 'number') return formatNumber(value)
  if (value === null) return 'onbekend'
  if (isDateField(field)) return formatShortDate(value)
  const form = CONTRACT_FORMS.find((f) => f === value)
  return form === undefined ? value : contractLabels[form]
}

/** What the plan says in a cell on the reference date; undefined when this project has no such cell. */
export function planValue(
  data: ProgrammeData,
  project: Project,
  field: ReviewField,
  on: IsoDate,
): ReviewValue | undefined {
  return planValues(data, project, on)(field)
}

/** The same for all cells of a project, whose places are then added up once. */
export function planValues(
  data: ProgrammeData,
  project: Project,
  on: IsoDate,
): (field: ReviewField) => ReviewValue | undefined {
  let places: StatusCounts | null = null
  return (field) => {
    if (isPlacesField(field)) {
      places ??= projectPlaces(data, project, on)
      return places[field]
    }
    if (field === 'homesOn') return deliveryOf(project.homes, on)
    if (field === 'contract') return data.arrangementTypes.get(project.typeId)?.contract
    return hasSupportTrack(data, project) ? deliveryOf(project.support, on) : undefined
  }
}

/** The cell as it is put to the association; null when this project has no such cell. */
export function askedCell(
  data: ProgrammeData,
  project: Project,
  field: ReviewField,
  on: IsoDate,
): AskedCell | null {
  const value = planValue(data, project, field, on)
  return value === undefined ? null : { field, value, applies: canApply(project, field, on) }
}

/** Only a delivery to come can get another date, and the contract belongs to the type: the rest is for a person. */
export function canApply(project: Project, field: ReviewField, on: IsoDate): boolean {
  if (isPlacesField(field)) return true
  if (field === 'homesOn') return nextDelivery(project.homes, on) !== null
  return field === 'supportFrom' && nextDelivery(project.support, on) !== null
}

/** Whether a value may stand in a cell at all, wherever it comes from. */
export function checkValue(field: ReviewField, value: ReviewValue): Result<ReviewValue> {
  if (isPlacesField(field))
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PLACES
      ? { ok: true, value }
      : refuse(
          'number-invalid',
          `Bij "${reviewFieldLabels[field]}" hoort een heel getal van 0 tot en met ${formatNumber(MAX_PLACES)}.`,
          field,
        )
  if (isDateField(field))
    return value === null || (typeof value === 'string' && isIsoDate(value))
      ? { ok: true, value }
      : refuse('date-invalid', `Bij "${reviewFieldLabels[field]}" hoort een bestaande datum.`, field)
  return CONTRACT_FORMS.some((form) => form === value)
    ? { ok: true, value }
    : refuse('contract-unknown', 'Deze vorm van contract kent Palet niet.', field)
}
