import type { SupportBalanceRow } from '@/domain/capacity'
import { plural } from '@/domain/labels'
import type { CellFace } from './matrix'
import {
  formatHours,
  signWords,
  supportHeat,
  supportLabels,
  type SupportMeasure,
  supportSign,
} from './measures'

/** How a cell of the support matrix looks and sounds. */
export function supportFace(figures: SupportBalanceRow, measure: SupportMeasure): CellFace {
  const sign = supportSign(figures)
  const text = formatHours(figures[measure])
  return {
    text,
    sign,
    heat: supportHeat(figures),
    muted: figures[measure] === 0,
    below: '',
    changed: false,
    spoken: `${supportLabels[measure]}${sign === null ? '' : `, ${signWords[sign]}`}`,
  }
}

/** Places behind the hours, in words: hours alone don't say how many homes stay empty. */
export function placesWithout({ placesNeeded, placesAvailable }: SupportBalanceRow): string {
  if (placesNeeded === 0) return 'Geen plekken die begeleiding vragen.'
  const asked = `${plural(placesNeeded, 'plek vraagt', 'plekken vragen')} begeleiding`
  const short = placesNeeded - placesAvailable
  if (short > 0) return `${asked}; voor ${plural(short, 'plek', 'plekken')} is die er nog niet.`
  return short === 0
    ? `${asked}; voor alle is die er.`
    : `${asked}; er is begeleiding voor ${plural(-short, 'plek', 'plekken')} meer.`
}
