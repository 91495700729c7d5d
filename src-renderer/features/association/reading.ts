import { formatShortDate } from '@/domain/labels'
import { refuse, type Result } from '@/domain/result'
import { checkValue, isDateField, isPlacesField, type ReviewField, type ReviewValue } from '@/domain/review'
import { readDate, readNumber } from '@/ui/typed'

/** What a person typed in a cell, or a Dutch refusal. An empty date is an unknown one; an empty number is a mistake. */
export function readCell(field: ReviewField, text: string): Result<ReviewValue> {
  if (isPlacesField(field)) return checkValue(field, readNumber(text) ?? null)
  if (!isDateField(field)) return checkValue(field, text)
  const date = text.trim() === 'onbekend' ? null : readDate(text)
  return date === undefined
    ? refuse('date-invalid', 'Schrijf de datum als dag, maand en jaar, zoals 14-04-2026.', field)
    : checkValue(field, date)
}

/** What stands in a cell when somebody starts to change it. */
export function typedForm(field: ReviewField, value: ReviewValue): string {
  if (value === null) return ''
  return isDateField(field) && typeof value === 'string' ? formatShortDate(value) : String(value)
}
