import type { Command, CommandContext } from '../commands/context'
import { gone } from '../commands/save'
import { situationLabels, trajectoryStepLabels } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { saveRecord, stored } from '../regie/records'
import { refuse, type Result } from '../result'
import { nextCode } from './codeOf'
import type { Situation, TrajectoryStep } from './codes'
import { stateOf } from './fit'
import type { FitChecks, Match, Trajectory } from './model'

/** A fresh trajectory with the next free code: a signal of today of somebody who may lose a home. */
export const draftTrajectory = (data: ProgrammeData, ctx: CommandContext): Trajectory => ({
  id: ctx.newId(),
  code: nextCode(data.trajectories),
  household: null,
  birthYear: null,
  since: ctx.today,
  originId: null,
  preferredId: null,
  typeId: null,
  situations: [{ id: ctx.newId(), on: ctx.today, situation: 'atRisk', note: '' }],
  steps: [{ id: ctx.newId(), on: ctx.today, step: 'signal', note: '' }],
  matches: [],
  note: '',
  links: [],
})

/**
 * Adds a trajectory, or changes what its form asks. Situations, steps and matches of one that is there change only by the
 * commands below. Refuses what looks like a person (`person-in-text`), a day that is still to come (`future`) and what the
 * rules find.
 */
export function saveTrajectory(draft: Trajectory): Command {
  return (data, ctx) => {
    const late = inFuture(draft.since, ctx, 'since') ?? inFuture(draft.steps[0]?.on ?? '', ctx, 'steps.0.on')
    return late ?? saveRecord('trajectories', draft)(data, ctx)
  }
}

const inFuture = (on: IsoDate, ctx: CommandContext, field: string): Result<never> | null =>
  on > ctx.today
    ? refuse('future', 'Deze dag moet nog komen. Kies vandaag of een dag die is geweest.', field)
    : null

/**
 * Runs a change on a trajectory that is there, checks the outcome by all rules and says it in the log. The log can be kept
 * as a table, so its words tell what was done, and not how it is with somebody.
 */
function changed(
  id: Id,
  summary: string,
  next: (trajectory: Trajectory, ctx: CommandContext) => Trajectory | Result<never>,
): Command {
  return (data, ctx) => {
    const trajectory = data.trajectories.get(id)
    if (trajectory === undefined) return gone('Dit traject')
    const outcome = next(trajectory, ctx)
    return 'ok' in outcome
      ? outcome
      : stored(data, 'trajectories', outcome, `traject "${trajectory.code}": ${summary}`)
  }
}

export interface StepTaking {
  readonly step: TrajectoryStep
  readonly on: IsoDate
  readonly note: string
}

/** Steps that are about the place of a match. */
const WITH_PLACE: ReadonlySet<TrajectoryStep> = new Set<TrajectoryStep>(['allocation', 'tenancyAgreement'])
/** Steps that end the way here, and are told why. */
const WITH_REASON: ReadonlySet<TrajectoryStep> = new Set<TrajectoryStep>(['handover', 'declined'])

/**
 * The trajectory is at another step from a day on; earlier steps stay. Any order goes, for the chain is no law, but
 * allocation and lease ask for a match that was accepted (`match-missing`), and ending elsewhere for a reason
 * (`reason-missing`). Refuses `same-step`, `future` and a day before an earlier step (`date-order`).
 */
export function takeStep(id: Id, { step, on, note }: StepTaking): Command {
  return changed(id, 'stap vastgelegd', (trajectory, ctx) => {
    if (trajectory.steps.at(-1)?.step === step)
      return refuse('same-step', 'Het traject is al bij deze stap. Kies een andere stap.', 'step')
    if (WITH_PLACE.has(step) && !trajectory.matches.some((match) => stateOf(match) === 'accepted'))
      return refuse(
        'match-missing',
        `Voor ${trajectoryStepLabels[step]} is een geaccepteerde match nodig. Doe eerst de vier toetsen bij een match.`,
        'step',
      )
    if (WITH_REASON.has(step) && note.trim() === '')
      return refuse('reason-missing', 'Schrijf op waarom, zodat later te lezen is hoe het is gegaan.', 'note')
    return (
      inFuture(on, ctx, 'on') ?? {
        ...trajectory,
        steps: [...trajectory.steps, { id: ctx.newId(), on, step, note: note.trim() }],
      }
    )
  })
}

