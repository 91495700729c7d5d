import { compareDutch, formatDate, formatNumber, limitUnitLabels, subjectLabels } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { ok, refuse, type Result } from '../result'
import { LEVELS, type Subject, SUBJECTS } from './codes'
import type { Agreement, Amount, Decision, Mandate } from './model'

/** What has to be decided, as far as a mandate is concerned. */
export interface Question {
  readonly subject: Subject
  readonly amount: Amount | null
  /** Empty means: the whole region. */
  readonly municipalityIds: readonly Id[]
}

export const holdsOn = (mandate: Mandate, on: IsoDate): boolean =>
  mandate.from <= on && (mandate.until === null || on <= mandate.until)

/** True when a mandate for some municipalities is enough for all that are concerned. */
function coversPlaces(mandate: Mandate, municipalityIds: readonly Id[]): boolean {
  if (mandate.municipalityIds.length === 0) return true
  return municipalityIds.length > 0 && municipalityIds.every((id) => mandate.municipalityIds.includes(id))
}

function coversAmount(mandate: Mandate, amount: Amount | null): boolean {
  if (mandate.limit === null) return true
  // A limit in euros says nothing about places: without the same measure nobody can tell that it is within.
  return amount !== null && amount.unit === mandate.limit.unit && amount.value <= mandate.limit.value
}

/** May this mandate decide it on that day? Refuses with what is in the way, the first of it. */
export function checkMandate(mandate: Mandate, question: Question, on: IsoDate): Result<Mandate> {
  const who = `Het mandaat "${mandate.name}"`
  if (mandate.subject !== question.subject)
    return refuse(
      'mandate-subject',
      `${who} gaat over ${subjectLabels[mandate.subject]}, niet over ${subjectLabels[question.subject]}.`,
      'mandateId',
    )
  if (on < mandate.from)
    return refuse('mandate-early', `${who} geldt pas vanaf ${formatDate(mandate.from)}.`, 'mandateId')
  if (mandate.until !== null && on > mandate.until)
    return refuse(
      'mandate-expired',
      `${who} gold tot en met ${formatDate(mandate.until)}. Laat het verlengen, of kies een ander.`,
      'mandateId',
    )
  if (!coversPlaces(mandate, question.municipalityIds))
    return refuse('mandate-area', `${who} geldt niet voor alle gemeenten van dit besluit.`, 'mandateId')
  if (!coversAmount(mandate, question.amount))
    return refuse('over-limit', overLimit(mandate, question), 'mandateId')
  return ok(mandate)
}

export const amountText = ({ value, unit }: Amount): string =>
  `${formatNumber(value, Number.isInteger(value) ? 0 : 2)} ${limitUnitLabels[unit]}`

function overLimit(mandate: Mandate, { amount }: Question): string {
  const limit = mandate.limit === null ? '' : amountText(mandate.limit)
  return amount === null || amount.unit !== mandate.limit?.unit
    ? `Het mandaat "${mandate.name}" gaat tot en met ${limit}. Vul de omvang van het besluit in dezelfde maat in.`
    : `Het mandaat "${mandate.name}" gaat tot en met ${limit}; dit besluit is ${amountText(amount)}. Vraag het een trede hoger.`
}

/** Who may decide it on that day, the lowest level first: decide as close to the work as can be. */
export function mayDecide(data: ProgrammeData, question: Question, on: IsoDate): Mandate[] {
  return [...data.mandates.values()]
    .filter((mandate) => checkMandate(mandate, question, on).ok)
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        compareDutch(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    )
}

/**
 * A decision without a mandate: asked while nobody may decide it, or taken while nobody could. What was withdrawn or
 * rejected needs none.
 */
export function lacksMandate(data: ProgrammeData, decision: Decision, today: IsoDate): boolean {
  if (decision.status === 'asked') return mayDecide(data, decision, today).length === 0
  return decision.status === 'taken' && decision.mandateId === null
}

/** "No one may decide this": a subject without any mandate for a municipality on that day. */
export interface MandateGap {
  readonly subject: Subject
  /** Null for a programme without municipalities. */
  readonly municipalityId: Id | null
}

export function mandateGaps(data: ProgrammeData, on: IsoDate): MandateGap[] {
  const valid = [...data.mandates.values()].filter((m) => holdsOn(m, on))
  const places: readonly (Id | null)[] =
    data.municipalities.size === 0 ? [null] : [...data.municipalities.keys()]
  return SUBJECTS.flatMap((subject) =>
    places
      .filter(
        (place) =>
          !valid.some((m) => m.subject === subject && coversPlaces(m, place === null ? [] : [place])),
      )
      .map((municipalityId) => ({ subject, municipalityId })),
  )
}

/** The rungs above a mandate, nearest first; null when the ladder comes back to itself. */
export function ladderFrom(data: Pick<ProgrammeData, 'mandates'>, id: Id): Mandate[] | null {
  const rungs: Mandate[] = []
  const seen = new Set([id])
  let next = data.mandates.get(id)?.escalatesToId ?? null
  while (next !== null) {
    if (seen.has(next)) return null
    seen.add(next)
    const mandate = data.mandates.get(next)
    if (mandate === undefined) break
    rungs.push(mandate)
    next = mandate.escalatesToId
  }
  return rungs
}

/**
 * The rung an agreement goes to when it is escalated now. It begins at the mandate of the owner for its subject (the
 * lowest that holds), and each time takes the next rung that holds today; without a mandate of the owner it begins at
 * the lowest mandate for the subject. Refuses `ladder-none` and `ladder-end`.
 */
export function nextRung(data: ProgrammeData, agreement: Agreement, today: IsoDate): Result<Mandate> {
  const last = agreement.steps.filter((s) => s.kind === 'escalate').at(-1)?.mandateId ?? null
  if (last !== null) return firstHolding(data, last, today)
  const holding = [...data.mandates.values()]
    .filter((m) => m.subject === agreement.subject && holdsOn(m, today))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.id < b.id ? -1 : 1))
  const own = holding.find((m) => m.holderId === agreement.ownerId)
  if (own !== undefined) return firstHolding(data, own.id, today)
  const lowest = holding[0]
  return lowest === undefined
    ? refuse(
        'ladder-none',
        `Er is geen mandaat voor ${subjectLabels[agreement.subject]}. Leg eerst vast wie hierover mag beslissen.`,
      )
    : ok(lowest)
}

function firstHolding(data: ProgrammeData, from: Id, today: IsoDate): Result<Mandate> {
  const rung = (ladderFrom(data, from) ?? []).find((m) => holdsOn(m, today))
  return rung === undefined
    ? refuse(
        'ladder-end',
        'Hoger opschalen kan niet: boven dit mandaat staat er geen dat nu geldt. Vul het mandaatregister aan.',
      )
    : ok(rung)
}
