import { REASONS, type BackupRecord, type Reason } from '../../data/backup/ledger'
import { formatDateTime, formatNumber } from '../../domain/labels'
import type { BackupPlace } from '../../platform'

export const PLACE_TITLES: Readonly<Record<BackupPlace, string>> = {
  own: 'Eigen map van Palet',
  first: 'Eerste plek',
  second: 'Tweede plek',
}

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  gesloten: 'bij het sluiten',
  werk: 'tijdens het werk',
  import: 'voor het inlezen van een bestand',
  herstel: 'voor het terugzetten',
  zelf: 'zelf gemaakt',
}

export function reasonWords(why: string): string {
  const reason = REASONS.find((each) => each === why)
  return reason === undefined ? '' : REASON_WORDS[reason]
}

/** `812 bytes`, `42 kB`, `5,3 MB`, `1,2 GB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${formatNumber(bytes)} bytes`
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1_000)} kB`
  if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, 1)} MB`
  return `${formatNumber(bytes / 1_000_000_000, 1)} GB`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The calendar day of a moment in UTC, where the person is. */
export function localDay(utc: string): string {
  const at = new Date(utc)
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export function timeOfDay(utc: string): string {
  const at = new Date(utc)
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

export function momentOf(utc: string): string {
  const at = new Date(utc)
  return formatDateTime(localDay(utc), at.getHours(), at.getMinutes())
}

export interface Mark {
  readonly tone: 'good' | 'bad' | 'none'
  readonly text: string
}

/** What is known of a backup in the places where it is. */
export function markOf(record: BackupRecord | null, places: readonly BackupPlace[]): Mark {
  if (record === null)
    return { tone: 'none', text: 'Met andere sleutels gemaakt: vraagt de wachtzin van toen' }
  const checks = places.flatMap((place) => {
    const check = record.checks[place]
    return check === undefined ? [] : [{ place, ...check }]
  })
  const bad = checks.filter(({ fault }) => fault !== null)
  const [first] = bad
  if (first !== undefined)
    return {
      tone: 'bad',
      text: `Niet goed: ${bad.map(({ place }) => PLACE_TITLES[place].toLowerCase()).join(' en ')}. ${first.fault ?? ''}`,
    }
  const oldest = checks.reduce<(typeof checks)[number] | null>(
    (last, each) => (last === null || each.at < last.at ? each : last),
    null,
  )
  if (oldest === null || checks.length < places.length)
    return { tone: 'none', text: 'Nog niet gecontroleerd' }
  const how = checks.every((check) => check.how === 'restored') ? 'Op proef teruggezet' : 'Gecontroleerd'
  return { tone: 'good', text: `${how} op ${momentOf(oldest.at)}` }
}
