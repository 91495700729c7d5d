import type { IsoDate } from '@/domain/model/entities'
import { daysInMonth, dayOf, isIsoDate, toIso } from '@/domain/time/day'
import { type GridValue, isDateCell } from './grid'

/** A cell read as what it should hold. `odd` says what was strange though it could be read; a Dutch part of a sentence. */
export type Read<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: T; readonly odd: string | null }
  | { readonly kind: 'wrong'; readonly why: string }

const empty = { kind: 'empty' } as const
const value = <T>(v: T, odd: string | null = null): Read<T> => ({ kind: 'value', value: v, odd })
const wrong = (why: string): Read<never> => ({ kind: 'wrong', why })

/** What stands in the cell, short enough for a message. */
export function shown(cell: GridValue): string {
  if (cell === null) return ''
  if (isDateCell(cell)) return `${cell.date.slice(8)}-${cell.date.slice(5, 7)}-${cell.date.slice(0, 4)}`
  if (typeof cell === 'boolean') return cell ? 'WAAR' : 'ONWAAR'
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : cell
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const FORMULA_ERROR =
  /^#(REF|VALUE|N\/A|NAME|NULL|DIV\/0|NUM|WAARDE|VERW|NAAM|DEEL\/0|LEEG!|GETAL|SPILL|CALC)[!?]?/i
/** LibreOffice gives the number of an error where it has no word for it. */
const OFFICE_ERROR = /^(Err|Fout):\d{3}$/i

export const isErrorText = (text: string): boolean => FORMULA_ERROR.test(text) || OFFICE_ERROR.test(text)

/** A number of places: whole, 0 or more, as Dutch people write it. */
export function readCount(cell: GridValue): Read<number> {
  if (cell === null) return empty
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 0
      ? value(cell)
      : wrong(`${shown(cell)} is geen heel getal van 0 of meer`)
  if (typeof cell === 'boolean') return wrong(`${shown(cell)} is geen getal`)
  if (isDateCell(cell))
    return wrong(
      `het rekenprogramma heeft er een datum van gemaakt (${shown(cell)}); vul het getal opnieuw in`,
    )
  return countFromText(cell.replace(/[\s\u00a0]+/g, ' ').trim())
}

function countFromText(text: string): Read<number> {
  if (text === '' || text === '-' || text === '–') return empty
  if (isErrorText(text)) return wrong(`er staat een formule met een fout (${text})`)
  if (/^\d{1,9}$/.test(text)) return value(Number(text), 'is als tekst ingevuld')
  // Dutch: a dot for thousands, a comma before decimals.
  if (/^\d{1,3}(\.\d{3})+(,0+)?$/.test(text))
    return value(
      Number(text.replace(/,.*$/, '').replaceAll('.', '')),
      'is als tekst ingevuld, met punten voor duizendtallen',
    )
  if (/^\d{1,9},0+$/.test(text)) return value(Number(text.replace(/,.*$/, '')), 'is als tekst ingevuld')
  if (/^\d{1,3}(,\d{3})+$/.test(text))
    return wrong(
      `"${text}" is niet duidelijk: in het Nederlands is de komma voor decimalen. Vul ${text.replaceAll(',', '')} in als dat is bedoeld`,
    )
  if (/^-?\d+([.,]\d+)?$/.test(text)) return wrong(`${text} is geen heel getal van 0 of meer`)
  return wrong(`"${shown(text)}" is geen getal`)
}

const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const
/** 1 January 1950 and 31 December 2149, as a spreadsheet counts days. */
const FIRST_SERIAL = 18_264
const LAST_SERIAL = 91_312

/**
 * A date as a date, as the number behind it, or as text the way Dutch people write it.
 * @param monthFirst true for a file of which it is known that it writes 12/31/1999
 */
export function readDate(cell: GridValue, monthFirst = false): Read<IsoDate> {
  if (cell === null) return empty
  if (isDateCell(cell)) return isIsoDate(cell.date) ? value(cell.date) : wrong('dit is geen bestaande datum')
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < FIRST_SERIAL || cell > LAST_SERIAL)
      return wrong(`${shown(cell)} is geen datum`)
    // Day 0 of a spreadsheet is 30 December 1899, whatever it shows before March 1900.
    return value(toIso(dayOf(1899, 12, 30) + cell), 'staat er als getal')
  }
  if (typeof cell === 'boolean') return wrong(`${shown(cell)} is geen datum`)
  const text = cell.replace(/[\s\u00a0]+/g, ' ').trim()
  if (text === '' || text === '-' || text === '–' || text.toLowerCase() === 'onbekend') return empty
  if (isErrorText(text)) return wrong(`er staat een formule met een fout (${text})`)
  const date = dateFromText(text.toLowerCase(), monthFirst)
  return date === null
    ? wrong(`"${shown(text)}" is geen bestaande datum (dag-maand-jaar)`)
    : value(date, 'is als tekst ingevuld')
}

function dateFromText(text: string, monthFirst: boolean): IsoDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(t.*)?$/.exec(text)
  if (iso !== null) return civil(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  if (numbers !== null)
    return monthFirst ? civil(numbers[3], numbers[1], numbers[2]) : civil(numbers[3], numbers[2], numbers[1])
  const words = /^(\d{1,2})[- ]([a-z]+)\.?[- ](\d{4}|\d{2})$/.exec(text)
  if (words === null) return null
  const start = (words[2] ?? '').replace(/^mrt/, 'maa').slice(0, 3)
  const month = MONTHS.findIndex((m) => m === start)
  return month === -1 ? null : civil(words[3], String(month + 1), words[1])
}

function civil(year = '', month = '', day = ''): IsoDate | null {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year)
  const [m, d] = [Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null
  const iso = toIso(dayOf(y, m, d))
  return isIsoDate(iso) ? iso : null
}

/** Text, without the apostrophe that guards it against being taken for a formula. */
export function readText(cell: GridValue): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return shown(cell)
  const text = cell.replace(/\r\n?/g, '\n').trim()
  return /^'[=+\-@\t\r\n|]/.test(text) ? text.slice(1).trim() : text
}
