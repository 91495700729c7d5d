import type { Command } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  acceptMatch,
  answerChecks,
  changeSituation,
  draftTrajectory,
  type FitCheckName,
  type FitChecks,
  type Household,
  proposeMatch,
  rejectMatch,
  saveTrajectory,
  type Situation,
  takeStep,
  type TrajectoryStep,
} from '@/domain/trajectories'

/**
 * Nine invented trajectories: nobody in them is real, and each says "voorbeeld". Made by the same commands as those of
 * the application, each on its own day.
 */

/** `ja`, or `nee` with why it could go on; what isn't there is still open. */
type Answers = Partial<Record<FitCheckName, 'yes' | readonly ['yes' | 'no', string]>>

type Event =
  | { readonly on: IsoDate; readonly step: TrajectoryStep; readonly note?: string }
  | { readonly on: IsoDate; readonly situation: Situation; readonly note?: string }
  | {
      readonly on: IsoDate
      readonly project: string
      readonly from: IsoDate
      readonly answers: Answers
      /** Accepted on a day, or why it didn't go through. */
      readonly accepted?: IsoDate
      readonly rejected?: readonly [IsoDate, string]
    }

interface Spec {
  readonly since: IsoDate
  readonly situation: Situation
  readonly household: Household
  readonly born: number | null
  readonly origin: Id | null
  readonly preferred: Id | null
  readonly type: string | null
  readonly note: string
  readonly events: readonly Event[]
}

const ALL_YES: Answers = { own: 'yes', fitting: 'yes', affordable: 'yes', supported: 'yes' }

const specs: readonly Spec[] = [
  {
    ...{ since: '2025-06-10', situation: 'homeless', household: 'alone', born: 1979 },
    ...{ origin: 'GM0222', preferred: 'GM0222', type: 'type-housing-first' },
    note: 'Voorbeeld. Sliep langer dan een jaar in de nachtopvang.',
    events: [
      { on: '2025-06-17', step: 'referral' },
      { on: '2025-07-08', step: 'access' },
      { on: '2025-08-05', step: 'plan' },
      { on: '2025-09-16', step: 'matching' },
      { on: '2025-09-16', project: 'doe-1', from: '2025-11-01', answers: ALL_YES, accepted: '2025-10-07' },
      { on: '2025-10-14', step: 'allocation' },
      { on: '2025-11-01', step: 'tenancyAgreement' },
      { on: '2025-11-04', step: 'support', note: 'Voorbeeld: twee bezoeken per week.' },
      { on: '2026-06-02', step: 'evaluation' },
    ],
  },
  {
    ...{ since: '2026-09-21', situation: 'atRisk', household: 'withChildren', born: 1988 },
    ...{ origin: 'GM0294', preferred: 'GM0294', type: 'type-independent' },
    note: 'Voorbeeld. Huurachterstand; de verhuurder gaf vroeg een signaal.',
    events: [
      { on: '2026-09-28', step: 'referral' },
      {
        on: '2026-10-19',
        step: 'plan',
        note: 'Voorbeeld: betalingsregeling en wekelijkse begeleiding thuis.',
      },
    ],
  },
  {
    ...{ since: '2026-05-18', situation: 'homeless', household: 'alone', born: 2005 },
    ...{ origin: 'GM1955', preferred: 'GM0222', type: 'type-rooms-chances' },
    note: 'Voorbeeld. Logeert bij anderen en wil een opleiding afmaken.',
    events: [
      { on: '2026-05-26', step: 'referral' },
      { on: '2026-06-23', step: 'intake' },
      { on: '2026-09-07', step: 'matching' },
      {
        ...{ on: '2026-10-26', project: 'doe-3', from: '2026-12-01' },
        answers: { own: 'yes', fitting: 'yes', affordable: 'yes' },
      },
    ],
  },
  {
    ...{ since: '2025-10-06', situation: 'homeless', household: 'alone', born: 1966 },
    ...{ origin: 'GM1586', preferred: 'GM1586', type: 'type-conversion' },
    note: 'Voorbeeld. Kwam uit de opvang en wil terug naar het eigen dorp.',
    events: [
      { on: '2025-10-20', step: 'access' },
      { on: '2025-12-01', step: 'matching' },
      {
        ...{ on: '2025-12-08', project: 'oog-1', from: '2026-02-01', accepted: '2025-12-22' },
        answers: {
          ...ALL_YES,
          own: ['no', 'Voorbeeld: de zorgaanbieder huurt het eerste jaar, daarna gaat het contract over.'],
        },
      },
      { on: '2026-01-12', step: 'allocation' },
      { on: '2026-02-03', step: 'support' },
    ],
  },
  {
    ...{ since: '2026-10-27', situation: 'atRisk', household: 'withPartnerAndChildren', born: null },
    ...{ origin: 'GM1859', preferred: 'GM1859', type: null },
    note: 'Voorbeeld. Tijdelijk huurcontract loopt af; nog niets gevonden.',
    events: [],
  },
  {
    ...{ since: '2026-03-02', situation: 'homeless', household: 'alone', born: 1992 },
    ...{ origin: null, preferred: null, type: null },
    note: 'Voorbeeld. Heeft familie en werk in een andere regio.',
    events: [
      { on: '2026-03-09', step: 'referral' },
      { on: '2026-04-13', step: 'handover', note: 'Voorbeeld: warme overdracht naar de regio van herkomst.' },
    ],
  },
  {
    ...{ since: '2026-02-09', situation: 'homeless', household: 'withPartner', born: 1984 },
    ...{ origin: 'GM1876', preferred: 'GM0197', type: 'type-independent' },
    note: 'Voorbeeld. Zoekt een woning dicht bij het werk.',
    events: [
      { on: '2026-02-23', step: 'access' },
      { on: '2026-04-07', step: 'plan' },
      { on: '2026-06-15', step: 'matching' },
      {
        ...{ on: '2026-06-22', project: 'bro-1', from: '2026-08-01' },
        answers: {
          own: 'yes',
          fitting: 'yes',
          affordable: ['no', 'Voorbeeld: te hoge huur naast de aflossing.'],
        },
        rejected: ['2026-07-06', 'Voorbeeld: de huur past niet bij het inkomen.'],
      },
      {
        ...{ on: '2026-10-12', project: 'aal-2', from: '2026-12-01' },
        answers: {
          ...ALL_YES,
          supported: ['no', 'Voorbeeld: de beschikking voor begeleiding is er nog niet.'],
        },
      },
    ],
  },
  {
    ...{ since: '2026-07-13', situation: 'atRisk', household: 'alone', born: 1997 },
    ...{ origin: 'GM0197', preferred: 'GM1509', type: null },
    note: 'Voorbeeld. Moest na een scheiding uit huis.',
    events: [
      { on: '2026-08-10', situation: 'homeless', note: 'Voorbeeld: de ontruiming ging door.' },
      { on: '2026-08-10', step: 'referral' },
      { on: '2026-09-14', step: 'intake' },
    ],
  },
  {
    ...{ since: '2026-01-19', situation: 'atRisk', household: 'withChildren', born: 1990 },
    ...{ origin: 'GM1509', preferred: 'GM1509', type: null },
    note: 'Voorbeeld. Kon in de eigen woning blijven.',
    events: [
      { on: '2026-01-26', step: 'referral' },
      {
        on: '2026-02-16',
        step: 'support',
        note: 'Voorbeeld: begeleiding in de eigen woning, samen met de verhuurder.',
      },
      { on: '2026-09-28', step: 'moveOn', note: 'Voorbeeld: achterstand ingelopen, huur betaald.' },
    ],
  },
]

