import { byNumber, compareDutch, formatDate, plural, subjectLabels } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { holdsOn, ladderFrom, LEVELS, type Mandate, type Subject, SUBJECTS } from '@/domain/regie'
import { toDay } from '@/domain/time/day'

/** A mandate that ends within so many days is worth a word. */
const SOON = 60

export interface Validity {
  readonly text: string
  readonly alert: boolean
}

export function validity({ from, until }: Mandate, today: IsoDate): Validity {
  if (today < from) return { text: `geldt pas vanaf ${formatDate(from)}`, alert: false }
  if (until === null) return { text: `sinds ${formatDate(from)}, zonder einddatum`, alert: false }
  if (until < today) return { text: `verlopen op ${formatDate(until)}`, alert: true }
  const days = toDay(until) - toDay(today)
  if (days > SOON) return { text: `tot en met ${formatDate(until)}`, alert: false }
  const when = days === 0 ? 'vandaag' : `over ${plural(days, 'dag', 'dagen')}`
  return { text: `verloopt op ${formatDate(until)}, ${when}`, alert: true }
}

/** By subject, the lowest level first. */
export const mandateRows = (data: ProgrammeData): Mandate[] =>
  [...data.mandates.values()].sort(
    (a, b) =>
      SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      compareDutch(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  )

export interface Ladder {
  readonly subject: Subject
  /** Empty when the ladder above is about the same. */
  readonly title: string
  /** From the lowest up. */
  readonly rungs: readonly { readonly mandate: Mandate; readonly holds: boolean }[]
}

/** Every ladder from its lowest rung; a mandate that stands alone is a ladder of one. */
export function ladders(data: ProgrammeData, today: IsoDate): Ladder[] {
  const above = new Set([...data.mandates.values()].map((m) => m.escalatesToId))
  return mandateRows(data)
    .filter((m) => !above.has(m.id))
    .map((m, i, all) => ({
      subject: m.subject,
      title: all[i - 1]?.subject === m.subject ? '' : subjectLabels[m.subject],
      rungs: [m, ...(ladderFrom(data, m.id) ?? [])].map((mandate) => ({
        mandate,
        holds: holdsOn(mandate, today),
      })),
    }))
}

/** `2 mandaten zijn verlopen, 1 verloopt binnenkort`; empty when there is nothing to say. */
export function expiryWords(data: ProgrammeData, today: IsoDate): string {
  const ends = [...data.mandates.values()].flatMap(({ until }) => until ?? [])
  const gone = ends.filter((until) => until < today).length
  const soon = ends.filter((until) => until >= today && toDay(until) - toDay(today) <= SOON).length
  return [
    ...(gone === 0 ? [] : [`${plural(gone, 'mandaat is', 'mandaten zijn')} verlopen`]),
    ...(soon === 0
      ? []
      : [`${plural(soon, 'mandaat', 'mandaten')} ${byNumber(soon, 'verloopt', 'verlopen')} binnen 60 dagen`]),
  ].join(', ')
}
