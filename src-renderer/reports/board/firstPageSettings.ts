import type { Programme } from '../../domain/model/entities'
import { shortPurpose } from '../parts/purpose'
import { contentWidth, styles } from '../parts/style'

/** One way to set the first page. */
export interface Setting {
  readonly chart: number
  readonly lead: 'lead' | 'leadSmall' | 'body'
  readonly gap: number
  readonly padding: number
  /** The purpose of the programme, under the title: whole, or what fits one line. It is never left out. */
  readonly purpose: 'whole' | 'line'
  /** Decisions that are asked, with the words of the dissent or with one line each. */
  readonly asked: 'whole' | 'line'
  /** How many lines the next decision of a municipality may take. */
  readonly closing: 1 | 2 | 3
  /** Cause, consequence and adjustment with the rating. */
  readonly detail: boolean
  /** False: risks and outlook go to a page of their own, "Vervolg". */
  readonly whole: boolean
}

export const TAIL_APART: Setting = {
  chart: 150,
  lead: 'body',
  gap: 10,
  padding: 2.2,
  purpose: 'whole',
  asked: 'line',
  closing: 3,
  detail: true,
  whole: false,
}

/**
 * From generous to tight, in the order in which things give way: white space and chart first, then the words of the
 * dissent, the size of the core message and all but one line of the purpose, which is the same in every report, then
 * what can also be read further on; at last risks and outlook move to the next page. Each takes less room than the one
 * before it.
 */
export const SETTINGS: readonly Setting[] = [
  {
    chart: 168,
    lead: 'lead',
    gap: 12,
    padding: 2.3,
    purpose: 'whole',
    asked: 'whole',
    closing: 3,
    detail: true,
    whole: true,
  },
  {
    chart: 148,
    lead: 'lead',
    gap: 10,
    padding: 1.9,
    purpose: 'whole',
    asked: 'whole',
    closing: 3,
    detail: true,
    whole: true,
  },
  {
    chart: 136,
    lead: 'lead',
    gap: 8.5,
    padding: 1.5,
    purpose: 'whole',
    asked: 'whole',
    closing: 3,
    detail: true,
    whole: true,
  },
  {
    chart: 130,
    lead: 'leadSmall',
    gap: 7,
    padding: 1.2,
    purpose: 'whole',
    asked: 'line',
    closing: 2,
    detail: true,
    whole: true,
  },
  {
    chart: 128,
    lead: 'leadSmall',
    gap: 6,
    padding: 1,
    purpose: 'line',
    asked: 'line',
    closing: 2,
    detail: true,
    whole: true,
  },
  {
    chart: 126,
    lead: 'body',
    gap: 5.5,
    padding: 0.9,
    purpose: 'line',
    asked: 'line',
    closing: 2,
    detail: true,
    whole: true,
  },
  {
    chart: 112,
    lead: 'body',
    gap: 5,
    padding: 0.8,
    purpose: 'line',
    asked: 'line',
    closing: 2,
    detail: true,
    whole: true,
  },
  {
    chart: 98,
    lead: 'body',
    gap: 5,
    padding: 0.8,
    purpose: 'line',
    asked: 'line',
    closing: 2,
    detail: true,
    whole: true,
  },
  {
    chart: 92,
    lead: 'body',
    gap: 4.5,
    padding: 0.7,
    purpose: 'line',
    asked: 'line',
    closing: 1,
    detail: true,
    whole: true,
  },
  {
    chart: 92,
    lead: 'body',
    gap: 4.5,
    padding: 0.7,
    purpose: 'line',
    asked: 'line',
    closing: 1,
    detail: false,
    whole: true,
  },
  TAIL_APART,
]
export const FIRST_PAGE_FITS = SETTINGS.length

/** The purpose as a setting prints it, with the white above it; the whole stands in the appendix too. */
export function purposeIn({ purpose }: Pick<Programme, 'purpose'>, setting: Setting) {
  if (setting.purpose === 'whole') return { text: purpose.trim(), style: styles.body, above: 5 }
  return {
    text: shortPurpose(purpose, styles.small.fontSize, 0.98 * contentWidth),
    style: styles.small,
    above: 3,
  }
}
