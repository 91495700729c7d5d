import { plural } from '@/domain/labels'
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

export function closingText({ answered, associations, openCells, openQuestions }: RoundLine): string {
  const silent = associations.length - answered
  const left = [
    silent === 0 ? '' : `Van ${plural(silent, 'corporatie', 'corporaties')} is er nog geen antwoord.`,
    openCells === 0
      ? ''
      : `Over ${plural(openCells, 'verschil', 'verschillen')} is nog niet besloten: daar blijft het plan zoals het is.`,
    openQuestions === 0 ? '' : 'De open vragen blijven staan.',
  ].filter((text) => text !== '')
  return [
    'Daarna leest Palet voor deze ronde geen antwoorden meer in. U kunt alles blijven bekijken.',
    ...left,
  ].join(' ')
}

export function removingText({ answered }: RoundLine): string {
  return `De ronde gaat weg${answered === 0 ? '' : `, met ${plural(answered, 'antwoord', 'antwoorden')} en de vragen daaruit`}. Wat u al in het plan heeft overgenomen, blijft. Een bestand van deze ronde kan daarna niet meer worden ingelezen.`
}
