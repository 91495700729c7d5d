import type { IsoDate, Project } from '../model/entities'
import { type Phase, PHASES } from '../model/values'

/** A stretch of time in one phase. */
export interface PhaseBar {
  readonly phase: Phase
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Each phase lasts until the next one that has a date; the last one until `end`. */
export function phaseBars(
  project: Pick<Project, 'phases'>,
  which: 'planned' | 'actual',
  end: IsoDate,
): PhaseBar[] {
  const dated = PHASES.flatMap((phase) => {
    const date = project.phases.find((dates) => dates.phase === phase)?.[which] ?? null
    return date === null ? [] : [{ phase, date }]
  })
  return dated.flatMap(({ phase, date }, i) => {
    const to = dated[i + 1]?.date ?? end
    return phase === 'ended' || to <= date ? [] : [{ phase, from: date, to }]
  })
}
