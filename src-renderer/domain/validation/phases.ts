import { formatDate, phaseLabels } from '../labels'
import type { IsoDate, PhaseDates } from '../model/entities'
import { PHASES } from '../model/values'
import { isIsoDate } from '../time/day'
import type { Problems } from './checks'

/** Phases in the order of the chain. */
export function sortPhases(phases: readonly PhaseDates[]): readonly PhaseDates[] {
  const rank = (p: PhaseDates): number => PHASES.indexOf(p.phase)
  const inOrder = phases.every((p, i) => i === 0 || rank(phases[i - 1] ?? p) <= rank(p))
  return inOrder ? phases : [...phases].sort((a, b) => rank(a) - rank(b))
}

/** Planned dates, and apart from them the actual ones, follow the order of the chain; the same day is allowed. */
export function checkPhases(problems: Problems, phases: readonly PhaseDates[]): void {
  problems.unique(
    phases,
    (p) => p.phase,
    (i) => `phases.${String(i)}.phase`,
    'Deze fase staat er twee keer in. Verwijder er een.',
  )
  phases.forEach((p, i) => {
    problems.dateOrNull(p.planned, `phases.${String(i)}.planned`)
    problems.dateOrNull(p.actual, `phases.${String(i)}.actual`)
  })
  checkOrder(problems, phases, 'planned')
  checkOrder(problems, phases, 'actual')
}

function checkOrder(problems: Problems, phases: readonly PhaseDates[], kind: 'planned' | 'actual'): void {
  const dated = phases
    .map((p, index) => ({ phase: p.phase, rank: PHASES.indexOf(p.phase), date: p[kind], index }))
    .filter((p): p is typeof p & { date: IsoDate } => p.date !== null && isIsoDate(p.date))
    .sort((a, b) => a.rank - b.rank)
  dated.forEach((later, i) => {
    const earlier = dated[i - 1]
    if (earlier === undefined || earlier.date <= later.date) return
    const verb = kind === 'planned' ? 'is gepland op' : 'begon op'
    problems.add(
      'date-order',
      `De fase "${phaseLabels[later.phase]}" ${verb} ${formatDate(later.date)}, maar de fase "${phaseLabels[earlier.phase]}" ervoor ${verb} ${formatDate(earlier.date)}. Zet de datums in de volgorde van de fasen.`,
      `phases.${String(later.index)}.${kind}`,
    )
  })
}
