import { compareDutch, formatDate, joinDutch, phaseLabels, plural } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Phase } from '@/domain/model/values'
import type { DownstreamShift } from '@/domain/planning/downstream'
import { addMonths, toDay } from '@/domain/time/day'

/** A project that gets later by a move, by its first phase that does. */
export interface Delay {
  readonly projectId: Id
  readonly name: string
  readonly phase: Phase
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Names that fit in a sentence; more become a number. */
const MOST_NAMES = 3
const DAYS_A_MONTH = 30.44

/** One line per project: the phase that moves furthest. */
export function delaysByProject(data: ProgrammeData, shifts: readonly DownstreamShift[]): Delay[] {
  const worst = new Map<Id, DownstreamShift>()
  for (const shift of shifts) {
    const known = worst.get(shift.projectId)
    if (known === undefined || shift.days > known.days) worst.set(shift.projectId, shift)
  }
  return [...worst.values()]
    .map(({ projectId, phase, from, to }) => ({
      projectId,
      name: data.projects.get(projectId)?.name ?? '',
      phase,
      from,
      to,
    }))
    .sort((a, b) => compareDutch(a.name, b.name))
}

/** `2 maanden`, `3 weken`, `5 dagen`, or about so many months. */
export function timeBetween(from: IsoDate, to: IsoDate): string {
  const days = toDay(to) - toDay(from)
  const months = Math.round(days / DAYS_A_MONTH)
  if (months > 0 && addMonths(from, months) === to) return plural(months, 'maand', 'maanden')
  if (days > 45) return `ongeveer ${plural(months, 'maand', 'maanden')}`
  if (days % 7 === 0) return plural(days / 7, 'week', 'weken')
  return plural(days, 'dag', 'dagen')
}

/** `Dit schuift 2 projecten mee op: Skaeve Huse (2 maanden later) en Kamers (3 weken later).` */
export function delayWords(delays: readonly Delay[]): string {
  if (delays.length === 0) return ''
  const named = delays.slice(0, MOST_NAMES).map((d) => `${d.name} (${timeBetween(d.from, d.to)} later)`)
  const more = delays.length - named.length
  const all = more > 0 ? [...named, plural(more, 'ander project', 'andere projecten')] : named
  return `Dit schuift ${plural(delays.length, 'project', 'projecten')} mee op: ${joinDutch(all)}.`
}

export interface DelayLine {
  readonly key: string
  readonly name: string
  readonly words: string
}

/** The same as a list, for the question after a drop. */
export function delayLines(delays: readonly Delay[]): DelayLine[] {
  return delays.map(({ projectId, name, phase, from, to }) => ({
    key: projectId,
    name,
    words: `fase ${phaseLabels[phase]}: van ${formatDate(from)} naar ${formatDate(to)} (${timeBetween(from, to)} later)`,
  }))
}