/** From a day on the person is (about to be) homeless; what it was before stays. Refuses `same-situation`, `future`. */
export function changeSituation(
  id: Id,
  { situation, on, note }: { readonly situation: Situation; readonly on: IsoDate; readonly note: string },
): Command {
  return changed(id, 'situatie gewijzigd', (trajectory, ctx) => {
    if (trajectory.situations.at(-1)?.situation === situation)
      return refuse('same-situation', `De situatie is al: ${situationLabels[situation]}.`, 'situation')
    return (
      inFuture(on, ctx, 'on') ?? {
        ...trajectory,
        situations: [...trajectory.situations, { id: ctx.newId(), on, situation, note: note.trim() }],
      }
    )
  })
}

/** Four checks that nobody answered yet. */
export const unanswered: FitChecks = {
  own: { answer: 'unknown', note: '' },
  fitting: { answer: 'unknown', note: '' },
  affordable: { answer: 'unknown', note: '' },
  supported: { answer: 'unknown', note: '' },
}

/**
 * Proposes a place in a project, from a day on, with four checks still open. Refuses `proposed-twice` while the same
 * project is proposed already.
 */
export function proposeMatch(
  id: Id,
  { projectId, from }: { readonly projectId: Id; readonly from: IsoDate },
): Command {
  return changed(id, 'match voorgesteld', (trajectory, ctx) => {
    const twice = trajectory.matches.some(
      (match) => match.projectId === projectId && stateOf(match) === 'proposed',
    )
    if (twice)
      return refuse('proposed-twice', 'Dit project is al voorgesteld. Maak die match eerst af.', 'projectId')
    const match: Match = {
      id: ctx.newId(),
      projectId,
      proposedOn: ctx.today,
      from,
      checks: unanswered,
      outcomes: [],
    }
    return { ...trajectory, matches: [...trajectory.matches, match] }
  })
}

/** Changes one match of a trajectory; refuses with `not-found` when it isn't there. */
function inMatch(
  id: Id,
  matchId: Id,
  summary: string,
  next: (match: Match, ctx: CommandContext, field: string) => Match | Result<never>,
): Command {
  return changed(id, summary, (trajectory, ctx) => {
    const index = trajectory.matches.findIndex((match) => match.id === matchId)
    const match = trajectory.matches[index]
    if (match === undefined) return gone('Deze match')
    const outcome = next(match, ctx, `matches.${String(index)}`)
    return 'ok' in outcome ? outcome : { ...trajectory, matches: trajectory.matches.with(index, outcome) }
  })
}

const isSettled = (): Result<never> =>
  refuse(
    'settled',
    'Over deze match is beslist. Wat er toen stond, blijft staan. Stel zo nodig een nieuwe voor.',
  )

/** Answers the four checks. Only while the match is a proposal: after that they stay (`settled`). */
export function answerChecks(id: Id, matchId: Id, checks: FitChecks): Command {
  return inMatch(id, matchId, 'toetsen bij een match beantwoord', (match) =>
    stateOf(match) === 'proposed' ? { ...match, checks } : isSettled(),
  )
}

/**
 * Accepts a match. Refuses `checks-open` while one of the four is not answered, `reason-missing` while a "no" has no
 * reason, and `settled` when it was decided before.
 */
export function acceptMatch(id: Id, matchId: Id): Command {
  return inMatch(id, matchId, 'match geaccepteerd', (match, ctx) =>
    stateOf(match) === 'proposed'
      ? { ...match, outcomes: [{ id: ctx.newId(), on: ctx.today, outcome: 'accepted', reason: '' }] }
      : isSettled(),
  )
}

/** The match doesn't go through, also when it was accepted before. Refuses without a reason (`reason-missing`). */
export function rejectMatch(id: Id, matchId: Id, reason: string): Command {
  return inMatch(id, matchId, 'match niet doorgegaan', (match, ctx) =>
    stateOf(match) === 'rejected'
      ? isSettled()
      : {
          ...match,
          outcomes: [
            ...match.outcomes,
            { id: ctx.newId(), on: ctx.today, outcome: 'rejected', reason: reason.trim() },
          ],
        },
  )
}
