import type { BalanceFigures } from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import { byNumber, capitalise, formatDate, formatNumber } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'

/** A piece of the sentence: words, or a number that opens its explanation. */
export type HeadlinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly query: FigureQuery }

export interface HeadlineInput {
  /** The balance on the reference date. */
  readonly now: BalanceFigures
  readonly date: IsoDate
  /** The balance on the horizon: what the planning leads to. */
  readonly end: BalanceFigures
  readonly horizon: IsoDate
  /** Narrowing of the figures, so that a number explains itself within it. */
  readonly scope: Partial<FigureQuery>
}

/** `eind 2030` for the last day of a year, else `op` and the date. */
export function moment(date: IsoDate): string {
  return date.endsWith('-12-31') ? `eind ${date.slice(0, 4)}` : `op ${formatDate(date)}`
}

const text = (words: string): HeadlinePart => ({ kind: 'text', text: words })

/**
 * Where the programme stands, in plain words built from its figures; read as one text. What is in use counts on the
 * reference date, what is still lacking on the horizon: the same gap as everywhere, on that day.
 */
export function headline(input: HeadlineInput): HeadlinePart[] {
  const { end, horizon } = input
  const ambition = end.ambition ?? 0
  if (ambition === 0)
    return [
      text(`Voor ${moment(horizon).replace(/^op /, '')} is nog geen ambitie vastgelegd. `),
      ...inUse(input),
    ]
  return [
    text(`${capitalise(moment(horizon))} ${byNumber(ambition, 'is', 'zijn')} `),
    figure(input, 'ambition', ambition, horizon),
    text(` ${byNumber(ambition, 'plek', 'plekken')} nodig. `),
    ...inUse(input),
    text(' '),
    ...promised(input),
    text(' '),
    ...lacking(input, ambition),
  ]
}

function figure(
  { scope }: HeadlineInput,
  name: 'ambition' | 'realised' | 'planned' | 'gap',
  value: number,
  date: IsoDate,
): HeadlinePart {
  return { kind: 'figure', text: formatNumber(value), query: { figure: name, date, ...scope } }
}

function inUse(input: HeadlineInput): HeadlinePart[] {
  const { now, date } = input
  if (now.realised === 0) return [text(`Op ${formatDate(date)} is er nog geen plek in gebruik.`)]
  return [
    text(`Op ${formatDate(date)} ${byNumber(now.realised, 'is', 'zijn')} er `),
    figure(input, 'realised', now.realised, date),
    text(` ${byNumber(now.realised, 'plek', 'plekken')} in gebruik.`),
  ]
}

function promised({ now, end }: HeadlineInput): HeadlinePart[] {
  const total = end.realised + end.committed
  if (total === now.realised) return [text('Meer is er nog niet toegezegd.')]
  return [text(`Met wat is toegezegd komt dat op ${formatNumber(total)}.`)]
}

function lacking(input: HeadlineInput, ambition: number): HeadlinePart[] {
  const { end, horizon } = input
  const missing = ambition - end.realised - end.committed
  if (missing === 0) return [text('Daarmee is de ambitie precies gedekt.')]
  if (missing < 0) return [text(`Dat zijn er ${formatNumber(-missing)} meer dan nodig.`)]
  const opening = [
    text(`Er ${byNumber(missing, 'ontbreekt', 'ontbreken')} er nog `),
    figure(input, 'gap', missing, horizon),
  ]
  if (end.planned === 0) return [...opening, text(', en daarvoor is nog geen plan.')]
  const planned = figure(input, 'planned', end.planned, horizon)
  if (end.planned >= missing)
    return [
      ...opening,
      text(`; er ${byNumber(end.planned, 'ligt een plan', 'liggen plannen')} voor `),
      planned,
      text('.'),
    ]
  const without = formatNumber(missing - end.planned)
  return [
    ...opening,
    text(': voor '),
    planned,
    text(` ${byNumber(end.planned, 'ligt er een plan', 'liggen er plannen')}, voor ${without} nog niet.`),
  ]
}
