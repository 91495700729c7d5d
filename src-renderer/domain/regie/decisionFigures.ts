import { transitionBalance } from '../capacity/balance'
import type { ProjectFilter } from '../capacity/places'
import { capitalise, compareDutch, formatNumber, joinDutch, plural, statusGroupLabels } from '../labels'
import type { IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import type { Decision, DecisionFigure } from './model'

/** A figure as it is proposed for a decision: label and value in Dutch, as they are kept. */
export type KeyFigure = Omit<DecisionFigure, 'id'>

const NAMES = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const

/**
 * The key figures of the programme on a date, by the definitions of Overzicht and the reports: of the whole region, and
 * of the municipalities of the decision together when it is about some of them. The labels are the same each time, so
 * that what was kept can be laid beside what holds now.
 */
export function keyFigures(
  data: ProgrammeData,
  { municipalityIds }: Pick<Decision, 'municipalityIds'>,
  date: IsoDate,
): KeyFigure[] {
  const names = municipalityIds.flatMap((id) => data.municipalities.get(id)?.name ?? []).sort(compareDutch)
  return [
    ...figuresOf(data, date, {}, ''),
    ...(names.length === 0
      ? []
      : figuresOf(data, date, { municipalityIds: new Set(municipalityIds) }, `, ${joinDutch(names)}`)),
  ]
}

function figuresOf(data: ProgrammeData, date: IsoDate, filter: ProjectFilter, where: string): KeyFigure[] {
  const { total } = transitionBalance(data, date, 'municipality', filter)
  return NAMES.flatMap((name) => {
    const value = total[name]
    // Without an ambition there is no gap either: a dash would be kept for good.
    if (value === null || ((name === 'ambition' || name === 'gap') && (total.ambition ?? 0) === 0)) return []
    const text = value < 0 ? `${formatNumber(value)} plekken` : plural(value, 'plek', 'plekken')
    return [{ label: `${capitalise(statusGroupLabels[name])}${where}`, value: text, referenceDate: date }]
  })
}

export interface FigureThenNow {
  readonly then: DecisionFigure
  /** The same figure today; null when the programme no longer has it. */
  readonly now: string | null
}

/** The figures a decision was taken on, beside those of now. */
export function figuresThenNow(data: ProgrammeData, decision: Decision, date: IsoDate): FigureThenNow[] {
  const now = new Map(keyFigures(data, decision, date).map(({ label, value }) => [label, value]))
  return decision.figures.map((then) => ({ then, now: now.get(then.label) ?? null }))
}
