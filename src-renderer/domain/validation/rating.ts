import { ratingLabels } from '../labels'
import type { StatusRating } from '../model/entities'
import type { Problems } from './checks'

const OBLIGED = [
  ['cause', 'rating-cause', 'de oorzaak'],
  ['consequence', 'rating-consequence', 'het gevolg'],
  ['adjustment', 'rating-adjustment', 'de bijsturing'],
] as const

/** Orange and red oblige to cause, consequence and adjustment. Source: domain.md, Board report. */
export function checkRating(problems: Problems, rating: StatusRating): void {
  for (const [key, code, words] of OBLIGED) {
    const text = rating[key]
    const field = `rating.${key}`
    problems.text(text, field)
    if ((rating.colour === 'orange' || rating.colour === 'red') && text.trim() === '')
      problems.add(code, `Het stoplicht staat op ${ratingLabels[rating.colour]}. Vul ${words} in.`, field)
  }
}
