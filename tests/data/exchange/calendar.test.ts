import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementDays, calendarDays, toCalendar } from '@/exchange'
import { dateArbitrary, regieProgrammeArbitrary, textArbitrary } from '../../fixtures/randomProgramme'

const AT = '2026-11-02T09:00:00Z'

/** A reader of its own: unfolds the lines and takes the escapes off. */
function read(ics: string): Map<string, string>[] {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n')
  const events: Map<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push(new Map())
    const [, key, value] = /^([A-Z]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined)
      events.at(-1)?.set(
        key,
        value.replace(/\\([\\;,n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign)),
      )
  }
  return events
}

describe('the calendar file', () => {
  it('has a whole day for each date', () => {
    expect(
      toCalendar([{ uid: 'a', date: '2026-12-31', title: 'Sleutels; deur, raam', text: 'Een\ntwee' }], AT),
    ).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Palet//Regie//NL',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:a@palet',
        'DTSTAMP:20261102T090000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Sleutels\\; deur\\, raam',
        'DESCRIPTION:Een\\ntwee',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('gives any text back, in lines of at most 75 bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        textArbitrary,
        dateArbitrary,
        (title, text, date) => {
          const ics = toCalendar([{ uid: 'a', date, title, text }], AT)
          for (const line of ics.split('\r\n'))
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          const [event] = read(ics)

          const plain = (t: string) =>
            t.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
          expect(event?.get('SUMMARY')).toBe(plain(title))
          expect(event?.get('DESCRIPTION') ?? '').toBe(plain(text))
          expect(event?.get('DTSTART')).toBe(date.replaceAll('-', ''))
        },
      ),
      // Separators of lines that a reader may take for the end of one: found by chance once.
      { examples: [['\u2028 ', '\u0085\u2029', '2025-01-01']] },
    )
  })

  it('holds what is still to come, by date', () => {
    fc.assert(
      fc.property(regieProgrammeArbitrary, (data) => {
        const days = calendarDays(data)
        const open = [...data.agreements.values()].filter((a) => a.status === 'open' && a.due !== null)
        const planned = [...data.sessions.values()].filter((s) => !s.held)
        const ahead = [...data.celebrations.values()].filter((c) => c.celebratedOn === null)
        expect(days).toHaveLength(open.length + planned.length + ahead.length)
        expect(days.map((d) => d.date)).toEqual(days.map((d) => d.date).sort())
        const [one] = open
        expect(agreementDays(data, open)).toEqual(days.filter((d) => open.some((a) => a.id === d.uid)))
        if (one !== undefined)
          expect(agreementDays(data, [one])).toMatchObject([{ uid: one.id, date: one.due }])
      }),
      { numRuns: 40 },
    )
  })
})
