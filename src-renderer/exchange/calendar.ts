import { agreementKindLabels, capitalise, joinDutch } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Agreement } from '@/domain/regie'
import { toDay, toIso } from '@/domain/time/day'

/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same for the same record, so that a second import replaces and doesn't double. */
  readonly uid: string
  readonly date: IsoDate
  readonly title: string
  readonly text: string
}

/** Agreements that are open and have a date, by date. */
export function agreementDays(data: ProgrammeData, agreements: Iterable<Agreement>): CalendarDay[] {
  const days: CalendarDay[] = []
  for (const a of agreements) {
    if (a.status !== 'open' || a.due === null) continue
    const owners = [a.ownerId, ...a.coOwnerIds].flatMap((id) => data.partners.get(id)?.name ?? [])
    days.push({
      uid: a.id,
      date: a.due,
      title: `${capitalise(agreementKindLabels[a.kind])}: ${a.name}`,
      text: `Van ${joinDutch(owners)}. ${a.text}`.trim(),
    })
  }
  return days.sort(byDate)
}

/** Open agreements with a date, sessions that are planned, and milestones to celebrate, by date. */
export function calendarDays(data: ProgrammeData): CalendarDay[] {
  const days = agreementDays(data, data.agreements.values())
  for (const s of data.sessions.values()) {
    if (s.held) continue
    const agenda = s.agenda.map((item) => item.text).join('\n')
    days.push({ uid: s.id, date: s.date, title: s.name, text: agenda })
  }
  for (const c of data.celebrations.values())
    if (c.celebratedOn === null)
      days.push({ uid: c.id, date: c.date, title: `Mijlpaal: ${c.name}`, text: '' })
  return days.sort(byDate)
}

const byDate = (a: CalendarDay, b: CalendarDay): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.uid < b.uid ? -1 : 1

/**
 * An iCalendar file (RFC 5545) of whole days, for any calendar.
 * @param savedAt ISO 8601 in UTC, such as `2026-11-02T09:00:00Z`
 */
export function toCalendar(days: readonly CalendarDay[], savedAt: string): string {
  const stamp = `${savedAt.slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Palet//Regie//NL',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day.uid}@palet`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day.date)}`,
      // The end of a whole day is the day after it.
      `DTEND;VALUE=DATE:${compact(toIso(toDay(day.date) + 1))}`,
      `SUMMARY:${escaped(day.title)}`,
      ...(day.text === '' ? [] : [`DESCRIPTION:${escaped(day.text)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

const compact = (date: IsoDate): string => date.replaceAll('-', '')

/** Text may hold anything: the signs that mean something are escaped, other control signs go. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A line is at most 75 bytes; what is longer goes on after a space. No sign is cut in two. */
function folded(line: string): string[] {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    if (bytes + size > 75) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += sign
    bytes += size
  }
  return [...parts, part]
}
