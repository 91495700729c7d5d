import { compareDutch, joinDutch } from '../../domain/labels'
import type { Id, ProgressReport } from '../../domain/model/entities'
import type { ProgrammeData } from '../../domain/model/programmeData'
import {
  type Celebration,
  type Decision,
  type Dilemma,
  isInReport,
  isWithin,
  type Lesson,
  type MandateState,
  mandateState,
  missingFor,
  missingIn,
  missingText,
  type Period,
  reportPeriod,
  type Session,
  touchedDilemmas,
} from '../../domain/regie'
import type { ReportOptions } from '../kind'

/** A decision on paper, with what belongs beside it. */
export interface PrintedDecision {
  readonly decision: Decision
  readonly mandate: MandateState
  readonly askedOf: string
  /** Whose perspective was missing when it was discussed; empty when nobody's was, or when it was at no table. */
  readonly missing: string
  readonly dilemmas: string
}

export interface CollaborationModel {
  readonly period: Period
  /** Asked in this report. */
  readonly asked: readonly PrintedDecision[]
  /** Asked of the board before, and settled or with an outcome in this period. */
  readonly settled: readonly PrintedDecision[]
  readonly celebrations: readonly { readonly celebration: Celebration; readonly thanks: string }[]
  readonly lessons: readonly Lesson[]
  /** Held in the period, with a result or side benefits. */
  readonly sessions: readonly Session[]
  readonly missing: readonly { readonly session: Session; readonly words: string }[]
  readonly dilemmas: readonly { readonly dilemma: Dilemma; readonly decisions: string }[]
}

/** What the network has to tell in this report: asked, decided, celebrated, learned, and whose voice was missing. */
export function collaborationModel(
  data: ProgrammeData,
  report: ProgressReport,
  options: ReportOptions,
): CollaborationModel {
  const period = reportPeriod(data, report)
  const print = (decision: Decision): PrintedDecision => printed(data, decision, options)
  const decisions = [...data.decisions.values()].filter((d) => inScope(report, d.municipalityIds)).sort(byDay)
  const asked = decisions.filter((d) => isInReport(d, report.id))
  const names = new Set(asked.map((d) => d.id))
  const held = [...data.sessions.values()]
    .filter((s) => s.held && isWithin(period, s.date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : compareDutch(a.name, b.name)))
  return {
    period,
    asked: asked.map(print),
    settled: decisions.filter((d) => !names.has(d.id) && comesBack(d, period)).map(print),
    celebrations: celebrationsIn(data, period),
    lessons: [...data.lessons.values()]
      .filter((lesson) => isWithin(period, lesson.on))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : compareDutch(a.name, b.name))),
    sessions: held.filter((s) => `${s.result}${s.sideBenefits}`.trim() !== ''),
    missing: held
      .map((session) => ({ session, words: missingText(data, missingIn(data, session)) }))
      .filter(({ words }) => words !== ''),
    dilemmas: touchedDilemmas(data, period.from, period.until)
      .map(({ dilemma, decisions: by }) => ({ dilemma, decisions: joinDutch(by.map((d) => d.name)) }))
      .sort((a, b) => compareDutch(a.dilemma.name, b.dilemma.name)),
  }
}

const byDay = (a: Decision, b: Decision): number =>
  (a.askedOn < b.askedOn ? -1 : a.askedOn > b.askedOn ? 1 : 0) || compareDutch(a.name, b.name)

const inScope = ({ scope }: ProgressReport, municipalityIds: readonly Id[]): boolean =>
  scope.length === 0 || municipalityIds.length === 0 || municipalityIds.some((id) => scope.includes(id))

/** A decision of the board, or one that a report asked: it was settled, or something became of it. */
function comesBack(decision: Decision, period: Period): boolean {
  const reported = decision.reportId !== null || decision.links.some(({ table }) => table === 'reports')
  if (decision.status === 'asked' || (decision.level !== 'board' && !reported)) return false
  return isWithin(period, decision.settledOn) || decision.outcomes.some(({ on }) => isWithin(period, on))
}

function printed(data: ProgrammeData, decision: Decision, { generatedOn }: ReportOptions): PrintedDecision {
  const missing = missingFor(data, decision)
  return {
    decision,
    mandate: mandateState(data, decision, generatedOn),
    askedOf: decision.askedOfId === null ? '' : (data.partners.get(decision.askedOfId)?.name ?? ''),
    missing: missing === null ? '' : missingText(data, missing),
    dilemmas: joinDutch(
      decision.dilemmaIds.flatMap((id) => data.dilemmas.get(id)?.name ?? []).sort(compareDutch),
    ),
  }
}

function celebrationsIn(data: ProgrammeData, period: Period): CollaborationModel['celebrations'] {
  return [...data.celebrations.values()]
    .filter(({ celebratedOn }) => isWithin(period, celebratedOn))
    .sort((a, b) => compareDutch(`${a.celebratedOn ?? ''} ${a.name}`, `${b.celebratedOn ?? ''} ${b.name}`))
    .map((celebration) => ({
      celebration,
      // All equal: by name, not by what they did.
      thanks: joinDutch(
        celebration.partnerIds.flatMap((id) => data.partners.get(id)?.name ?? []).sort(compareDutch),
      ),
    }))
}
