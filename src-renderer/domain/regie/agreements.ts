import type { Command } from '../commands/context'
import { gone } from '../commands/save'
import { formatDate } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { refuse } from '../result'
import type { Agreement, AgreementStep } from './model'
import { nextRung } from './mandates'
import { stored } from './records'

export interface OwnerConsent {
  readonly toId: Id
  /** Role at the new owner that agreed; empty means: nobody did yet. */
  readonly consentBy: string
  readonly reason: string
}

/** Another owner. Refuses `consent-missing`, `reason-missing`, `owner-same`, `settled`. */
export function changeOwner(id: Id, { toId, consentBy, reason }: OwnerConsent): Command {
  return (data, ctx) => {
    const agreement = data.agreements.get(id)
    if (agreement === undefined) return gone('Deze afspraak')
    const to = data.partners.get(toId)
    if (to === undefined) return gone('Deze partner')
    if (agreement.status !== 'open') return refuse('settled', 'Deze afspraak is al afgerond.')
    if (toId === agreement.ownerId)
      return refuse('owner-same', `${to.name} is al eigenaar van deze afspraak.`, 'toId')
    if (consentBy.trim() === '')
      return refuse(
        'consent-missing',
        `Vraag ${to.name} eerst of zij de afspraak overnemen, en vul in wie daarmee instemde (een rol, geen naam).`,
        'consentBy',
      )
    if (reason.trim() === '')
      return refuse('reason-missing', 'Schrijf op waarom de afspraak een andere eigenaar krijgt.', 'reason')
    const change = {
      id: ctx.newId(),
      on: ctx.today,
      fromId: agreement.ownerId,
      toId,
      consentBy: consentBy.trim(),
      reason: reason.trim(),
    }
    const next: Agreement = {
      ...agreement,
      ownerId: toId,
      ownerRole: consentBy.trim(),
      coOwnerIds: agreement.coOwnerIds.filter((partner) => partner !== toId),
      ownerChanges: [...agreement.ownerChanges, change],
    }
    return stored(
      data,
      'agreements',
      next,
      `afspraak "${agreement.name}" is nu van ${to.name}, met instemming`,
    )
  }
}

/** Nagekomen, or vervallen with a reason. Refuses `waits` while an agreement it depends on is open. */
export function settleAgreement(id: Id, status: 'done' | 'dropped', outcome: string): Command {
  return (data, ctx) => {
    const agreement = data.agreements.get(id)
    if (agreement === undefined) return gone('Deze afspraak')
    if (agreement.status !== 'open') return refuse('settled', 'Deze afspraak is al afgerond.')
    if (status === 'dropped' && outcome.trim() === '')
      return refuse('reason-missing', 'Schrijf op waarom de afspraak vervalt.', 'outcome')
    const waiting = status === 'done' ? openBefore(data, agreement)[0] : undefined
    if (waiting !== undefined)
      return refuse('waits', `Deze afspraak wacht nog op "${waiting.name}". Rond die eerst af.`, 'dependsOn')
    const next: Agreement = { ...agreement, status, settledOn: ctx.today, outcome: outcome.trim() }
    const word = status === 'done' ? 'nagekomen' : 'vervallen'
    return stored(data, 'agreements', next, `afspraak "${agreement.name}" ${word}`)
  }
}

/** Open again, for instance when it turned out not to be finished. */
export function reopenAgreement(id: Id): Command {
  return (data) => {
    const agreement = data.agreements.get(id)
    if (agreement === undefined) return gone('Deze afspraak')
    if (agreement.status === 'open') return refuse('already-open', 'Deze afspraak is al open.')
    const next: Agreement = { ...agreement, status: 'open', settledOn: null }
    return stored(data, 'agreements', next, `afspraak "${agreement.name}" heropend`)
  }
}

/** Agreements that have to be done first and aren't. */
export const openBefore = (data: ProgrammeData, agreement: Agreement): Agreement[] =>
  agreement.dependsOn.flatMap((id) => data.agreements.get(id) ?? []).filter((a) => a.status === 'open')

export const isOverdue = (agreement: Agreement, today: IsoDate): boolean =>
  agreement.status === 'open' && agreement.due !== null && agreement.due < today

/** The agreements past their date, the longest first. */
export function overdueAgreements(data: ProgrammeData, today: IsoDate): Agreement[] {
  return [...data.agreements.values()]
    .filter((a) => isOverdue(a, today))
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
}

/** Notes that the owner was spoken to or helped; the owner stays the owner. Refuses `text-missing`, `settled`. */
export function helpAlong(id: Id, kind: 'address' | 'support', text: string): Command {
  return (data, ctx) => {
    const agreement = data.agreements.get(id)
    if (agreement === undefined) return gone('Deze afspraak')
    if (agreement.status !== 'open') return refuse('settled', 'Deze afspraak is al afgerond.')
    if (text.trim() === '') return refuse('text-missing', 'Schrijf op wat u heeft gezegd of gedaan.', 'text')
    const step: AgreementStep = { id: ctx.newId(), on: ctx.today, kind, text: text.trim(), mandateId: null }
    const word = kind === 'address' ? 'aangesproken' : 'ondersteund'
    return stored(
      data,
      'agreements',
      { ...agreement, steps: [...agreement.steps, step] },
      `eigenaar van afspraak "${agreement.name}" ${word}`,
    )
  }
}

/** One rung up the ladder of the mandate register; which one isn't for the caller. Refuses what `nextRung` does. */
export function escalate(id: Id, text: string): Command {
  return (data, ctx) => {
    const agreement = data.agreements.get(id)
    if (agreement === undefined) return gone('Deze afspraak')
    if (agreement.status !== 'open') return refuse('settled', 'Deze afspraak is al afgerond.')
    if (text.trim() === '') return refuse('reason-missing', 'Schrijf op waarom u opschaalt.', 'text')
    const rung = nextRung(data, agreement, ctx.today)
    if (!rung.ok) return rung
    const step: AgreementStep = {
      id: ctx.newId(),
      on: ctx.today,
      kind: 'escalate',
      text: text.trim(),
      mandateId: rung.value.id,
    }
    return stored(
      data,
      'agreements',
      { ...agreement, steps: [...agreement.steps, step] },
      `afspraak "${agreement.name}" opgeschaald naar ${rung.value.name}`,
    )
  }
}

/** The choice for an agreement past its date: each with a text that can be sent as it is. */
export interface HelpText {
  readonly kind: 'address' | 'support'
  readonly text: string
}

export function helpTexts(data: ProgrammeData, agreement: Agreement): readonly HelpText[] {
  const owner = data.partners.get(agreement.ownerId)?.name ?? ''
  const due = agreement.due === null ? '' : `, met als datum ${formatDate(agreement.due)}`
  const made = `Op ${formatDate(agreement.madeOn)} spraken we af: ${agreement.name}${due}.`
  const waiting = openBefore(data, agreement)
  const first = waiting[0]
  const waits = first === undefined ? '' : ` We zien dat dit wacht op "${first.name}".`
  return [
    {
      kind: 'address',
      text: `Beste collega van ${owner},\n\n${made} De afspraak is nog open.${waits} Hoe staat het ervoor, en wanneer is het klaar? De afspraak blijft van u: zonder u lukt het samen niet.\n\nMet vriendelijke groet,`,
    },
    {
      kind: 'support',
      text: `Beste collega van ${owner},\n\n${made} De afspraak is nog open.${waits} Wat houdt u tegen, en wat heeft u van ons of van een andere partner nodig om verder te kunnen? We denken graag mee. De afspraak blijft van u.\n\nMet vriendelijke groet,`,
    },
  ]
}
