import type { Command, CommandContext } from '../commands/context'
import { compareDutch, formatDate } from '../labels'
import type { IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { refuse, type Result } from '../result'
import { MAX_NAME } from '../validation/limits'
import { draftAgreement } from './drafts'
import type { Agreement } from './model'
import { type ReadLine, readLine } from './readLine'
import { stored } from './records'

/** What can't be typed where agreements and actions are made. */
export const NO_ACTION =
  "Hier maakt u afspraken en acties. Een besluit of tegengeluid legt u vast bij Besluiten, een dilemma bij Dilemma's."

/** Reads a line outside a session: what doesn't say what it is, is an action. */
export function readTyped(data: ProgrammeData, typed: string, today: IsoDate): ReadLine {
  const line = readLine(data, typed, today)
  return line.kind === 'note' ? readLine(data, `actie: ${typed}`, today) : line
}

export const typedKind = (typed: string): Agreement['kind'] =>
  /^\s*afspraak\s*:/i.test(typed) ? 'agreement' : 'action'

/**
 * Makes an agreement of a line typed as in a meeting, without a session: `afspraak: …`, or an action when it begins with
 * anything else. Refuses `no-action`, `text-missing`, `owner-missing` and `date-past`; what was typed can then stay.
 */
export function addAction(typed: string): Command {
  return (data, ctx) => {
    const line = readTyped(data, typed, ctx.today)
    if (line.kind !== 'action') return refuse('no-action', NO_ACTION, 'text')
    if (line.text === '') return refuse('text-missing', 'Typ eerst wat er is afgesproken.', 'text')
    if (line.ownerId === null) return ownerMissing(data)
    if (line.due !== null && line.due < ctx.today)
      return refuse(
        'date-past',
        `De dag ${formatDate(line.due)} is al voorbij. Noem een dag die nog komt.`,
        'text',
      )
    return stored(data, 'agreements', { ...agreementOf(data, ctx, line), kind: typedKind(typed) })
  }
}

export function ownerMissing(data: ProgrammeData): Result<never> {
  const example = [...data.partners.values()].map((p) => p.name).sort(compareDutch)[0]
  return refuse(
    'owner-missing',
    example === undefined
      ? 'Van wie is deze actie? Er zijn nog geen partners: voeg die eerst toe bij Partners.'
      : `Van wie is deze actie? Zet erachter @ en de naam van de partner, bijvoorbeeld: @${example}.`,
    'text',
  )
}

/** The agreement that an action becomes. */
export function agreementOf(data: ProgrammeData, ctx: CommandContext, line: ReadLine): Agreement {
  return {
    ...draftAgreement(data, ctx),
    kind: 'action',
    name: line.text.slice(0, MAX_NAME),
    text: line.text.length > MAX_NAME ? line.text : '',
    ownerId: line.ownerId ?? '',
    due: line.due !== null && line.due < ctx.today ? null : line.due,
  }
}
