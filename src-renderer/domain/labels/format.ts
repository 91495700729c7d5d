import type { IsoDate } from '../model/entities'
import type { Quarter } from '../time/quarter'

/**
 * Dutch forms of numbers and dates. Written out instead of taken from the engine's locale data, so that a report has
 * the same bytes in Node, in a worker and in any version of Chromium.
 */

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

/** Monday first, as a Dutch week goes. */
export const WEEKDAYS = [
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
] as const

/** `1234.5` with one decimal → `1.234,5`. Rounds half away from zero; minus as a real minus sign is left plain. */
export function formatNumber(value: number, decimals = 0): string {
  const factor = 10 ** decimals
  const scaled = Math.round(Math.abs(value) * factor + 1e-9)
  const whole = Math.floor(scaled / factor)
  const fraction = String(scaled % factor).padStart(decimals, '0')
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
  const sign = value < 0 && scaled !== 0 ? '-' : ''
  return decimals === 0 ? sign + grouped : `${sign}${grouped},${fraction}`
}

/** Ratio as a whole percentage: `0.05` → `5%`. */
export function formatPercent(ratio: number, decimals = 0): string {
  return `${formatNumber(ratio * 100, decimals)}%`
}

/** `2026-04-14` → `14 april 2026`; `2026-04` → `april 2026`. Anything else comes back as it is. */
export function formatDate(iso: IsoDate): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1]
  if (month === undefined || !/^\d{4}-\d{2}(-\d{2})?$/.test(iso)) return iso
  return iso.length === 7
    ? `${month} ${iso.slice(0, 4)}`
    : `${String(Number(iso.slice(8, 10)))} ${month} ${iso.slice(0, 4)}`
}

/** `2026-04-14` → `14-04-2026`. */
export function formatShortDate(iso: IsoDate): string {
  return `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`
}

/** `1e kwartaal 2026` (2e, 3e, 4e alike). */
export function formatQuarter(q: Quarter): string {
  return `${String(q.quarter)}e kwartaal ${String(q.year)}`
}

/** `K1 2026`, for axes and narrow columns. */
export function formatQuarterShort(q: Quarter): string {
  return `K${String(q.quarter)} ${String(q.year)}`
}

/** `1 plek`, `12 plekken`, `0 plekken`. */
export function plural(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${Math.abs(n) === 1 ? one : many}`
}

/** `is` or `zijn`, and the like, by number. */
export function byNumber(n: number, one: string, many: string): string {
  return Math.abs(n) === 1 ? one : many
}

/** Words in a row: `a`, `a en b`, `a, b en c`. */
export function joinDutch(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} en ${words.at(-1) ?? ''}`
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' })

/** Dutch order: accents and capitals don't count, numbers by their value. */
export function compareDutch(a: string, b: string): number {
  return collator.compare(a, b)
}

/** `een naam` → `Een naam`; the digraph IJ becomes a capital as one: `ijssel` → `IJssel`. */
export function capitalise(text: string): string {
  if (/^ij/i.test(text)) return `IJ${text.slice(2)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A date and a time of day already turned into local parts: `14 april 2026, 09:05`. */
export function formatDateTime(iso: IsoDate, hours: number, minutes: number): string {
  return `${formatDate(iso)}, ${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
