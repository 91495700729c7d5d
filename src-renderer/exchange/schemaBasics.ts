import * as v from 'valibot'
import { isIsoDate } from '@/domain/time/day'
import { isId, MAX_NAME, MAX_TEXT } from '@/domain/validation'

/** What every schema of a file is built from. Messages are the end of a Dutch sentence that starts with a field. */

function objectMessage(issue: v.StrictObjectIssue): string {
  if (issue.expected === 'never') return 'is onbekend'
  return issue.expected.startsWith('"') ? 'ontbreekt' : 'is geen record met velden'
}

export const object = <E extends v.ObjectEntries>(
  entries: E,
): v.StrictObjectSchema<E, typeof objectMessage> => v.strictObject(entries, objectMessage)

export const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item, 'is geen lijst'), v.maxLength(most, `heeft meer dan ${String(most)} onderdelen`))

export const text = v.pipe(
  v.string('is geen tekst'),
  v.maxLength(MAX_TEXT, `is langer dan ${String(MAX_TEXT)} tekens`),
)
export const name = v.pipe(
  v.string('is geen tekst'),
  v.regex(/\S/, 'is leeg'),
  v.maxLength(MAX_NAME, `is langer dan ${String(MAX_NAME)} tekens`),
)
export const id = v.pipe(v.string('is geen tekst'), v.check(isId, 'is geen geldige code'))
export const date = v.pipe(
  v.string('is geen tekst'),
  v.check(isIsoDate, 'is geen bestaande datum (jjjj-mm-dd)'),
)
export const monthOrDate = v.pipe(
  v.string('is geen tekst'),
  v.check(
    (t) => isIsoDate(t) || (t.length === 7 && isIsoDate(`${t}-01`)),
    'is geen datum (jjjj-mm-dd) of maand (jjjj-mm)',
  ),
)
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number('is geen getal'),
    v.integer('is geen heel getal'),
    v.minValue(least, `is lager dan ${String(least)}`),
    v.maxValue(most, `is hoger dan ${String(most)}`),
  )
export const number = v.pipe(v.number('is geen getal'), v.finite('is geen getal'))
export const flag = v.boolean('is niet true of false')
export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `is niet een van: ${values.join(', ')}`)
export const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema)

/** ISO 8601 in UTC, with or without milliseconds. */
export function isMoment(moment: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/.test(moment) &&
    isIsoDate(moment.slice(0, 10))
  )
}

export const moment = v.pipe(
  v.string('is geen tekst'),
  v.check(isMoment, 'is geen tijdstip in UTC (jjjj-mm-ddTuu:mm:ssZ)'),
)