function checksOf(answers: Answers): FitChecks {
  const check = (name: FitCheckName): FitChecks[FitCheckName] => {
    const given = answers[name]
    if (given === undefined) return { answer: 'unknown', note: '' }
    return typeof given === 'string' ? { answer: given, note: '' } : { answer: given[0], note: given[1] }
  }
  return {
    own: check('own'),
    fitting: check('fitting'),
    affordable: check('affordable'),
    supported: check('supported'),
  }
}

export function withTrajectories(start: ProgrammeData): ProgrammeData {
  let data = start
  let number = 0
  const context = (today: IsoDate) => ({ newId: () => `traject-${String(++number).padStart(3, '0')}`, today })
  const run = (command: Command, today: IsoDate): void => {
    const result = command(data, context(today))
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
    data = applyPatches(data, result.value.patches)
  }
  for (const spec of specs) {
    const draft = draftTrajectory(data, context(spec.since))
    const situations = draft.situations.map((each) => ({ ...each, situation: spec.situation }))
    const { household, born: birthYear, origin: originId, preferred: preferredId, type: typeId, note } = spec
    run(
      saveTrajectory({ ...draft, household, birthYear, originId, preferredId, typeId, note, situations }),
      spec.since,
    )
    for (const event of spec.events) happen(draft.id, event, run, () => data)
  }
  return data
}

function happen(
  id: Id,
  event: Event,
  run: (command: Command, today: IsoDate) => void,
  now: () => ProgrammeData,
): void {
  const note = 'note' in event ? (event.note ?? '') : ''
  if ('step' in event) run(takeStep(id, { step: event.step, on: event.on, note }), event.on)
  else if ('situation' in event)
    run(changeSituation(id, { situation: event.situation, on: event.on, note }), event.on)
  else {
    const { on, project, from, answers, accepted, rejected } = event
    run(proposeMatch(id, { projectId: `project-${project}`, from }), on)
    const match = now().trajectories.get(id)?.matches.at(-1)?.id ?? ''
    run(answerChecks(id, match, checksOf(answers)), on)
    if (accepted !== undefined) run(acceptMatch(id, match), accepted)
    if (rejected !== undefined) run(rejectMatch(id, match, rejected[1]), rejected[0])
  }
}
