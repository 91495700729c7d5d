import { capitalise, stepDoneLabels } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Agreement } from '@/domain/regie'

/** Something that happened to an agreement, as the panel tells it. */
export interface Happening {
  readonly key: string
  readonly on: IsoDate
  readonly title: string
  readonly text: string
}

/** From the day it was made on: who it went to, what was done to help it along, how it ended. */
export function happenings(data: ProgrammeData, agreement: Agreement): Happening[] {
  const name = (id: Id): string => data.partners.get(id)?.name ?? 'een partner die er niet meer is'
  const first = agreement.ownerChanges[0]?.fromId ?? agreement.ownerId
  const found: Happening[] = [
    {
      key: 'made',
      on: agreement.madeOn,
      title: `Afgesproken, van ${name(first)}`,
      text: sessionText(data, agreement),
    },
  ]
  for (const change of agreement.ownerChanges)
    found.push({
      key: change.id,
      on: change.on,
      title: `Andere eigenaar: van ${name(change.fromId)} naar ${name(change.toId)}`,
      text: `Ingestemd door: ${change.consentBy}. Reden: ${change.reason}`,
    })
  for (const step of agreement.steps) {
    const rung = step.mandateId === null ? undefined : data.mandates.get(step.mandateId)
    const to = rung === undefined ? '' : ` naar ${rung.name} (${name(rung.holderId)})`
    found.push({
      key: step.id,
      on: step.on,
      title: `${capitalise(stepDoneLabels[step.kind])}${to}`,
      text: step.text,
    })
  }
  if (agreement.settledOn !== null)
    found.push({
      key: 'settled',
      on: agreement.settledOn,
      title: agreement.status === 'done' ? 'Nagekomen' : 'Vervallen',
      text: agreement.outcome,
    })
  // Of one day the order above stays.
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function sessionText(data: ProgrammeData, { sessionId }: Agreement): string {
  const session = sessionId === null ? undefined : data.sessions.get(sessionId)
  return session === undefined ? '' : `In: ${session.name}`
}
