import type { Command } from '../commands/context'
import { gone } from '../commands/save'
import { formatDate } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { refuse } from '../result'
import { checkMandate } from './mandates'
import type { Decision, DecisionFigure, Dilemma } from './model'
import { stored } from './records'

export interface Settlement {
  readonly status: 'taken' | 'rejected' | 'withdrawn'
  readonly on: IsoDate
  /** The mandate under which it is taken. */
  readonly mandateId: Id | null
  /** Why it could be taken while nobody has the mandate; only without a mandate. */
  readonly withoutMandate: string
  readonly reason: string
  /** The figures on the table that day, as they are now. */
  readonly figures: readonly DecisionFigure[]
}

/**
 * Writes down what was decided, with the figures it was decided on. Refuses what `checkMandate` does, `mandate-missing`,
 * `settled`, `date-order`, `date-ahead`.
 */
export function settleDecision(id: Id, settlement: Settlement): Command {
  return (data, ctx) => {
    const decision = data.decisions.get(id)
    if (decision === undefined) return gone('Dit besluit')
    if (decision.status !== 'asked') return refuse('settled', 'Dit besluit is al afgerond.')
    if (settlement.on < decision.askedOn)
      return refuse('date-order', `Het besluit is pas gevraagd op ${formatDate(decision.askedOn)}.`, 'on')
    if (settlement.on > ctx.today)
      return refuse('date-ahead', 'Deze dag moet nog komen. Leg het besluit vast als het er is.', 'on')
    if (settlement.mandateId !== null) {
      const mandate = data.mandates.get(settlement.mandateId)
      if (mandate === undefined) return gone('Dit mandaat')
      const may = checkMandate(mandate, decision, settlement.on)
      if (!may.ok) return may
    }
    const next: Decision = {
      ...decision,
      status: settlement.status,
      settledOn: settlement.on,
      mandateId: settlement.mandateId,
      withoutMandate: settlement.mandateId === null ? settlement.withoutMandate.trim() : '',
      reason: settlement.reason.trim(),
      figures: settlement.figures,
    }
    const word = { taken: 'genomen', rejected: 'afgewezen', withdrawn: 'ingetrokken' }[settlement.status]
    return stored(data, 'decisions', next, `besluit "${decision.name}" ${word}`)
  }
}

export interface DissentInput {
  readonly partnerId: Id | null
  /** Who spoke, for somebody who is no partner; empty takes the name of the partner. */
  readonly voice: string
  readonly text: string
}

/** Tegengeluid beside a decision, before or after it was taken: for good. Refuses `text-missing`, `voice-missing`. */
export function addDissent(id: Id, { partnerId, voice, text }: DissentInput): Command {
  return (data, ctx) => {
    const decision = data.decisions.get(id)
    if (decision === undefined) return gone('Dit besluit')
    const partner = partnerId === null ? undefined : data.partners.get(partnerId)
    if (partnerId !== null && partner === undefined) return gone('Deze partner')
    const said = voice.trim() === '' ? (partner?.name ?? '') : voice.trim()
    if (said === '')
      return refuse('voice-missing', 'Van wie is het tegengeluid? Noem een partner of een groep.', 'voice')
    if (text.trim() === '') return refuse('text-missing', 'Schrijf op wat het tegengeluid is.', 'text')
    const dissent = { id: ctx.newId(), on: ctx.today, partnerId, voice: said, text: text.trim() }
    return stored(
      data,
      'decisions',
      { ...decision, dissent: [...decision.dissent, dissent] },
      `tegengeluid van ${said} bij besluit "${decision.name}"`,
    )
  }
}

/** What became of a decision that was settled. */
export function addOutcome(id: Id, text: string): Command {
  return (data, ctx) => {
    const decision = data.decisions.get(id)
    if (decision === undefined) return gone('Dit besluit')
    if (decision.status === 'asked') return refuse('not-settled', 'Er is nog niet besloten.')
    if (text.trim() === '') return refuse('text-missing', 'Schrijf op wat er van het besluit kwam.', 'text')
    const outcome = { id: ctx.newId(), on: ctx.today, text: text.trim() }
    return stored(
      data,
      'decisions',
      { ...decision, outcomes: [...decision.outcomes, outcome] },
      `uitkomst bij besluit "${decision.name}"`,
    )
  }
}

/** Where we stand on the line between the poles today, and why. Refuses `reason-missing`; there is no way to close. */
export function moveDilemma(id: Id, at: number, why: string): Command {
  return (data, ctx) => {
    const dilemma = data.dilemmas.get(id)
    if (dilemma === undefined) return gone('Dit dilemma')
    if (why.trim() === '') return refuse('reason-missing', 'Schrijf op waarom we hier nu staan.', 'why')
    const position = { id: ctx.newId(), on: ctx.today, at, why: why.trim() }
    return stored(
      data,
      'dilemmas',
      { ...dilemma, positions: [...dilemma.positions, position] },
      `plek op dilemma "${dilemma.name}" gekozen`,
    )
  }
}

/** The dilemmas that decisions of a period touched, with those decisions. */
export function touchedDilemmas(
  data: ProgrammeData,
  from: IsoDate,
  until: IsoDate,
): { readonly dilemma: Dilemma; readonly decisions: readonly Decision[] }[] {
  const within = [...data.decisions.values()].filter((d) => {
    const on = d.settledOn ?? d.askedOn
    return from <= on && on <= until
  })
  return [...data.dilemmas.values()]
    .map((dilemma) => ({ dilemma, decisions: within.filter((d) => d.dilemmaIds.includes(dilemma.id)) }))
    .filter(({ decisions }) => decisions.length > 0)
}
