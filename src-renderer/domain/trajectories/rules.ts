import { sameContent } from '../commands/patches'
import { fitCheckLabels } from '../labels/trajectories'
import { joinDutch } from '../labels/format'
import type { ProgrammeData } from '../model/programmeData'
import { refuse, type Result } from '../result'
import type { Problems } from '../validation/checks'
import { codeOwners } from './codeOf'
import { openChecks, unexplained } from './fit'
import type { Match, Trajectory } from './model'

/** `T-` and at least four digits: there is no room for a name in it. */
export const CODE_PATTERN = /^T-\d{4,9}$/

/** What has to be true of a trajectory beyond its form. */
export function checkTrajectory(problems: Problems, data: ProgrammeData, record: Trajectory): void {
  if (!CODE_PATTERN.test(record.code))
    problems.add(
      'code-invalid',
      'De code is een T met een nummer, zoals T-0042. Palet maakt de code.',
      'code',
    )
  if (
    codeOwners(data.trajectories)
      .get(record.code)
      ?.some((id) => id !== record.id) === true
  )
    problems.add('code-double', `De code ${record.code} is al van een ander traject.`, 'code')
  if (record.birthYear !== null && record.birthYear > Number(record.since.slice(0, 4)))
    problems.add('birth-year', 'Het geboortejaar ligt na het signaal. Controleer het jaar.', 'birthYear')
  inOrder(problems, record, 'situations', 'De situatie ontbreekt: dakloos of dreigend dakloos.')
  inOrder(problems, record, 'steps', 'De stap van de keten ontbreekt.')
  record.matches.forEach((match, i) => {
    checkMatch(problems, record, match, `matches.${String(i)}`)
  })
}

function inOrder(
  problems: Problems,
  record: Trajectory,
  field: 'situations' | 'steps',
  missing: string,
): void {
  if (record[field].length === 0) problems.add('missing', missing, field)
  let last = record.since
  record[field].forEach(({ on }, i) => {
    if (on < last)
      problems.add(
        'date-order',
        i === 0
          ? 'Deze dag ligt voor de dag van het signaal.'
          : 'Deze dag ligt voor een eerdere wijziging. Kies een latere dag.',
        `${field}.${String(i)}.on`,
      )
    last = on
  })
}

function checkMatch(problems: Problems, record: Trajectory, match: Match, field: string): void {
  if (match.proposedOn < record.since)
    problems.add('date-order', 'Een match kan niet ouder zijn dan het signaal.', `${field}.proposedOn`)
  let last = match.proposedOn
  match.outcomes.forEach(({ on, outcome, reason }, i) => {
    const at = `${field}.outcomes.${String(i)}`
    if (on < last) problems.add('date-order', 'Deze dag ligt voor een eerdere wijziging.', `${at}.on`)
    last = on
    if (outcome === 'rejected' && reason.trim() === '')
      problems.add('reason-missing', 'Schrijf op waarom de match niet doorging.', `${at}.reason`)
    if (i > 0 && (outcome === 'accepted' || match.outcomes[i - 1]?.outcome === 'rejected'))
      problems.add('settled', 'Een match die niet doorging, blijft zo staan. Stel een nieuwe voor.', at)
  })
  if (match.outcomes.some(({ outcome }) => outcome === 'accepted')) checkAnswers(problems, match, field)
}

/** Accepted is accepted with four answers, and a reason with each "no". */
function checkAnswers(problems: Problems, { checks }: Match, field: string): void {
  const open = openChecks(checks)
  const bare = unexplained(checks)
  const words = (names: typeof open): string => joinDutch(names.map((name) => fitCheckLabels[name]))
  if (open[0] !== undefined)
    problems.add(
      'checks-open',
      `Nog niet beantwoord: ${words(open)}. Beantwoord eerst alle vier de toetsen, met ja of nee.`,
      `${field}.checks.${open[0]}`,
    )
  if (bare[0] !== undefined)
    problems.add(
      'reason-missing',
      `Bij ${words(bare)} staat nee. Schrijf erbij waarom deze plek toch kan, of kies een andere plek.`,
      `${field}.checks.${bare[0]}.note`,
    )
}

/** What of a trajectory changes only by a command of its own. @returns null when the record keeps all of that */
export function guardTrajectory(before: Trajectory | undefined, next: Trajectory): Result<never> | null {
  if (before === undefined)
    return next.steps.length > 1 || next.situations.length > 1 || next.matches.length > 0
      ? refuse(
          'begins-once',
          'Een nieuw traject begint met één situatie en één stap, zonder matches.',
          'steps',
        )
      : null
  if (next.code !== before.code) return refuse('code-kept', 'De code van een traject staat vast.', 'code')
  const changed = (['situations', 'steps', 'matches'] as const).find(
    (field) => !sameContent(before[field], next[field]),
  )
  return changed === undefined
    ? null
    : refuse(
        'history-kept',
        'Wat er in een traject is gebeurd, blijft staan. Leg een nieuwe stap vast.',
        changed,
      )
}
