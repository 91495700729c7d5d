import type { RoundLine } from './roundLines'

export interface StateWords {
  readonly text: string
  readonly tone: 'neutral' | 'accent' | 'green' | 'orange'
}

/** Where a round stands, in one or two words. */
export function roundState({ round, answered, associations, openCells }: RoundLine): StateWords {
  if (round.closedOn !== null) return { text: 'afgesloten', tone: 'neutral' }
  if (answered < associations.length) return { text: 'loopt', tone: 'accent' }
  return openCells > 0 ? { text: 'te beslissen', tone: 'orange' } : { text: 'alles binnen', tone: 'green' }
}
