import type { BalanceFigures } from '@/domain/capacity'
import type { FigureQuery } from '@/domain/indicators'
import { formatDate, formatNumber } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'

/** A piece of the sentence: words, or a number that opens its explanation. */
export type HeadlinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly query: FigureQuery }

export interface HeadlineInput {
  /** The balance on the reference date. */
  readonly now: BalanceFigures
  readonly date: IsoDate
  /** Ambition on the horizon; null when it doesn't apply or none was set. */
  readonly ambition: number | null
  readonly horizon: IsoDate
  /** Narrowing of the figures, so that a number explains itself within it. */
  readonly scope: Partial<FigureQuery>
}

/** `eind 2030` for the last day of a year, else the date itself. */
export function moment(date: IsoDate): string {
  return date.endsWith('-12-31') ? `eind ${date.slice(0, 4)}` : `op ${formatDate(date)}`
}

const text = (words: string): HeadlinePart => ({ kind: 'text', text: words })

/** Where the programme stands, in plain words built from its figures. Read as one text; numbers are buttons. */
export function headline(input: HeadlineInput): HeadlinePart[] {
  const { now, date, ambition, horizon, scope } = input
  const figure = (name: 'realised' | 'committed' | 'planned', value: number): HeadlinePart => ({
    kind: 'figure',
    text: formatNumber(value),
    query: { figure: name, date, ...scope },
  })
  /** `zijn er 72 in gebruik en 61 toegezegd`, with the verb that fits each number. */
  const standing = (): HeadlinePart[] => {
    const { realised, committed } = now
    const parts: HeadlinePart[] =
      realised === 0
        ? [text(`is er op ${formatDate(date)} nog geen in gebruik`)]
        : [
            text(`${realised === 1 ? 'is' : 'zijn'} er op ${formatDate(date)} `),
            figure('realised', realised),
            text(' in gebruik'),
          ]
    if (committed === 0)
      return [...parts, text(realised === 0 ? ' en geen toegezegd.' : ' en geen toegezegd.')]
    const sameVerb = realised !== 0 && (realised === 1) === (committed === 1)
    const verb = sameVerb ? ' en ' : committed === 1 ? ' en is er ' : ' en zijn er '
    return [...parts, text(verb), figure('committed', committed), text(' toegezegd.')]
  }

  if (ambition === null || ambition === 0)
    return [
      text(
        ambition === 0 ? `Voor ${moment(horizon).replace(/^op /, '')} is nog geen ambitie vastgelegd. ` : '',
      ),
      text('Van de plekken in arrangementen '),
      ...standing(),
    ].filter((part) => part.text !== '')

  const needed: HeadlinePart = {
    kind: 'figure',
    text: formatNumber(ambition),
    query: { figure: 'ambition', date: horizon, ...scope },
  }
  const opening =
    ambition === 1
      ? [text('Van de ene plek ('), needed, text(`) die ${moment(horizon)} nodig is, `)]
      : [text('Van de '), needed, text(` plekken die ${moment(horizon)} nodig zijn, `)]
  return [...opening, ...standing(), text(' '), ...remainder(input, ambition, figure)]
}

function remainder(
  { now }: HeadlineInput,
  ambition: number,
  figure: (name: 'planned', value: number) => HeadlinePart,
): HeadlinePart[] {
  const missing = ambition - now.realised - now.committed
  if (missing === 0) return [text('Daarmee is de ambitie precies gedekt.')]
  if (missing < 0)
    return [text(`Daarmee is de ambitie gedekt, met ${formatNumber(-missing)} meer dan nodig.`)]
  const lacking = missing === 1 ? 'Er ontbreekt er nog 1' : `Er ontbreken er nog ${formatNumber(missing)}`
  if (now.planned === 0) return [text(`${lacking}, en daarvoor is nog geen plan.`)]
  const planned = figure('planned', now.planned)
  if (now.planned >= missing)
    return [
      text(`${lacking}; er ${now.planned === 1 ? 'ligt een plan' : 'liggen plannen'} voor `),
      planned,
      text('.'),
    ]
  return [
    text(`${lacking}: voor `),
    planned,
    text(
      ` ${now.planned === 1 ? 'ligt' : 'liggen'} er plannen, voor ${formatNumber(missing - now.planned)} nog niet.`,
    ),
  ]
}
