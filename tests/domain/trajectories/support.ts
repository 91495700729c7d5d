import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import {
  draftTrajectory,
  FIT_CHECKS,
  type FitAnswer,
  type FitChecks,
  saveTrajectory,
  type Trajectory,
} from '@/domain/trajectories'
import { sampleProgramme } from '../../../tools/sample/programme'
import { context, done } from '../regie/support'

export const sample = sampleProgramme()

/** The sample without its trajectories. */
export const region = (): ProgrammeData => ({ ...sample, trajectories: emptyProgrammeData().trajectories })

/** The region with one trajectory: a signal of 1 November, homeless. */
export function begun(fields: Partial<Trajectory> = {}): { data: ProgrammeData; id: string } {
  const draft = { ...draftTrajectory(region(), context('2026-11-01')), ...fields }
  return { data: done(region(), saveTrajectory(draft)), id: draft.id }
}

/** The four checks from four words: `yes`, `no`, `unknown`, or `no:` with a reason. */
export function checks(...words: readonly string[]): FitChecks {
  const answers = FIT_CHECKS.map((name, i) => {
    const [answer, note] = (words[i] ?? 'unknown').split(':')
    return [name, { answer: answer as FitAnswer, note: note ?? '' }] as const
  })
  return Object.fromEntries(answers) as FitChecks
}

export function only<T>(items: Iterable<T>): T {
  const [first] = items
  if (first === undefined) throw new Error('nothing there')
  return first
}
