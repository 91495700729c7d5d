import type { BalanceBy, BalanceFigures, SupportFigures } from '@/domain/capacity'
import { capitalise, formatNumber, statusGroupLabels, type StatusGroup } from '@/domain/labels'
import type { Heat, Sign } from './matrix'

/** The figures of the transition balance, in the order in which they are read. */
export const PLACE_MEASURES = [
  'gap',
  'shelterOpen',
  'realised',
  'committed',
  'planned',
  'ambition',
] as const satisfies readonly StatusGroup[]
export type PlaceMeasure = (typeof PLACE_MEASURES)[number]

export const SUPPORT_MEASURES = ['gap', 'needed', 'available'] as const
export type SupportMeasure = (typeof SUPPORT_MEASURES)[number]

export const supportLabels: Readonly<Record<SupportMeasure, string>> = {
  needed: 'uren nodig',
  available: 'uren beschikbaar',
  gap: 'uren nog te vinden',
}

/** Ambition is set per municipality only, and without it there is no gap. */
export function placeMeasuresBy(by: BalanceBy): readonly PlaceMeasure[] {
  return by === 'municipality'
    ? PLACE_MEASURES
    : PLACE_MEASURES.filter((m) => m !== 'gap' && m !== 'ambition')
}

export const placeOptions = (by: BalanceBy): { value: PlaceMeasure; label: string }[] =>
  placeMeasuresBy(by).map((value) => ({ value, label: capitalise(statusGroupLabels[value]) }))

/** What the shape says of a cell: is there enough, and if not, is there a plan for the rest? */
export function placeSign(figures: BalanceFigures): Sign | null {
  const { gap, ambition } = figures
  if (gap === null || (ambition === 0 && gap === 0)) return null
  if (gap > 0) return gap > figures.planned ? 'shortage' : 'planned'
  return gap === 0 ? 'even' : 'more'
}

/** Share of the ambition that is still to be found, in four steps. */
export function placeHeat({ gap, ambition }: BalanceFigures): Heat {
  if (gap === null || ambition === null || gap <= 0 || ambition <= 0) return 0
  return heatOf(gap / ambition)
}

/** For support a shortage has no plan that would fill it: homes without support are simply without. */
export function supportSign({ gap, needed, available }: SupportFigures): Sign | null {
  if (needed === 0 && available === 0) return null
  if (gap > 0) return 'shortage'
  return gap === 0 ? 'even' : 'more'
}

export function supportHeat({ gap, needed }: SupportFigures): Heat {
  return gap <= 0 || needed <= 0 ? 0 : heatOf(gap / needed)
}

function heatOf(share: number): Heat {
  if (share <= 0.25) return 1
  if (share <= 0.5) return 2
  return share <= 0.75 ? 3 : 4
}

export const signWords: Readonly<Record<Sign, string>> = {
  shortage: 'tekort',
  planned: 'tekort, met een plan voor de rest',
  even: 'sluitend',
  more: 'meer dan gevraagd',
}

/** Whole hours as they are, broken ones with one decimal. */
export const formatHours = (hours: number): string =>
  formatNumber(hours, Math.abs(hours - Math.round(hours)) < 0.05 ? 0 : 1)

export const signed = (n: number, format: (n: number) => string = formatNumber): string =>
  n > 0 ? `+${format(n)}` : format(n)
