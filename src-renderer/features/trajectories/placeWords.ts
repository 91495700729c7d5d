import { byNumber, formatDate, plural } from '@/domain/labels'
import type { IsoDate } from '@/domain/model/entities'
import type { PlacesOn } from '@/domain/trajectories'

export interface PlaceWords {
  /** True when a place is left with home and support both there. */
  readonly there: boolean
  readonly text: string
}

const homesIn = (n: number): string => plural(n, 'woonplek', 'woonplekken')

/** Which places a project has on a day, in words: a place counts only when home and support are both there. */
export function placeWords(places: PlacesOn, on: IsoDate): PlaceWords {
  const { homes, support, available, taken, free } = places
  const day = formatDate(on)
  if (homes === 0)
    return { there: false, text: `Op ${day} is er in dit project nog geen woonplek beschikbaar.` }
  if (available === 0)
    return {
      there: false,
      text: `Op ${day} ${byNumber(homes, 'is', 'zijn')} er ${homesIn(homes)}, maar nog geen begeleiding. Zonder begeleiding telt een plek niet mee.`,
    }
  const both =
    support === null
      ? `${homesIn(available)} beschikbaar`
      : `${homesIn(available)} waar woning én begeleiding er zijn`
  const held =
    taken === 0 ? '' : ` Daarvan ${byNumber(taken, 'is', 'zijn')} ${String(taken)} voor andere trajecten.`
  return free === 0
    ? {
        there: false,
        text: `Op ${day} ${byNumber(available, 'is', 'zijn')} er ${both}, allemaal al voor andere trajecten.`,
      }
    : { there: true, text: `Op ${day} ${byNumber(available, 'is', 'zijn')} er ${both}.${held}` }
}
