import { carryingLabels, formatDate } from '@/domain/labels'
import { CARRYING_LEVELS, type Carrying, type Neighbourhood } from '@/domain/regie'
import type { IsoDate } from '@/domain/model/entities'

/** An impression as it is drawn: from its day until the next one, or today. */
export interface Step {
  readonly id: string
  readonly level: Carrying['level']
  /** Which of the three lanes, from the top. */
  readonly lane: number
  /** In hundredths of the width. */
  readonly from: number
  readonly until: number
}

const dayNumber = (iso: IsoDate): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** Oldest first; of one day in the order in which they were written. */
export const impressionsOf = ({ carrying }: Pick<Neighbourhood, 'carrying'>): readonly Carrying[] =>
  [...carrying].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

export function stepsOf(impressions: readonly Carrying[], today: IsoDate): Step[] {
  const first = impressions[0]
  const last = impressions.at(-1)
  if (first === undefined || last === undefined) return []
  const start = dayNumber(first.on)
  const width = Math.max(1, dayNumber(last.on > today ? last.on : today) - start)
  const at = (on: IsoDate): number => ((dayNumber(on) - start) / width) * 100
  return impressions.map(({ id, level, on }, i) => {
    const next = impressions[i + 1]
    return {
      id,
      level,
      lane: CARRYING_LEVELS.indexOf(level),
      from: at(on),
      until: next === undefined ? 100 : at(next.on),
    }
  })
}

export const impressionWords = (impressions: readonly Carrying[]): string =>
  impressions.map(({ on, level }) => `${formatDate(on)} ${carryingLabels[level]}`).join(', ')
