import { formatNumber } from '../labels'
import type { IsoDate } from '../model/entities'
import type { DomainError } from '../result'
import { isIsoDate } from '../time/day'
import { isId, MAX_NAME, MAX_TEXT } from './limits'

/** Collects all problems of a record, so that a form can show them at once. */
export class Problems {
  readonly list: DomainError[] = []

  add(code: string, message: string, field: string): void {
    this.list.push({ code, message, field })
  }

  /** A name is obligatory and fits on one line of a table. */
  name(value: string, field = 'name'): void {
    if (value.trim() === '') this.add('name-missing', 'Vul een naam in.', field)
    else if (value.length > MAX_NAME)
      this.add(
        'name-too-long',
        `De naam is ${formatNumber(value.length)} tekens lang. Er passen er hoogstens ${formatNumber(MAX_NAME)}.`,
        field,
      )
  }

  text(value: string, field: string): void {
    if (value.length > MAX_TEXT)
      this.add(
        'text-too-long',
        `De tekst is ${formatNumber(value.length)} tekens lang. Er passen er hoogstens ${formatNumber(MAX_TEXT)}.`,
        field,
      )
  }

  /** @returns true when the date is a real one */
  date(value: IsoDate, field: string): boolean {
    if (isIsoDate(value)) return true
    const message =
      value === ''
        ? 'Vul een datum in.'
        : `"${value.slice(0, 30)}" is geen bestaande datum. Kies een datum tussen 1900 en 2199.`
    this.add('date-invalid', message, field)
    return false
  }

  dateOrNull(value: IsoDate | null, field: string): boolean {
    return value === null || this.date(value, field)
  }

  /** Whole number within bounds. `what` starts the sentence: "Het aantal plekken". */
  whole(value: number, least: number, most: number, what: string, field: string): boolean {
    if (Number.isInteger(value) && value >= least && value <= most) return true
    this.add(
      'number-invalid',
      `${what} moet een heel getal zijn van ${formatNumber(least)} tot en met ${formatNumber(most)}.`,
      field,
    )
    return false
  }

  id(value: string, field: string): void {
    if (!isId(value))
      this.add(
        'id-invalid',
        'De code bestaat uit letters, cijfers, punten en streepjes, begint met een letter of cijfer en is hoogstens 64 tekens lang.',
        field,
      )
  }

  /** No value twice. `value` gives the key of an item; empty keys are skipped. */
  unique<T>(
    items: readonly T[],
    key: (item: T) => string,
    field: (index: number) => string,
    message: string,
  ): void {
    const seen = new Set<string>()
    items.forEach((item, index) => {
      const k = key(item)
      if (k !== '' && seen.has(k)) this.add('duplicate', message, field(index))
      seen.add(k)
    })
  }
}
